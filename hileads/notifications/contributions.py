"""What the message ledger adds to the frame and to the docs."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse

from hileads.clock import now
from hileads.contributions import (
    AccountItem,
    Consequence,
    DemoChapter,
    DemoStage,
    Panel,
    Work,
    WorkLine,
    account_menu,
    demo_chapters,
    panels,
    work,
)
from hileads.leads.models import User
from hileads.notifications.actions import (
    dispose_messages,
    dispose_seen,
    dispose_sign_in_messages,
    erase_choices,
    erase_messages,
    record_beat,
)
from hileads.notifications.models import Message, Pause, Preference, State
from hileads.notifications.policies import BEATS, TRANSITIONS
from hileads.notifications.queries import alerts_at, mail_comes_back, stopped_by_link
from hileads.permissions.catalogue import P
from hileads.permissions.checks import can
from hileads.personal import (
    Erasure,
    Facts,
    Fate,
    PersonalData,
    RetentionRule,
    each,
    erasures,
    not_told,
    personal_data,
    retention_rules,
)
from hileads.states import StateMachine, machines

OWN_MAIL = "Mail to you comes back, so nothing but codes for signing in is sent to you."


def _everyone(user: User) -> bool:
    return True


def messages_to(person: User) -> Iterator[Facts]:
    """Every message to them, with its words where these are kept."""
    return each(
        Message.objects.filter(recipient=person).order_by("due_at", "pk"),
        Subject="subject",
        Kind="get_stream_display",
        To_address="address",
        Due="due_at",
        State="get_state_display",
        Sent="sent_at",
        Why_not="reason",
        Words="body_text",
        Calendar_file="calendar",
    )


def choices_of(person: User) -> Iterator[Facts]:
    """How they chose to hear of each stream."""
    return each(
        Preference.objects.filter(user=person).order_by("pk"),
        About="get_stream_display",
        How="get_frequency_display",
        Before="get_previous_display",
        Chosen="chosen_at",
    )


def pauses_of(person: User) -> Iterator[Facts]:
    """The days on which they want no mail."""
    return each(Pause.objects.filter(user=person), From="from_date", To="to_date")


def may_watch(user: User) -> bool:
    """Say whether a person watches whether messages leave."""
    return can(user, P.MESSAGE_WATCH)


def lines_about_mail(people: Sequence[User], day: date) -> Iterator[tuple[User, WorkLine]]:
    """Yield whose mail comes back where somebody could help, and for those who watch what looks wrong."""
    for reader, person, place in mail_comes_back(people, day):
        is_own = person == reader
        about = reverse("organisation-show", kwargs={"code": place.code})
        yield (
            reader,
            WorkLine(
                key=f"mail-comes-back:{person.pk}",
                consequence=Consequence.SOMEONE_WAITS,
                text=OWN_MAIL
                if is_own
                else f"Mail to {person.name} comes back. They may have another address.",
                url=reverse("mail-choices") if is_own else about,
                verb="Check your address" if is_own else "See who is recorded",
                organisation_name=place.name,
            ),
        )
    watchers = [person for person in people if may_watch(person)]
    for alert in alerts_at(now()) if watchers else []:
        for watcher in watchers:
            yield (
                watcher,
                WorkLine(
                    key=f"alert:{alert.key}",
                    consequence=Consequence.SOMEONE_WAITS,
                    text=alert.sentence,
                    url=reverse("sending-show"),
                    verb="See whether messages leave",
                ),
            )


def what_a_link_stopped(user: User, subject: object) -> Mapping[str, Any] | None:
    """Tell a person what they stopped by the link of a mail, which some mail programs press by themselves."""
    rows = stopped_by_link(user, now())
    return {"stopped": rows} if rows else None


def wait_for_what_recurs(stage: DemoStage) -> None:
    """What the demo's story sent, it sent long ago: only from now on is the next sign of life waited for."""
    for name in BEATS:
        record_beat(by=User.objects.system(), name=name)


account_menu.add(
    "notifications.messages",
    AccountItem(label="Messages sent to me", url_name="message-list", visible=_everyone, order=30),
)
account_menu.add(
    "notifications.choices",
    AccountItem(label="What comes by mail", url_name="mail-choices", visible=_everyone, order=31),
)
panels.add(
    "notifications.stopped",
    Panel("home.this_week", "notifications/_stopped.jinja", what_a_link_stopped, order=90),
)
account_menu.add("notifications.sending", AccountItem("Sending of messages", "sending-show", may_watch, 45))
demo_chapters.add("messages", DemoChapter(90, wait_for_what_recurs))
work.add("messages", Work(lines_about_mail, order=5))
machines.add(
    "messages",
    StateMachine(
        name="messages",
        title="A message",
        start=State.DUE,
        changes=TRANSITIONS,
        words={state: state.label for state in State},
    ),
)
personal_data.add(
    "messages",
    PersonalData("Messages sent to you", "You alone.", 30, messages_to, ("notifications.Message.recipient",)),
)
not_told.add(
    "notifications.Message.posted_by",
    "a message is its recipient's: who caused it is in the history of changes",
)
retention_rules.add(
    "sign-in messages",
    RetentionRule(
        "Messages about signing in",
        "90 days",
        "counted from the day they were due",
        Fate.DELETED,
        "Long enough to find out why a code did not arrive.",
        30,
        dispose_sign_in_messages,
    ),
)
retention_rules.add(
    "messages",
    RetentionRule(
        "All other messages",
        "400 days",
        "counted from the day they were due",
        Fate.DELETED,
        "People look up what they were told about last year's sessions and reports; not longer.",
        31,
        dispose_messages,
    ),
)
retention_rules.add(
    "seen lines",
    RetentionRule(
        "Which lines of “This week” you looked at",
        "31 days",
        "counted from the day you looked",
        Fate.DELETED,
        "No mail repeats what you have looked at; a monthly one looks back furthest.",
        32,
        dispose_seen,
    ),
)
erasures.add(
    "messages", Erasure("Messages", Fate.DELETED, "Every message to you is deleted.", 20, erase_messages)
)
for label, heading, things in (
    ("notifications.Preference.user", "What you chose to hear of by mail", choices_of),
    ("notifications.Pause.user", "Days on which you want no mail", pauses_of),
):
    personal_data.add(label, PersonalData(heading, "You alone.", 31, things, (label,)))
not_told.add(
    "notifications.Seen.user", "a short form of lines you looked at, kept so that no mail repeats them"
)
not_told.add(
    "notifications.StreamStop.stopped_by", "what an administrator did in office stands in the history"
)
erasures.add(
    "choices",
    Erasure(
        "What you chose to hear of", Fate.DELETED, "Your choices about mail are deleted.", 21, erase_choices
    ),
)
