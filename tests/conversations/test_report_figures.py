"""Every figure of a month's report is what the raw rows say."""

import pytest

from domain.reports import FIELDS
from screens.report_views import ReportView
from tests.office import Office
from tests.report_month import TABLES, Reckoned, ReportMonth
from usecases import reports

TEXTS = ("report.", "company.", "person.", "words.")
NAMES = {name for name in FIELDS if not name.startswith(TEXTS)}


@pytest.mark.parametrize("seed", [7, 26])
async def test_every_figure_is_what_the_rows_say(office: Office, seed: int) -> None:
    played = await ReportMonth(office, seed).play()
    rows = {table: await played.rows(table) for table in TABLES}
    for person in played.people:
        async with office.work() as work:
            view = await reports.open_home(person, work)
        assert isinstance(view, ReportView)
        wanted = Reckoned(played, rows, person)
        reckoned = wanted.values()
        assert reckoned.keys() == NAMES
        wrong = {
            name: (view.figures.values[name], one)
            for name, one in reckoned.items()
            if view.figures.values[name] != one
        }
        assert not wrong, (person.name, wrong)
        assert dict(view.figures.lists) == wanted.lists(), person.name
