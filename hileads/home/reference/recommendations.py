"""The five recommendations on supporting named leads, in our own words, and where each lives in the portal."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A page of the portal: what to call the link, and its name in the address plan."""

    label: str
    url_name: str


@dataclass(frozen=True)
class Recommendation:
    """One recommendation: what it asks for, what there is of it here, and where."""

    title: str
    asks: str
    here: str
    places: tuple[Place, ...]


RECOMMENDATIONS = (
    Recommendation(
        "A good start in the role",
        "New leads get a guide to the role, worked examples of what leads do and how they measure it, and the way "
        "to the support that already exists, made with leads from their experience.",
        "A role guide for your kind of organisation, 24 example activities in the board’s four jobs, and 22 example "
        "measures. Any of them can become an action in your plan.",
        (Place("My role", "role-show"), Place("What leads do", "activity-list")),
    ),
    Recommendation(
        "Learning together",
        "Leads, their teams and their partners meet in small groups, nationally and close to home, to work on real "
        "problems by asking and reflecting.",
        "Your learning sets, the next session in your calendar, and a private place for what you commit to. What "
        "you choose to, and only that, becomes an action.",
        (Place("Learning sets", "set-list"),),
    ),
    Recommendation(
        "Evidence that can be used",
        "One place for sound evidence, methods and case studies, for beginners and for experts, kept up to date.",
        "A search that takes a question as you would ask it, what each item says and how strong it is, and a way "
        "to cite it in an action at the version you read.",
        (Place("Evidence", "resource-list"),),
    ),
    Recommendation(
        "Policy with a long view",
        "Reducing inequalities stands at the centre of how the system develops, with leads in its structures and "
        "cover for decisions that are right but unpopular.",
        "A dated timeline of what national policy has asked for and of what replaced it, so that a plan rests on "
        "what is in force.",
        (Place("Policy timeline", "policy-list"),),
    ),
    Recommendation(
        "Accountability that enables",
        "Inequality measures stand on an equal footing with waiting times and A&E, and boards give room for "
        "trying things out, for long time scales and for causes beyond the NHS.",
        "A plan whose actions have measures, inequality and performance measures in the same form, trials that may "
        "be stopped with a reason, and a six-monthly assurance report that assembles itself from all this.",
        (
            Place("Our plan", "plan-own"),
            Place("Our measures", "measure-list"),
            Place("Board report", "report-list"),
        ),
    ),
)
"""Sub-points are represented by the rooms themselves. Counts named here are tested against what is shipped."""
