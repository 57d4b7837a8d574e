"""Charts of a series, drawn on the server: SVG for page and PDF, PNG for Word.

For: what the words and the table already say, seen at a glance, with its intervals.
Not for: ranking, or colouring anyone by how well they do; no chart is the only place of a figure.
"""

from accountability.charts.frame import Layout
from accountability.charts.kinds import ChartKind, kinds_for, main_kind
from accountability.charts.pictures import chart_description, chart_png, chart_svg

__all__ = ["ChartKind", "Layout", "chart_description", "chart_png", "chart_svg", "kinds_for", "main_kind"]
