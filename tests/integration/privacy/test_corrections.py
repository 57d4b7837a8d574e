"""People put right what they may, and ask for the rest."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.test import Client

from hileads.clock import today
from hileads.contributions import work
from hileads.frame.refusals import NotNow
from hileads.leads.models import Appointment, User
from hileads.notifications.models import Message
from hileads.privacy.actions import answer_correction, ask_for_correction
from hileads.privacy.models import About, Correction, CorrectionState
from hileads.privacy.queries.corrections import corrections_waiting_for
from hileads.work import lines_for
from tests.actors import Cast

SignIn = Callable[[User], Client]
WORDS = {"about": "written", "wrong": "That I left in March.", "right": "I left in May."}
ANSWER = {"state": "done", "answer": "It says May now."}


@pytest.fixture
def correction(cast: Cast) -> Correction:
    return ask_for_correction(by=cast.lead, **WORDS)


def test_asking_twice_is_one_request_and_the_answer_reaches_the_person(cast: Cast, signed_in: SignIn):
    lead, admin = signed_in(cast.lead), signed_in(cast.national_admin)
    for _twice in range(2):
        answer = lead.post("/account/information/correct/", WORDS, follow=True)
    assert "A national administrator reads it" in answer.content.decode()
    correction = Correction.objects.get()
    listed = admin.get("/corrections/").content.decode()
    assert "Leila Lead" in listed
    page = f"/corrections/{correction.public_id}/"
    assert page in listed
    assert "That I left in March." in admin.get(page).content.decode()
    assert "Leila Lead is told." in admin.post(page, ANSWER, follow=True).content.decode()
    assert "Nobody waits for a correction." in admin.get("/corrections/").content.decode()
    mail = Message.objects.get(kind="correction_answered")
    assert mail.recipient == cast.lead
    assert "It says May now." not in mail.body_text
    shown = lead.get("/account/information/").content.decode()
    assert "Nat Admin answered: It says May now." in shown


def test_a_second_answer_is_refused_and_the_first_can_be_read(
    cast: Cast, signed_in: SignIn, correction: Correction
):
    answer_correction(by=cast.national_admin, correction=correction, **ANSWER)
    with pytest.raises(NotNow, match="This was answered on"):
        answer_correction(by=cast.national_admin, correction=correction, **ANSWER)
    admin = signed_in(cast.national_admin)
    assert admin.post(f"/corrections/{correction.public_id}/", ANSWER).status_code == 409
    assert "Answered by Nat Admin" in admin.get(f"/corrections/{correction.public_id}/").content.decode()


def test_only_national_administrators_answer_and_only_they_and_the_person_know(
    cast: Cast, correction: Correction
):
    with pytest.raises(PermissionDenied, match="Corrections are answered by national administrators"):
        answer_correction(by=cast.lead, correction=correction, **ANSWER)
    with pytest.raises(Http404):
        answer_correction(by=cast.deputy, correction=correction, **ANSWER)
    assert list(corrections_waiting_for(cast.secretary)) == []


def test_it_stands_in_the_week_of_those_who_answer(cast: Cast, correction: Correction):
    texts = [line.text for line in lines_for(cast.national_admin, today())]
    assert "Leila Lead asks to have something put right" in texts
    assert [line for line in lines_for(cast.lead, today()) if "put right" in line.text] == []
    assert work.get("corrections") is not None


def test_its_words_stay_out_of_the_history(cast: Cast, correction: Correction):
    answer_correction(by=cast.national_admin, correction=correction, **ANSWER)
    fields = {field.name for field in Correction.pgh_event_model._meta.fields}
    assert fields.isdisjoint({"wrong", "right", "answer"})
    assert Correction.pgh_event_model.objects.filter(state=CorrectionState.DONE).count() == 1
    assert str(correction) == f"Leila Lead: {About.WRITTEN.label}"


def test_one_changes_ones_own_name_and_posts_at_once(cast: Cast, signed_in: SignIn):
    lead, post = signed_in(cast.lead), cast.lead.appointments.get()
    page = lead.get("/account/edit/").content.decode()
    assert "executive lead for health inequalities, Alder Vale NHS Foundation Trust" in page
    given = {"name": " Leila Leader ", f"post-{post.public_id}": "Medical director"}
    for _twice in range(2):
        answer = lead.post("/account/edit/", given, follow=True).content.decode()
    assert "Your entries are changed." in answer
    assert "Leila Leader" in answer
    post.refresh_from_db()
    assert post.post_title == "Medical director"
    assert (
        User.pgh_event_model.objects.filter(
            pgh_obj=cast.lead, pgh_label="update", name="Leila Leader"
        ).count()
        == 1
    )
    assert Appointment.pgh_event_model.objects.filter(pgh_obj=post, pgh_label="update").count() == 1


def test_a_post_that_has_ended_and_those_of_others_stay_as_they_are(cast: Cast, signed_in: SignIn):
    leaver, others = signed_in(cast.leaver), cast.deputy.appointments.get()
    leaver.post("/account/edit/", {"name": "Len Leaver", f"post-{others.public_id}": "King"})
    others.refresh_from_db()
    assert others.post_title == ""
    national = signed_in(cast.national_admin).get("/account/edit/").content.decode()
    assert "national administrator, nationally" in national
    assert cast.leaver.appointments.get().to_date < today() - timedelta(days=1)


def test_a_name_is_needed(cast: Cast, signed_in: SignIn):
    answer = signed_in(cast.lead).post("/account/edit/", {"name": " "})
    assert answer.status_code == 200
    assert User.objects.get(pk=cast.lead.pk).name == "Leila Lead"
