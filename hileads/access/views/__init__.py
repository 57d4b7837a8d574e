"""Pages about signing in: one's own sign-in, the second step, and setting one up."""
