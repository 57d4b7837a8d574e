"""The files that ship with the portal. README.md says where each comes from."""
