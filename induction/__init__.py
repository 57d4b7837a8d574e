"""Recommendation 1: an induction offer.

For: role guides, the library of activities, example measures and training topics.
Not for: the plan that an activity is adopted into (accountability) or further reading (repository).
"""
