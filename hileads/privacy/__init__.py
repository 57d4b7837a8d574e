"""What is held about people, and what they may do about it: read it all, have it corrected, have it removed.

For: putting together what the rooms say that they hold. Not for: keeping anything about anybody.
"""
