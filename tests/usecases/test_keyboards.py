"""No button beside another is cut on a phone: rows part where a text would not fit."""

from hypothesis import given
from hypothesis import strategies as st

from screens.screen import Button, Screen, fits, in_rows
from usecases.post import reply_markup


def row_of(*texts: str) -> tuple[Button, ...]:
    return tuple(Button(text, tap="x") for text in texts)


def laid(screen: Screen) -> list[list[str]]:
    markup = reply_markup(screen)
    assert markup is not None
    return [[button["text"] for button in row] for row in markup["inline_keyboard"]]


def test_a_pair_that_would_be_cut_stands_one_under_the_other() -> None:
    rows = (row_of("✅ Разрешить отгрузку", "✅ Разрешить скидку"), row_of("❌ Отклонить", "Спросить"))
    assert laid(Screen("", rows)) == [
        ["✅ Разрешить отгрузку"],
        ["✅ Разрешить скидку"],
        ["❌ Отклонить", "Спросить"],
    ]


def test_three_part_where_two_fit() -> None:
    rows = (row_of("📌 Поручить", "Передать", "Памятка передачи"),)
    assert laid(Screen("", rows)) == [["📌 Поручить", "Передать"], ["Памятка передачи"]]


def test_a_list_closes_up_behind_a_long_name() -> None:
    names = row_of("Анна", "Вера Константинова · поддержка", "Ира", "Олег")
    assert in_rows(names, 2) == (names[:1], names[1:2], names[2:])


def test_a_picture_is_as_wide_as_two_letters() -> None:
    assert fits("🎪 Выставка", 3)
    assert not fits("🎪 Пригласить", 3)
    assert fits("⚙️ Настройки", 3)


@given(st.lists(st.text(max_size=45), max_size=20), st.integers(1, 9))
def test_every_button_stays_in_its_order_and_fits(texts: list[str], width: int) -> None:
    buttons = row_of(*texts)
    rows = in_rows(buttons, width)
    assert tuple(button for row in rows for button in row) == buttons
    for row in rows:
        assert 1 <= len(row) <= width
        assert len(row) == 1 or all(fits(button.text, len(row)) for button in row)
