"""The register: every NHS organisation under one code that is never reused, with its past.

For: names, kinds, parents and succession over time, and the import of ODS files.
Not for: the people who lead there (leads) or what their board does (accountability).
"""
