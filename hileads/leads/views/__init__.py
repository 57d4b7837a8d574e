"""Pages about people: one's own account, who holds which post, and invitations."""
