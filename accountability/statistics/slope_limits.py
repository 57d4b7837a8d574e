"""The limits of a slope index and of a relative index: exact where they can be, else simulated.

Slope s and intercept t are weighted sums of the groups' figures, s = sum(c y) and t = sum(d y). One
row each; the last axis holds the groups.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accountability.statistics.columns import Floats, floats
from accountability.statistics.estimates import z_score
from accountability.statistics.links import Link, back

# How many standard errors the line's end must be above 0 for a ratio to it to mean anything.
CLEAR_OF_NOUGHT = 5.0
SAMPLES = 10
# Drawings are worked through in blocks that a processor keeps at hand.
BLOCK = 2_048

Limits = tuple[Floats, Floats]
Singles = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """The fitted lines, with the weights that turn figures into slope and intercept."""

    slope: Floats
    intercept: Floats
    slope_weights: Floats
    intercept_weights: Floats

    @property
    def end(self) -> Floats:
        """Where each line stands at the far end of the population."""
        return self.intercept + self.slope


def normal_slope_limits(line: Line, errors: Floats, confidence: float) -> Limits:
    """s -/+ z sqrt(sum(c^2 e^2)): exact when the figures are normal with standard errors e."""
    reach = z_score(confidence) * np.sqrt((line.slope_weights**2 * errors**2).sum(axis=-1))
    return line.slope - reach, line.slope + reach


def normal_ratio_limits(line: Line, errors: Floats, confidence: float) -> Limits:
    """The limits of u / t with u = t + s, both normal: Fieller's, exact while t is clearly above 0.

    The roots r of r^2 (t^2 - z^2 Vt) - 2 r (t u - z^2 C) + u^2 - z^2 Vu = 0, with Vt, Vu and C the
    variances and covariance of t and u. Source: Fieller, Journal of the Royal Statistical Society B
    1954; 16: 175-185. NaN where t is less than 5 standard errors above 0.
    """
    ends = line.intercept_weights + line.slope_weights
    variance = (line.intercept_weights**2 * errors**2).sum(axis=-1)
    far = (ends**2 * errors**2).sum(axis=-1)
    shared = (ends * line.intercept_weights * errors**2).sum(axis=-1)
    square, t, u = z_score(confidence) ** 2, line.intercept, line.end
    t = np.where(t > CLEAR_OF_NOUGHT * np.sqrt(variance), t, np.nan)
    first, half, last = t**2 - square * variance, t * u - square * shared, u**2 - square * far
    root = np.sqrt(np.maximum(half**2 - first * last, 0))
    return (half - root) / first, (half + root) / first


def transformed_limits(line: Line, errors: Floats, confidence: float, link: Link) -> tuple[Limits, Limits]:
    """The limits of slope and ratio of a line fitted on the link's scale: exact there, then turned back.

    With limits q of the slope there, and h the line's middle, the ends turn about the middle:
        A = back(h - q/2), B = back(h + q/2); slope limit B - A, ratio limit B / A.
    """
    middle = line.intercept + line.slope / 2
    slopes, ratios = [], []
    for q in normal_slope_limits(line, errors, confidence):
        start, end = back(middle - q / 2, link), back(middle + q / 2, link)
        slopes.append(end - start)
        ratios.append(end / start)
    return (slopes[0], slopes[1]), (ratios[0], ratios[1])


def draws(
    line: Line, values: Floats, errors: Floats, link: Link, repetitions: int, random: np.random.Generator
) -> tuple[Floats, Floats]:
    """Slopes and ratios of one line, refitted to `repetitions` drawings of its figures.

    Each figure is drawn as back(N(forward(y), e)), and once more with the opposite step, which is as
    likely: half as much chance is needed, and limits are at least as certain. Worked out as deviations
    from the figures, in single precision, which is far finer than what chance leaves of the limits.
    """
    weights = np.stack([line.slope_weights, line.intercept_weights], axis=-1).astype(np.float32)
    y, e = values.astype(np.float32), errors.astype(np.float32)
    pairs = -(-repetitions // 2)
    sizes = [min(BLOCK, pairs - start) for start in range(0, pairs, BLOCK)]
    normal = (random.standard_normal((size, y.size), dtype=np.float32) for size in sizes)
    moved = [way @ weights for block in normal for way in _moved(y, block * e, link)]
    ends = np.array([[line.slope], [line.intercept]])
    slope, intercept = floats(np.concatenate(moved)[:repetitions]).T + ends
    return slope, 1 + slope / np.where(intercept > 0, intercept, np.nan)


def _moved(y: Singles, steps: Singles, link: Link) -> tuple[Singles, Singles]:
    """How far each figure moves when it takes these steps on the link's scale, and the opposite ones."""
    if link is Link.LOG:
        return y * np.expm1(steps), y * np.expm1(-steps)
    # The same for log odds, by the tangent of half the step: exact, quick, and never too large for a float.
    half = np.tanh(steps / 2)
    reach, turn = 2 * y * (1 - y) * half, 1 - 2 * y
    return reach / (1 - turn * half), -reach / (1 + turn * half)


def percentiles(drawn: Floats, confidence: float) -> Floats:
    """The two limits that leave out the same share of the draws at each end, along the last axis.

    Of R sorted draws, those at places R c' and R (1 - c'), rounded, with c' = confidence + (1 - confidence) / 2.
    NaN when any draw is.
    """
    count, top = drawn.shape[-1], (1 + confidence) / 2
    places = [max(round(count * share), 1) - 1 for share in (1 - top, top)]
    limits = np.partition(drawn, places, axis=-1)[..., places]
    return np.where(np.isnan(drawn).any(axis=-1, keepdims=True), np.nan, limits)


def reliability(drawn: Floats, confidence: float) -> float:
    """How far simulated limits differ from sample to sample: in the unit of what was drawn.

    The draws are cut into 10 samples; the mean absolute difference of both limits of the later 9 from
    those of the first. Near 0 means that more draws would change nothing.
    """
    limits = percentiles(drawn.reshape(SAMPLES, -1), confidence)
    return float(np.abs(limits[1:] - limits[0]).mean())
