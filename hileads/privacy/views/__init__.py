"""Pages about what is held about people."""
