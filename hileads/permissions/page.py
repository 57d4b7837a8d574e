"""Who may do what as a page for the docs, drawn from the tables that the code obeys."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from hileads.leads.models import Role
from hileads.leads.policies.appointments import PLACES
from hileads.organisations.models import Kind
from hileads.permissions.catalogue import REASONS, TWO_STEPS, VIEW_FIRST, P
from hileads.permissions.roles import (
    AREAS,
    AT_A_PARTNER,
    AT_ITS_PARTNERS,
    EVERYONE_APPOINTED,
    RELATIONS,
    ROLES,
)

HEAD = """\
# Permissions: who may do what

Written by `manage.py write_permissions` from the tables in the code; do not edit.

Rights come from appointments that are live today. A right reaches the appointment's organisation; from a region, every
organisation in it; from a national appointment, everywhere. `plan_view` and `report_view` also reach the closed
organisations from which one's own took over. Who cannot see a thing gets "not found" (404); who may see
it but not do this gets the reason (403); a thing in the wrong state answers with why (409). People who have not signed
in are sent to sign in. Where a second step is needed, people are asked for a passkey or a code from an app, or led to set
one up, and then go on.
"""


def page() -> str:
    """Return the reference page: roles, relations, permissions and routes, the same every time."""
    return "\n".join([HEAD, *_roles(), *_areas(), *_partners(), *_relations(), *_permissions(), *_routes()])


def holders(permission: P) -> tuple[list[Role], list[str]]:
    """Return the roles and the relations that give a permission."""
    roles = [role for role in Role if permission in ROLES[role] | EVERYONE_APPOINTED]
    return roles, [relation for relation, rights in RELATIONS.items() if permission in rights]


def _roles() -> Iterator[str]:
    yield "## What each role gives\n"
    everyone = _codes(sorted(EVERYONE_APPOINTED))
    yield from _table(
        ("role", "held at", "permissions"),
        [("every live appointment", "any of these", everyone)]
        + [(role.label, _places(role), _codes(sorted(ROLES[role])) or "nothing more") for role in Role],
    )


def _areas() -> Iterator[str]:
    yield "## What acting for somebody gives, as far as their role gives it to them\n"
    yield from _table(
        ("area", "permissions"), [(area.label, _codes(sorted(rights))) for area, rights in AREAS.items()]
    )


def _partners() -> Iterator[str]:
    yield "## At partners without an ODS code\n"
    yield (
        f"Whoever has {_codes([P.PARTNER_EDIT])} at an integrated care board has {_codes(sorted(AT_ITS_PARTNERS))} at the "
        f"partners that work in its area. At a partner itself, a role gives at most {_codes(sorted(AT_A_PARTNER))}.\n"
    )


def _relations() -> Iterator[str]:
    yield "## What being something to a thing gives, whatever one's role\n"
    yield from _table(
        ("relation", "permissions"), [(name, _codes(sorted(rights))) for name, rights in RELATIONS.items()]
    )


def _permissions() -> Iterator[str]:
    yield "## Each permission, who has it, and what others are told\n"
    rows = []
    for permission in P:
        roles, relations = holders(permission)
        who = "everyone appointed" if permission in EVERYONE_APPOINTED else ", ".join(r.label for r in roles)
        related = ", ".join(f"its {relation}" for relation in relations)
        first = _codes([VIEW_FIRST.get(permission, permission)])
        rows.append(
            (
                _codes([permission]),
                "; ".join(filter(None, (who, related))),
                first,
                _second_step(permission),
                REASONS[permission],
            )
        )
    heads = ("permission", "who has it", "not found without", "second step", "what others are told")
    yield from _table(heads, rows)


def _routes() -> Iterator[str]:
    yield "## Each address, and the permission that opens it\n"
    rows = sorted((f"`/{path}`", f"`{name}`", _opened_by(view)) for path, name, view in declared_routes())
    yield from _table(("address", "name", "permission"), rows)
    yield "Behind `/curate/` stand Wagtail's pages, for `content_edit`; behind `/account/`, those of the sign-in library.\n"


def declared_routes() -> Iterator[tuple[str, str, Any]]:
    """Yield the address, the name and the view of every route whose view declares who may see it."""
    yield from _declared(get_resolver().url_patterns, "")


def _declared(patterns: Iterable[URLPattern | URLResolver], before: str) -> Iterator[tuple[str, str, Any]]:
    for pattern in patterns:
        path = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _declared(pattern.url_patterns, path)
            continue
        view = pattern.callback
        declared = getattr(view, "view_class", None)
        says = all(hasattr(declared, name) for name in ("permission", "signed_in", "public"))
        if says or hasattr(declared, "opened_by"):
            yield path, pattern.name or "", view


def _opened_by(view: Any) -> str:
    declared = view.view_class
    if hasattr(declared, "opened_by"):
        return str(declared.opened_by)
    if declared.public:
        return "nothing: open to everybody"
    needed = [declared.permission] if declared.permission else []
    needed += [P.CONTENT_EDIT] if getattr(view, "is_for_curators", False) else []
    return _codes(needed) or "signing in"


def _second_step(permission: P) -> str:
    lasts = TWO_STEPS.get(permission)
    return f"shown in the last {int(lasts.total_seconds() // 60)} minutes" if lasts else ""


def _places(role: Role) -> str:
    kinds = [kind.label for kind in Kind if kind in PLACES[role]]
    return ", ".join(kinds + ["national"] * (None in PLACES[role]))


def _codes(permissions: Iterable[P]) -> str:
    return ", ".join(f"`{permission}`" for permission in permissions)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for row in (heads, ("---",) * len(heads), *rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
    yield ""
