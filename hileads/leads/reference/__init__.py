"""The demo's cast. Every person here is invented; the organisations are real."""
