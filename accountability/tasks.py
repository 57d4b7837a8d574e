"""What beat starts and what actions queue by name. Each may run any number of times, side by side."""

from celery import shared_task

from accountability.actions import figureimports
from hileads.leads.models import User


@shared_task
def carry_out_figure_imports() -> None:
    """Check, import and undo the files of figures that wait."""
    figureimports.carry_out_figure_imports(by=User.objects.system())
