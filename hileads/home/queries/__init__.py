"""What the ground floor's own pages show."""

from hileads.home.queries.pages import Week, health_at, search_everywhere, week_of
from hileads.home.queries.roles import RoleLook, looked_at_by

__all__ = ["RoleLook", "Week", "health_at", "looked_at_by", "search_everywhere", "week_of"]
