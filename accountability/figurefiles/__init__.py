"""Files of an organisation's own figures: their columns, how one is read, and what each of its rows asks for.

For: one row at a time, by itself. Not for: what the portal holds already (queries) or writing to it (actions).
"""
