"""The files that fill the register: how each layout is read, and what it changes. No database, no clock.

A file is read whole (`layouts.read_file`), then entered into a copy of the register (`planning.plan`);
`hileads.organisations.actions` writes the difference.
"""
