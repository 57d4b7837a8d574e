"""How people show that it is them: the second step, passkeys and apps, and where they are signed in.

For: "Your sign-in", the page that asks for both steps, and what the sign-in library is told about them.
Not for: what somebody may do (`hileads.permissions`), nor who they are (`hileads.leads`).
"""
