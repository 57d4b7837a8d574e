"""Every mail there is, brought about by what brings it about, and its links."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import allauth
import pytest
from allauth.account.adapter import get_adapter
from allauth.account.models import EmailAddress, EmailConfirmationHMAC
from allauth.core.context import request_context
from django.conf import settings
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.models import TaskState

from accountability.actions.report import open_report
from accountability.policies.report import draft_due
from hileads.access.actions import carry_out_resets, confirm_loss
from hileads.clock import at, now, today
from hileads.curation.models import ReviewTask
from hileads.leads.actions import end_delegation
from hileads.leads.models import Role, User
from hileads.notifications import emails
from hileads.notifications.actions import choose_frequencies, post_reminders, record_beat, tell_alerts
from hileads.notifications.models import Frequency, Message, Stream
from hileads.organisations.models import Expectation
from hileads.privacy.actions import answer_correction
from hileads.privacy.models import CorrectionState
from hileads.sending_hours import opening
from learning_sets.actions import answer_session, cancel_session, change_session
from learning_sets.models import Answer, Membership
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import appointed
from tests.integration.curation.conftest import Workshop
from tests.twosteps import sign_in_with_two_steps
from tests.world import World, build, session_of

OURS = settings.BASE_DIR / "templates" / "emails"
LINK = re.compile(r"https?://[^\s\"'<>]+")
ADDRESS = "leila.lead@nhs.example"


def templates_of_mails() -> set[str]:
    """Return the name of every mail of ours that has a template, by the folder and the name of its text."""
    texts = OURS.glob("*/*.txt.jinja")
    return {path.relative_to(OURS).as_posix().removesuffix(".txt.jinja") for path in texts}


def mails_of_allauth() -> list[str]:
    """Return the name of every mail that the sign-in library may send."""
    folder = Path(allauth.__file__).parent / "templates"
    texts = [
        path
        for room in ("account", "mfa", "socialaccount")
        for path in (folder / room / "email").glob("*_message.txt")
    ]
    return sorted(
        path.relative_to(folder).as_posix().removesuffix("_message.txt")
        for path in texts
        if not path.name.startswith("base")
    )


class Postbag:
    """A world in which everything has happened of which a mail tells."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.filled: set[str] = set()
        self._watch(monkeypatch)
        self.world: World = build()
        self._deputy()
        self._sessions()
        self._review()
        self._due()
        self._correction()
        self._signing_in()
        self._alerts()
        self._lost_step()

    @property
    def links(self) -> dict[str, str]:
        """Return the address inside the portal behind each link of each mail, with a subject that holds it."""
        ours = (settings.BASE_URL.rstrip("/"), "http://testserver")
        found = {}
        for mail in Message.objects.all():
            for link in LINK.findall(f"{mail.body_text}\n{mail.body_html}"):
                start = next((one for one in ours if link.startswith(one)), None)
                if start:
                    found[link.removeprefix(start).replace("&amp;", "&").rstrip(".,)") or "/"] = mail.subject
        return found

    def _watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Note which templates are filled."""
        fill = emails.render_to_string

        def filled(name: str, *args: Any, **options: Any) -> str:
            self.filled.add(name.removeprefix("emails/").split(".")[0])
            return fill(name, *args, **options)

        monkeypatch.setattr(emails, "render_to_string", filled)

    def _deputy(self) -> None:
        end_delegation(by=self.world.cast.secretary, delegation=self.world.delegation)

    def _sessions(self) -> None:
        cast, group = self.world.cast, self.world.learning_set
        session = self.world.session
        answer_session(by=cast.lead, session=session, answer=Answer.ACCEPTED)
        self._remind(session.starts_at - timedelta(days=1))
        change_session(
            by=cast.facilitator,
            session=session,
            starts_at=session.starts_at + timedelta(days=1),
            ends_at=session.ends_at + timedelta(days=1),
            place="The library",
            join_url=session.join_url,
        )
        answer_session(by=cast.lead, session=session, answer=Answer.ACCEPTED)
        answer_session(by=cast.lead, session=session, answer=Answer.DECLINED)
        cancel_session(by=cast.facilitator, session=session_of(cast, group, in_days=40))
        silent = session_of(cast, group, in_days=50)
        self._remind(silent.starts_at - timedelta(days=2))
        assert Membership.objects.filter(learning_set=group).count() == 2

    def _due(self) -> None:
        """Let time pass until each thing is due, late or missing."""
        cast, ends = self.world.cast, today() + timedelta(days=27)
        choose_frequencies(by=cast.lead, wanted={Stream.ACTIONS: Frequency.AT_ONCE})
        report = open_report(
            by=cast.secretary,
            organisation=cast.trust,
            from_date=today() - timedelta(days=200),
            to_date=today() - timedelta(days=10),
            meeting_date=today() + timedelta(days=60),
        )
        appointed("Eda Ending", Role.TEAM_MEMBER, cast.trust, to_date=ends)
        empty = OrganisationFactory()
        Expectation.objects.create(organisation=empty, reason="It is a trust.", from_date=today())
        appointed("Vic Deputy", Role.DEPUTY, empty)
        for day in (
            self.world.commitment.due_date + timedelta(days=1),
            self.world.action.due_date,
            draft_due(report),
            report.paper_deadline_date,
            report.meeting_date,
            ends - timedelta(days=7),
            today() + timedelta(days=14),
            self.world.resource.review_due_date,
        ):
            self._remind(opening(day) + timedelta(hours=1))

    def _remind(self, moment: datetime) -> None:
        with at(moment):
            post_reminders(by=User.objects.system())

    def _review(self) -> None:
        desk = sign_in_with_two_steps(Client(), self.world.cast.curator)
        Workshop(desk).add("submit", code="links-in-mails")
        assert isinstance(TaskState.objects.get().task.specific, ReviewTask)

    def _correction(self) -> None:
        answer_correction(
            by=self.world.cast.national_admin,
            correction=self.world.correction,
            state=CorrectionState.DONE,
            answer="It says March now.",
        )

    def _alerts(self) -> None:
        with at(now() - timedelta(hours=1)):
            record_beat(by=User.objects.system(), name="sweep")
        tell_alerts(by=User.objects.system())

    def _lost_step(self) -> None:
        loss, admin = self.world.step_loss, self.world.cast.national_admin
        confirm_loss(by=admin, loss=loss)
        confirm_loss(by=appointed("Ned Admin", Role.NATIONAL_ADMIN, None), loss=loss)
        with at(now() + timedelta(days=2)):
            carry_out_resets(by=User.objects.system())

    def _signing_in(self) -> None:
        """Let the library send what it may: by its own forms where they exist, else by its templates."""
        EmailAddress.objects.create(user=self.world.cast.lead, email=ADDRESS, primary=True, verified=True)
        Client().post(reverse("account_request_login_code"), {"email": ADDRESS})
        Client().post(reverse("account_request_login_code"), {"email": "nobody@nhs.example"})
        Client().post(reverse("account_reset_password"), {"email": ADDRESS})
        waiting = appointed("Una Unverified", Role.TEAM_MEMBER, self.world.cast.trust)
        unverified = EmailAddress.objects.create(user=waiting, email=waiting.email, primary=True)
        key = EmailConfirmationHMAC.create(unverified).key
        request = RequestFactory().get("/")
        request.user, request.session = self.world.cast.lead, Client().session  # type: ignore[assignment]
        context = {
            "user": self.world.cast.lead,
            "activate_url": f"http://testserver{reverse('account_confirm_email', args=[key])}",
            "password_reset_url": f"http://testserver{reverse('account_reset_password')}",
            "signup_url": f"http://testserver{reverse('account_signup')}",
            "key": key,
            "code": "ABC-DEF",
            "timestamp": now(),
            "deleted_email": ADDRESS,
            "from_email": ADDRESS,
            "to_email": ADDRESS,
            "ip": "192.0.2.1",
            "user_agent": "A browser",
            "day": today(),
        }
        with request_context(request):
            for mail in mails_of_allauth():
                get_adapter().send_mail(mail, ADDRESS, dict(context))
