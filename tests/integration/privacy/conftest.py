"""A world in which one person has left a trace wherever a trace can be left."""

from collections.abc import Callable, Iterator
from copy import deepcopy
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.test import Client
from django.test.utils import override_settings
from pytest_django.plugin import DjangoDbBlocker
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
from tests.twosteps import sign_in_with_two_steps
from tests.world import World, build

SignIn = Callable[[User], Client]
SECRET = "the key of the device"


@pytest.fixture(scope="module")
def world_of_all(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """The world, built once for a file's tests. Each looks at it from a transaction of its own."""
    files = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(MEDIA_ROOT=str(files), MESSAGE_FOLDER=files):
            found = traced()
        yield found
        transaction.set_rollback(True)


@pytest.fixture
def world(world_of_all: World, db: None) -> World:
    """The world as it was built: what a test does to its people stays in the test."""
    return deepcopy(world_of_all)


def traced() -> World:
    """Return a world in which the lead has left a trace wherever a trace can be left."""
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
    Workshop(sign_in_with_two_steps(Client(), found.cast.curator)).add("submit", code="about-waits")
    TaskState.objects.update(finished_by=lead, finished_at=now(), comment="Say what it cost.")
    ModelLogEntry.objects.update(user=lead)
    state = TaskState.objects.get()
    state.workflow_state.requested_by = lead
    state.workflow_state.save()
    state.revision.user = lead
    state.revision.save()
    return found
