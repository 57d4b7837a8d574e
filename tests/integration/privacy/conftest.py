"""A world in which one person has left a trace wherever a trace can be left."""

from collections.abc import Callable
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import ModelLogEntry, TaskState

from accountability.actions.plan import note_action
from accountability.actions.report import export_report, sign_report
from accountability.models import Export
from hileads.clock import now, today
from hileads.leads.models import User
from hileads.organisations.models import Import, ImportRun
from hileads.privacy.actions import answer_correction
from learning_sets.actions import answer_session, record_reflection
from learning_sets.models import Answer
from tests.integration.curation.conftest import Workshop
from tests.world import World, build

SignIn = Callable[[User], Client]
SECRET = "the key of the device"


@pytest.fixture
def world(db: None, signed_in: SignIn) -> World:
    """A world in which the lead has left a trace wherever a trace can be left."""
    found = build()
    lead = found.cast.lead
    note_action(by=lead, action=found.action, token=uuid4(), text="Three evenings are planned.")
    sign_report(by=lead, report=found.frozen_report)
    export_report(by=lead, report=found.frozen_report, file_format=Export.Format.SPREADSHEET)
    answer_session(by=lead, session=found.session, answer=Answer.ACCEPTED)
    answer_correction(
        by=found.cast.national_admin, correction=found.correction, state="done", answer="It says March now."
    )
    record_reflection(by=lead, session=found.session_held, text="I listened too little.")
    EmailAddress.objects.create(user=lead, email=lead.email, primary=True, verified=True)
    Authenticator.objects.filter(user=lead, type=Authenticator.Type.TOTP).update(data={"secret": SECRET})
    SocialAccount.objects.create(user=lead, provider="nhsmail", uid="12345", extra_data={"post": "lead"})
    ImportRun.objects.create(
        kind="etr",
        file_names="etr.csv",
        sha256="0" * 64,
        as_at_date=today(),
        imported_at=now(),
        imported_by=lead,
    )
    Import.objects.update(created_by=lead, decided_by=lead)
    Document.objects.create(title="Slides", uploaded_by_user=lead)
    Image.objects.create(title="Team", file=get_test_image_file(), uploaded_by_user=lead)
    Workshop(signed_in(found.cast.curator)).add("submit", code="about-waits")
    TaskState.objects.update(finished_by=lead, finished_at=now(), comment="Say what it cost.")
    ModelLogEntry.objects.update(user=lead)
    state = TaskState.objects.get()
    state.workflow_state.requested_by = lead
    state.workflow_state.save()
    state.revision.user = lead
    state.revision.save()
    return found
