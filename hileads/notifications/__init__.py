"""Every message that should exist, does exist, or was sent.

For: the message ledger, the minute sweep, reminders, the weekly digest and the transports.
Not for: what the messages of a room say (that room's `emails`).
"""
