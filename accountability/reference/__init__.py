"""Published figures that come with the product, what they mean, and where they are from.

For: reading the shipped files into plain rows, with their traps minded (see README.md).
Not for: the database; `accountability.actions.measures` writes.
"""
