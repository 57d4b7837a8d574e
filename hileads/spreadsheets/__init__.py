"""Lists that people hand in as files and get back as files: Excel workbooks, OpenDocument spreadsheets, CSV.

For: reading any of them as rows under known headings, one row at a time, and writing templates and rows to mend.
Not for: what a list is about; each room has its own columns and says what its rows mean.
"""
