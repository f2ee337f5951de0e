from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.calendar import WorkCalendar
from domain.desk import DeskHours, DeskSettings
from domain.order_changes import Difference, fold

MOSCOW = ZoneInfo("Europe/Moscow")
HOURS = DeskHours(DeskSettings(), WorkCalendar(), MOSCOW)


def local(day: int, clock: str) -> datetime:
    return datetime.combine(datetime(2026, 11, day, tzinfo=MOSCOW).date(), time.fromisoformat(clock), MOSCOW)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        (local(23, "10:00"), 40, local(23, "10:40")),
        (local(23, "08:00"), 40, local(23, "09:40")),
        (local(23, "17:50"), 40, local(24, "09:30")),
        (local(23, "17:20"), 40, local(23, "18:00")),
        (local(27, "17:50"), 40, local(30, "09:30")),  # Friday evening
        (local(28, "12:00"), 0, local(30, "09:00")),
        (local(23, "10:00"), 9 * 60, local(24, "10:00")),
    ],
)
def test_minutes_of_working_time(start: datetime, minutes: int, end: datetime) -> None:
    assert HOURS.after(start, minutes) == end.astimezone(UTC)


MOMENTS = st.integers(0, 60 * 24 * 30).map(lambda minutes: local(1, "00:00") + timedelta(minutes=minutes))


@given(MOMENTS, st.integers(0, 500), st.integers(0, 500))
def test_waiting_on_is_waiting_longer(start: datetime, first: int, second: int) -> None:
    whole, parts = HOURS.after(start, first + second), HOURS.after(HOURS.after(start, first), second)
    assert whole == parts or HOURS.opening(whole) == HOURS.opening(parts)
    assert whole >= start


@dataclass(frozen=True, slots=True)
class Step:
    product_id: int
    quantity_before: Decimal | None
    quantity_after: Decimal | None
    instead_of: int | None = None
    product: str = "масло"
    unit: str = "шт"
    price_before: int | None = 100
    price_after: int | None = 100
    discount_before: Decimal | None = None
    discount_after: Decimal | None = None
    why: str = ""
    employee: str = "Ольга"


def test_goods_that_stand_in_for_others_are_told_with_them() -> None:
    gone = Step(1, Decimal(20), None)
    spread = Step(2, None, Decimal(30), instead_of=1, product="спред")
    found = fold([spread, gone])
    assert found == (Difference(2, "спред", "шт", None, Decimal(30), 100, 100, "", "Ольга", was="масло"),)
    back = replace(gone, quantity_before=None, quantity_after=Decimal(20))
    assert [(one.name, one.was) for one in fold([spread, gone, back])] == [("спред", "")]


QUANTITIES = st.lists(st.none() | st.integers(1, 50).map(Decimal), min_size=2, max_size=8)


@given(QUANTITIES)
def test_what_is_told_is_the_first_and_the_last(quantities: list[Decimal | None]) -> None:
    steps = [Step(1, before, after) for before, after in pairwise(quantities)]
    found = fold(steps)
    if quantities[0] == quantities[-1]:
        assert found == ()
    else:
        assert [(one.before, one.after) for one in found] == [(quantities[0], quantities[-1])]
