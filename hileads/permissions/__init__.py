"""Who may do what, in one place: the catalogue, the table of roles and the four questions.

For: `can`, `check`, `scope` and `users_who_can`.
Not for: whether a thing is in the right state for it; that is each room's `policies`.
"""
