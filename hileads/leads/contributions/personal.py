"""What the register of people holds about a person: who they are, how they sign in, their posts and invitations."""

from collections.abc import Iterator

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db.models import Q

from hileads.leads.actions import (
    dispose_invitations,
    dispose_sign_ins,
    end_posts,
    end_sign_ins,
    erase_from_invitations,
    erase_ways_to_sign_in,
)
from hileads.leads.models import Appointment, Delegation, HandoverNote, Invitation, User
from hileads.personal import (
    Erasure,
    Facts,
    Fate,
    Forgetting,
    PersonalData,
    RetentionRule,
    each,
    erasures,
    forgettings,
    personal_data,
    retention_rules,
)

KEEPS_ENTRIES = "You, and whoever keeps the entries of that organisation: its lead, deputy and board secretary, its region and national administrators."


def account_of(person: User) -> Iterator[Facts]:
    """Who they are to the portal."""
    return each([person], Name="name", Email_address="email", Joined="joined_at", Last_signed_in="last_login")


def addresses_of(person: User) -> Iterator[Facts]:
    """The addresses they sign in with."""
    rows = EmailAddress.objects.filter(user=person)
    return each(rows, Email_address="email", Known_to_be_theirs="verified", Main_address="primary")


def devices_of(person: User) -> Iterator[Facts]:
    """Passkeys, apps and recovery codes: that there are any, never their keys."""
    rows = Authenticator.objects.filter(user=person).order_by("pk")
    return each(rows, Kind="get_type_display", Added="created_at", Last_used="last_used_at")


def browsers_of(person: User) -> Iterator[Facts]:
    """Every browser in which they are signed in."""
    rows = UserSession.objects.filter(user=person).order_by("pk")
    return each(rows, Browser="user_agent", Internet_address="ip", Signed_in="created_at")


def other_sign_ins_of(person: User) -> Iterator[Facts]:
    """Accounts elsewhere that they sign in with."""
    rows = SocialAccount.objects.filter(user=person).order_by("pk")
    return each(
        rows,
        Service="provider",
        Number_there="uid",
        Linked="date_joined",
        Last_used="last_login",
        Told_by_it="extra_data",
    )


def posts_of(person: User) -> Iterator[Facts]:
    """Every post they hold or held."""
    return each(
        Appointment.objects.filter(user=person).select_related("organisation").order_by("from_date", "pk"),
        Role="get_role_display",
        Organisation="organisation.name",
        Post="post_title",
        From="from_date",
        To="to_date",
        Interim="is_interim",
        Job_share="is_job_share",
        Last_confirmed="confirmed_date",
    )


def delegations_with(person: User) -> Iterator[Facts]:
    """Colleagues they acted for, and who acted for them."""
    had_a_part = Q(deputy=person) | Q(named_by=person) | Q(appointment__user=person)
    return each(
        Delegation.objects.filter(had_a_part)
        .select_related("appointment__user", "appointment__organisation", "deputy", "named_by")
        .order_by("from_date", "pk"),
        Who_acts="deputy.name",
        For_whom="appointment.user.name",
        Organisation="appointment.organisation.name",
        In_what="area_labels",
        From="from_date",
        To="to_date",
        Named_by="named_by.name",
        Named="named_at",
    )


def invitations_to(person: User) -> Iterator[Facts]:
    """Invitations to their address, and those that they had a part in."""
    had_a_part = Q(email=person.email) | Q(nominated_by=person) | Q(confirmed_by=person)
    return each(
        Invitation.objects.filter(had_a_part)
        .select_related("organisation", "nominated_by", "confirmed_by")
        .order_by("nominated_at", "pk"),
        Who_is_invited="name",
        Email_address="email",
        Role="get_role_display",
        Organisation="organisation.name",
        Post="post_title",
        From="from_date",
        State="get_state_display",
        Nominated_by="nominated_by.name",
        Nominated="nominated_at",
        Confirmed_by="confirmed_by.name",
    )


def handover_notes_by(person: User) -> Iterator[Facts]:
    """What they wrote to whoever comes next."""
    rows = HandoverNote.objects.filter(written_by=person).select_related("handover__appointment__user")
    return each(
        rows.order_by("written_at", "pk"),
        Hand_over_of="handover.appointment.user.name",
        Section="section",
        Note="text",
        Ready="is_ready",
        Written="written_at",
    )


personal_data.add(
    "account",
    PersonalData(
        "Your account",
        "Your name and address: everyone with an appointment. The rest: you alone.",
        10,
        account_of,
    ),
)
personal_data.add(
    "addresses",
    PersonalData(
        "Addresses you sign in with", "You alone.", 11, addresses_of, ("account.EmailAddress.user",)
    ),
)
personal_data.add(
    "devices",
    PersonalData(
        "Passkeys and second steps",
        "You alone. Their secret keys are in no file.",
        12,
        devices_of,
        ("mfa.Authenticator.user",),
    ),
)
personal_data.add(
    "browsers",
    PersonalData(
        "Browsers in which you are signed in",
        "You alone.",
        14,
        browsers_of,
        ("usersessions.UserSession.user",),
    ),
)
personal_data.add(
    "other sign-ins",
    PersonalData(
        "Accounts elsewhere that you sign in with",
        "You alone.",
        13,
        other_sign_ins_of,
        ("socialaccount.SocialAccount.user",),
    ),
)
personal_data.add(
    "posts",
    PersonalData("Your posts", "Everyone with an appointment.", 20, posts_of, ("leads.Appointment.user",)),
)
personal_data.add(
    "delegations",
    PersonalData(
        "Acting for colleagues",
        "The people concerned, and whoever keeps the entries of that organisation.",
        22,
        delegations_with,
        ("leads.Delegation.deputy", "leads.Delegation.named_by"),
    ),
)
personal_data.add(
    "invitations",
    PersonalData(
        "Invitations to you, by you and confirmed by you",
        KEEPS_ENTRIES,
        21,
        invitations_to,
        ("leads.Invitation.nominated_by", "leads.Invitation.confirmed_by"),
    ),
)
personal_data.add(
    "hand-over notes",
    PersonalData(
        "What you wrote when a post was handed over",
        "You, the person who follows, and the lead, deputy and board secretary of that organisation.",
        22,
        handover_notes_by,
        ("leads.HandoverNote.written_by",),
    ),
)

forgettings.add("leads.User", Forgetting(columns=("email", "name")))
forgettings.add("leads.Invitation", Forgetting(gone=True, columns=("email", "name", "post_title")))
retention_rules.add(
    "accounts",
    RetentionRule(
        "Accounts: name, address, how somebody signs in",
        "until the account is closed",
        "whenever the person asks",
        Fate.ANONYMISED,
        "People come back to new posts, and read what they kept to themselves when a post has ended.",
        10,
    ),
)
retention_rules.add(
    "sign-ins",
    RetentionRule(
        "Sign-ins",
        "12 hours",
        "counted from their beginning",
        Fate.DELETED,
        "Nothing is needed of a sign-in that has run out.",
        11,
        dispose_sign_ins,
    ),
)
retention_rules.add(
    "posts",
    RetentionRule(
        "Posts: who held which, from when to when, with which time and support, and what was handed over",
        "for good",
        "counted from the appointment",
        Fate.KEPT,
        "Boards answer for what was decided and by whom. Of a closed account the post stays, without the name.",
        20,
    ),
)
retention_rules.add(
    "invitations",
    RetentionRule(
        "Invitations that nobody accepted",
        "180 days",
        "counted from the nomination",
        Fate.DELETED,
        "They hold the name and address of somebody who may never have heard of the portal.",
        21,
        dispose_invitations,
    ),
)
for place, (what, fate, words, erase) in enumerate(
    (
        ("Sign-ins", Fate.DELETED, "You are signed out everywhere, at once.", end_sign_ins),
        (
            "Ways to sign in",
            Fate.DELETED,
            "Your addresses, passkeys, codes and accounts elsewhere are deleted.",
            erase_ways_to_sign_in,
        ),
        (
            "Posts",
            Fate.ANONYMISED,
            "Your posts end today. That they were held, from when to when, stays as the public record, without your name.",
            end_posts,
        ),
        (
            "Invitations",
            Fate.ANONYMISED,
            "Your name and address are taken out of the invitations you accepted; others to you are deleted.",
            erase_from_invitations,
        ),
    ),
    start=10,
):
    erasures.add(f"leads.{what}", Erasure(what, fate, words, place, erase))
