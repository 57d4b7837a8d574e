"""From a chart's specification to a drawing for a page and a picture for Word."""

import vl_convert

from accountability.charts.frame import Spec

VEGA_LITE = "5.21"
PRINT_DOTS = 300
POINTS_AN_INCH = 72
WORD_WIDTH_INCHES = 6.3


def drawing(spec: Spec) -> str:
    """The chart as SVG, as the renderer gives it: make it safe with `inline_svg` before it meets a page."""
    return vl_convert.vegalite_to_svg(spec, vl_version=VEGA_LITE)


def picture(spec: Spec, width: int) -> bytes:
    """The chart as PNG at 300 dots an inch, as wide as the text of an A4 page in Word (16 cm).

    `width` is the chart's own width in pixels.
    """
    scale = WORD_WIDTH_INCHES * POINTS_AN_INCH / width
    return vl_convert.vegalite_to_png(spec, vl_version=VEGA_LITE, scale=scale, ppi=PRINT_DOTS)
