"""What is kept about what happened: the history of changes, written by the database and read by few.

For: who changed what and when. Not for: writing history; triggers do that, and nothing else can.
"""
