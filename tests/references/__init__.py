"""Compares our statistics with the reference packages' figures, where the folder that holds them is at hand.

Run by `make check-statistics`, and by the ordinary tests through the same functions. The figures are not
ours to pass on, so they stay outside the project: in `shared/vectors` beside it, or where
STATISTICS_VECTORS says.
"""
