"""Spreadsheets of leads: how one is read, what its rows mean, and what importing it would change.

For: everything that happens in memory. Not for: reading the register (queries) or writing to it (actions).
"""
