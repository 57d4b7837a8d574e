"""Recommendation 2: action learning sets, national and local.

For: sets and their members, sessions and answers, private commitments and reflections.
Not for: the action that a commitment may become (accountability).
"""
