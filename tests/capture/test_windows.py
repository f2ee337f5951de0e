"""Hours of a delivery as they are typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.windows import DAY, read_window


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("9–13", (540, 780)),
        ("с 9 до 13:30", (540, 810)),
        ("9.00 - 12.15", (540, 735)),
        ("С 9 по 13 часов.", (540, 780)),
        ("до 12", (None, 720)),
        ("после 14:30", (870, None)),
        ("с 8", (480, None)),
        ("from 9 to 13", (540, 780)),
        ("before 12", (None, 720)),
        ("10 12", (600, 720)),
        ("После обеда", (780, 1080)),
        ("с утра", (540, 780)),
        ("after lunch", (780, 1080)),
    ],
)
def test_hours_are_read(text: str, window: tuple[int | None, int | None]) -> None:
    assert read_window(text) == window


@pytest.mark.parametrize("text", ["", "вечером", "13–9", "9–9", "25–26", "до 0", "9:75–12", "12", "масло 5"])
def test_what_is_no_hours_is_refused(text: str) -> None:
    assert read_window(text) is None


@given(st.text(max_size=30))
def test_whatever_is_read_is_a_part_of_one_day(text: str) -> None:
    window = read_window(text)
    if window is not None:
        since, until = window
        assert (since, until) != (None, None)
        assert 0 <= (since or 0) < (until or DAY) <= DAY
