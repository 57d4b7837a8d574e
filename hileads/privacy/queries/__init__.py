"""What is held about a person, and what was disposed of."""
