"""Rates and ratios that take account of age: directly and indirectly standardised.

In every function the last axis holds the age bands; any axes before it hold areas, so that one call
serves one area or hundreds.
"""

import numpy as np
from numpy.typing import ArrayLike

from accountability.statistics.columns import Figures, Floats, floats, require_multiplier, side_by_side
from accountability.statistics.counts import BYAR_FROM, PER_100_000, byar_limits, count_intervals
from accountability.statistics.estimates import DEFAULT_CONFIDENCE

FEWEST_EVENTS = BYAR_FROM


def direct_rates(
    events: ArrayLike,
    population: ArrayLike,
    standard: ArrayLike,
    confidence: float = DEFAULT_CONFIDENCE,
    multiplier: float = PER_100_000,
) -> Figures:
    """Directly standardised rates with Dobson's limits.

    For age bands i with events x, population n and standard population w:
        rate = sum(w x / n) / sum(w);  V = sum(w^2 x / n^2) / sum(w)^2;  O = sum(x)
        limit = rate + sqrt(V / O) (Byar's limit of O, less O)
    Source: Dobson, Kuulasmaa, Eberle and Scherer, Statistics in Medicine 1991; 10: 457-462.

    Unit: events for each `multiplier` people of the standard population. Age bands whose events are
    NaN count as none. Below 10 events rate and limits are NaN: too few to standardise.
    Raises ValueError for events or a standard below 0, a population or multiplier not above 0, or a
    population or standard that is missing.
    """
    x, n, w = side_by_side(events, population, standard)
    x = np.nan_to_num(x)
    return _dobson(x, x, n, w, confidence, multiplier)


def direct_rates_of_repeated_events(
    people: ArrayLike,
    times: ArrayLike,
    population: ArrayLike,
    standard: ArrayLike,
    confidence: float = DEFAULT_CONFIDENCE,
    multiplier: float = PER_100_000,
) -> Figures:
    """Directly standardised rates when one person may have the event many times.

    `people` counts, along its last axis but one, those who had the event `times` times. Such events
    are not independent, so that with people p and times f:
        x = sum_f(f p) for the rate and O;  V = sum over f of f^2 times the V of p
    and the limits as in `direct_rates`. Source: as there, with the variance for clustered events of
    the Association of Public Health Observatories' Technical Briefing 3 (2008).

    Unit, limits and errors as in `direct_rates`. Raises ValueError also for times not above 0.
    """
    p, f = np.nan_to_num(floats(people)), floats(times)[:, np.newaxis]
    if not np.all(f > 0):
        raise ValueError("How often people had the event must be above 0.")
    events, n, w = side_by_side((p * f).sum(axis=-2), population, standard)
    return _dobson(events, (p * f**2).sum(axis=-2), n, w, confidence, multiplier)


def indirect_ratios(
    events: ArrayLike,
    population: ArrayLike,
    reference_events: ArrayLike,
    reference_population: ArrayLike,
    confidence: float = DEFAULT_CONFIDENCE,
    multiplier: float = 1.0,
) -> Figures:
    """Indirectly standardised ratios: events seen over those to be expected.

    E = sum(X / N n) over the age bands, with X events among N people of the reference;
    ratio = sum(x) / E, and the limits of `count_intervals` over E.
    Source: Breslow and Day, Statistical Methods in Cancer Research, volume II, IARC 1987; chapter 2.

    Unit: none, times `multiplier` (100 is usual). Events that are NaN count as none. A population may
    be NaN only where the reference has no events, so that none are expected whatever it is.
    Raises ValueError for counts below 0, a reference population not above 0, a missing population, no
    expected events at all, or a multiplier not above 0.
    """
    require_multiplier(multiplier)
    expected = _expected(population, reference_events, reference_population)
    seen = np.nan_to_num(floats(events)).sum(axis=-1)
    return count_intervals(seen, confidence).times(multiplier / expected)


def indirect_rates(
    events: ArrayLike,
    population: ArrayLike,
    reference_events: ArrayLike,
    reference_population: ArrayLike,
    confidence: float = DEFAULT_CONFIDENCE,
    multiplier: float = PER_100_000,
) -> Figures:
    """Indirectly standardised rates: the ratio times the reference's crude rate.

    rate = ratio * sum(X) / sum(N). Source, limits and errors as in `indirect_ratios`.
    Unit: events for each `multiplier` people.
    """
    ratios = indirect_ratios(events, population, reference_events, reference_population, confidence)
    require_multiplier(multiplier)
    crude = np.nan_to_num(floats(reference_events)).sum(axis=-1) / floats(reference_population).sum(axis=-1)
    return ratios.times(crude * multiplier)


def _expected(population: ArrayLike, reference_events: ArrayLike, reference_population: ArrayLike) -> Floats:
    n, x_reference, n_reference = side_by_side(population, reference_events, reference_population)
    x_reference = np.nan_to_num(x_reference)
    n = np.where(np.isnan(n) & (x_reference == 0), 0.0, n)
    if not np.all(n >= 0) or np.any(x_reference < 0):
        raise ValueError("Populations and reference events must be known and not below 0.")
    if not np.all(n_reference > 0):
        raise ValueError("A reference population must be known and above 0 in every age band.")
    expected = (x_reference / n_reference * n).sum(axis=-1)
    if not np.all(expected > 0):
        raise ValueError("The reference expects no events, so that there is nothing to compare with.")
    return floats(expected)


def _dobson(
    x: Floats, squared: Floats, n: Floats, w: Floats, confidence: float, multiplier: float
) -> Figures:
    require_multiplier(multiplier)
    if np.any(x < 0):
        raise ValueError("A count of events cannot be below 0.")
    if not np.all(n > 0):
        raise ValueError("A standardised rate needs a population above 0 in every age band.")
    if not np.all(w >= 0) or not np.all(w.sum(axis=-1) > 0):
        raise ValueError("A standard population must be known and not below 0, and not 0 throughout.")
    total, whole = x.sum(axis=-1), w.sum(axis=-1)
    total = np.where(total < FEWEST_EVENTS, np.nan, total)
    rate = (w * x / n).sum(axis=-1) / whole + 0 * total
    spread = np.sqrt((w**2 * squared / n**2).sum(axis=-1) / whole**2 / total)
    lower, upper = (rate + spread * (limit - total) for limit in byar_limits(total, confidence))
    return Figures(rate, lower, upper).times(multiplier)
