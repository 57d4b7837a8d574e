"""What is known of a measure at a place, beyond what its page shows."""

from datetime import date

from accountability.models import DataSource
from accountability.queries.figures import figures_at, key_of
from tests.actors import Cast
from tests.factories.boardroom import figure_of, measure_of


def test_figures_say_whether_somebody_worked_them_out_from_published_ones(cast: Cast):
    version = measure_of()
    figure_of(version, cast.trust, date(2026, 8, 1), 800)
    key = key_of(version, cast.trust)
    assert figures_at([version], [cast.trust])[key].is_derived is False
    DataSource.objects.update(is_derived=True)
    assert figures_at([version], [cast.trust])[key].is_derived is True
