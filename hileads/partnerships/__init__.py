"""Where a system decides: committees and partnerships of an integrated care system or of a place, and who sits there.

Not for an organisation's own posts (`hileads.leads`), and not for learning sets.
"""
