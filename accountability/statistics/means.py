"""The mean of some values, with its interval."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from accountability.statistics.columns import floats
from accountability.statistics.estimates import DEFAULT_CONFIDENCE, Estimate, z_score

TWO = 2


def mean_interval(values: ArrayLike, confidence: float = DEFAULT_CONFIDENCE) -> Estimate:
    """The mean with Student's t limits.

    mean -/+ t s / sqrt(n), with s the standard deviation (over n - 1) and t the quantile of Student's
    distribution with n - 1 degrees of freedom. Source: Student, Biometrika 1908; 6: 1-25.

    Unit: that of the values. Values that are NaN are left out. One value alone has no interval. Good
    for values that are roughly normal, or many. Raises ValueError when there is no value.
    """
    z_score(confidence)
    known = floats(values)
    known = known[~np.isnan(known)]
    if not known.size:
        raise ValueError("A mean needs at least one value.")
    mean = float(known.mean())
    if known.size < TWO:
        return Estimate(mean)
    reach = float(stdtrit(known.size - 1, (1 + confidence) / 2) * known.std(ddof=1)) / known.size**0.5
    return Estimate(mean, mean - reach, mean + reach)
