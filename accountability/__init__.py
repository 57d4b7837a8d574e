"""Recommendation 5: the board's room, where the chain ends.

For: measures, the plan and its actions, and the assurance report.
Not for: content that is curated nationally; this room reads it through the other rooms' front doors.
"""
