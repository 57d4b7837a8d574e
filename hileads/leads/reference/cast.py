"""Who plays in the demo, where, and since how many days before it is told.

Every person is invented. Organisations are named by their real ODS codes; None is a national post.
"""

from dataclasses import dataclass

from hileads.leads.models import Role


@dataclass(frozen=True)
class Post:
    """A role at an organisation, begun `since` days before the demo's day; ended `until` days before it, if so."""

    role: Role
    organisation: str | None
    since: int
    title: str = ""
    until: int | None = None


@dataclass(frozen=True)
class Player:
    """An invented person, called `key` by the demo's chapters. `shows` says what their sign-in is good for."""

    key: str
    name: str
    posts: tuple[Post, ...]
    shows: str = ""

    @property
    def email(self) -> str:
        return f"{self.name.removeprefix('Dr ').lower().replace(' ', '.')}@demo.example"


APPOINTED = 184
"""The story is six months long: the lead came half a year ago."""

CAST = (
    Player(
        "priya",
        "Priya Raman",
        (Post(Role.NATIONAL_ADMIN, None, 720, "Programme manager, NHS England"),),
        "National administrator: publishing, coverage",
    ),
    Player(
        "sam",
        "Sam Whitfield",
        (
            Post(Role.REGIONAL_CONVENOR, "Y63", 600, "Regional lead for health inequalities"),
            Post(Role.CURATOR, None, 420, "Regional lead for health inequalities"),
        ),
        "Regional convenor and curator: coverage, drafts",
    ),
    Player(
        "tom",
        "Tom Ashworth",
        (Post(Role.BOARD_SECRETARY, "RAE", 500, "Director of corporate governance"),),
        "Board secretary: the six-monthly assurance report",
    ),
    Player(
        "helen",
        "Helen Booth",
        (Post(Role.EXECUTIVE_LEAD, "RAE", 900, "Chief operating officer", until=APPOINTED + 1),),
    ),
    Player(
        "nadia",
        "Dr Nadia Karim",
        (
            Post(Role.EXECUTIVE_LEAD, "RAE", APPOINTED, "Medical director"),
            Post(Role.EXECUTIVE_LEAD, "RXG", APPOINTED - 30, "Medical director"),
        ),
        "Executive lead of an acute trust, and of a mental health trust",
    ),
    Player(
        "amara",
        "Amara Lewis",
        (Post(Role.DEPUTY, "RAE", APPOINTED - 14, "Associate director of population health"),),
        "Deputy to the executive lead",
    ),
    Player(
        "ruth",
        "Ruth Okafor",
        (
            Post(Role.EXECUTIVE_LEAD, "QWO", 700, "Director of strategy and partnerships"),
            Post(Role.FACILITATOR, None, 400, "Director of strategy and partnerships"),
        ),
        "ICB lead and learning set facilitator",
    ),
    Player("farah", "Farah Siddiqui", (Post(Role.EXECUTIVE_LEAD, "RR8", 640, "Chief nurse"),)),
    Player("owen", "Owen Pritchard", (Post(Role.EXECUTIVE_LEAD, "RXF", 410, "Director of strategy"),)),
    Player("grace", "Grace Adeyemi", (Post(Role.EXECUTIVE_LEAD, "RWY", 380, "Chief people officer"),)),
    Player("daniel", "Daniel Marsh", (Post(Role.EXECUTIVE_LEAD, "RY6", 290, "Chief executive"),)),
    Player("lena", "Dr Lena Hoffmann", (Post(Role.EXECUTIVE_LEAD, "U78361", 330, "Clinical director"),)),
    Player("martin", "Martin Keogh", (Post(Role.EXECUTIVE_LEAD, "RH8", 450, "Chief medical officer"),)),
    Player(
        "joanna",
        "Joanna Pike",
        (Post(Role.EXECUTIVE_LEAD, "RCF", 3, "Director of nursing"),),
        "A lead on their third day: the first visit",
    ),
)
"""The set's members without sign-in are farah, owen, grace, daniel and lena; martin is a stranger elsewhere, helen a
leaver: the lead before Dr Karim."""
