"""What beat starts and what actions queue by name. Each may run any number of times, side by side."""

from celery import shared_task

from accountability.actions import figureimports
from hileads.leads.models import User

LONGEST_SECONDS = 1_500
"""A million rows take a minute or two; a slow machine may take longer."""


@shared_task(soft_time_limit=LONGEST_SECONDS, time_limit=LONGEST_SECONDS + 60)
def carry_out_figure_imports() -> None:
    """Check, import and undo the files of figures that wait."""
    figureimports.carry_out_figure_imports(by=User.objects.system())
