"""Recommendations 3 and 4: the evidence and the policy timeline.

For: curated resources, policy items, search and its vocabulary.
Not for: where an item is cited (accountability) or role guides (induction).
"""
