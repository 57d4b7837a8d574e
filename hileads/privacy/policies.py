"""May what people ask for happen now?"""

from hileads.clock import today
from hileads.frame.refusals import NotNow
from hileads.leads.models import Appointment, Role, User
from hileads.privacy.models import Correction, CorrectionState
from hileads.wording import long_date


def refuse_answered(correction: Correction) -> None:
    """Refuse a second answer."""
    if correction.state != CorrectionState.OPEN:
        raise NotNow(
            f"This was answered on {long_date(correction.answered_at)}. "
            "If the answer was wrong, put right what is wrong and tell the person."
        )


def refuse_closure(person: User) -> None:
    """Refuse to close what is closed, the portal itself, and the account of the last national administrator."""
    if person.is_system or person.is_closed:
        raise NotNow("This account is closed already.")
    national = Appointment.objects.live(today()).in_role(Role.NATIONAL_ADMIN)
    if national.filter(user=person).exists() and not national.exclude(user=person).exists():
        raise NotNow(
            "There is no other national administrator, and somebody has to keep the portal. "
            "Have a second one appointed first."
        )
