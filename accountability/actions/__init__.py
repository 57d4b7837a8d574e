"""Every write of this room: measures and their figures, the plan, and the assurance report."""
