"""May what people ask for happen now?"""

from hileads.frame.refusals import NotNow
from hileads.privacy.models import Correction, CorrectionState
from hileads.wording import long_date


def refuse_answered(correction: Correction) -> None:
    """Refuse a second answer."""
    if correction.state != CorrectionState.OPEN:
        raise NotNow(
            f"This was answered on {long_date(correction.answered_at)}. "
            "If the answer was wrong, put right what is wrong and tell the person."
        )
