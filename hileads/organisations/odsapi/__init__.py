"""The Organisation Data Service's interface (ORD 2-0-0): asking it what has changed, and reading what it answers.

No database. What it answers becomes files of trusts (the layout `etr`) and of boards, which people look at like any
other.
"""
