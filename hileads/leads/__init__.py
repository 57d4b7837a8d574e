"""People who sign in and the posts they hold.

For: users and dated appointments; a person is not a post, and rights come from appointments.
Not for: what a right allows (permissions) or the organisations themselves (organisations).
"""
