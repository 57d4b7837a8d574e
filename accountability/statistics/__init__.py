"""The arithmetic behind a measure page: intervals, gaps, findings and their words.

For: pure functions on numbers and frozen dataclasses, so that page, chart, report and export agree.
Not for: anything that reads a database, a setting or a request.
Order of reading: estimates, proportions, gaps, periods, observations, results, findings, wording; then
columns, counts, means, standardised, quantiles, funnels, links, slopes, control, group_gaps.
"""
