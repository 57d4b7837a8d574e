"""Counts of few people: what may be shown, so that nobody can be told from it.

For: `tables`, exact counts of the portal's own; `rules`, how each data set's counts are shown; `figures`, the six states
of a figure and a sentence for each; `release`, which further cells to hold back; `readers`, what could be worked out.
Not for: reading or keeping figures. All of it is functions on numbers.
"""

from hileads.disclosure.tables import FEWEST, Cell, Sum, Table, safe_to_show, worked_out

__all__ = ["FEWEST", "Cell", "Sum", "Table", "safe_to_show", "worked_out"]
