"""The pages that belong to no single room: welcome, "This week", search, account, health, coverage.

For: putting together what the rooms contribute.
Not for: anything a room could own.
"""
