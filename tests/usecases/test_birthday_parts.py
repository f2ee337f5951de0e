"""What is told of a birthday and of a person in parts."""

from datetime import date

import pytest

from capture.birthdays import read_birthday_line
from capture.company_dates import CompanyDate, read_company_line
from domain.errors import InvalidBirthDateError
from domain.occasions import Birth, BirthDate, BirthMonth, make_birth, told_better
from usecases.import_persons import _is_part, plain

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("др смирновой в марте", ("смирновой", (None, 3, None))),
        ("юбилей у смирновой 12 марта 76", ("смирновой", (12, 3, 1976))),
        ("день рождения директора лютика 5 мая", ("директора лютика", (5, 5, None))),
        ("др в марте у смирновой", ("смирновой", (None, 3, None))),
        ("др Март Евгений 9 апреля", ("Март Евгений", (9, 4, None))),
        ("др у мая", ("мая", None)),
        ("у директора ромашки др 5 мая", ("директора ромашки", (5, 5, None))),
        ("у смирновой день рождения 12.03.85", ("смирновой", (12, 3, 1985))),
        ("смирнова др", None),
        ("заказ ромашке 5 масла др 12 марта", None),
        ("др у громова 31 февраля", ("громова", None)),
        ("др у громова 31.02.1980", ("громова", None)),
        ("др столовая № 5", ("столовая № 5", None)),
    ],
)
def test_lines(line: str, read: object) -> None:
    assert read_birthday_line(line) == read


@pytest.mark.parametrize(
    ("before", "said", "kept"),
    [
        ((12, 3, 1985), (12, 3, None), (12, 3, 1985)),
        ((12, 3, 1985), (None, 3, None), (12, 3, 1985)),
        ((None, 3, None), (12, 3, None), (12, 3, None)),
        ((12, 3, 1985), (12, 5, None), (12, 5, None)),
        ((28, 2, 1985), (29, 2, None), (29, 2, None)),
        (None, (None, 3, None), (None, 3, None)),
    ],
)
def test_a_vaguer_word_takes_nothing_away(before: Birth | None, said: Birth, kept: Birth) -> None:
    assert told_better(before, said) == kept


def test_a_birthday_with_and_without_its_day() -> None:
    assert make_birth((None, 3, None), TODAY) == BirthMonth(3)
    assert make_birth((29, 2, None), TODAY) == BirthDate(2, 29)
    for wrong in ((0, 3, None), (None, 13, None), (None, 3, 1800), (None, 12, 2026)):
        with pytest.raises(InvalidBirthDateError):
            make_birth(wrong, TODAY)


@pytest.mark.parametrize(
    ("typed", "known", "same"),
    [
        ("Смирнова О. П.", "Смирнова Ольга Петровна", True),
        ("Смирнова", "Смирнова Ольга Петровна", True),
        ("Смирнова Ольга Петровна", "Ольга Смирнова", True),
        ("Смирнова Анна", "Смирнова Ольга", False),
        ("О. П.", "Смирнова Ольга Петровна", False),
        ("Смирнова Ольга", "Ольга", False),
    ],
)
def test_a_name_in_part(typed: str, known: str, same: bool) -> None:
    assert _is_part(plain(typed), plain(known)) is same


@pytest.mark.parametrize(
    ("line", "whose", "what", "when"),
    [
        ("ромашка основана 12.03.2005", "ромашка", CompanyDate.FOUNDED, (12, 3, 2005)),
        ("Ромашка основана в 2005 году", "Ромашка", CompanyDate.FOUNDED, (None, None, 2005)),
        ("работаем с ромашкой с марта 2015", "ромашкой", CompanyDate.TOGETHER, (None, 3, 2015)),
        ("день рождения фирмы ромашка 12 марта", "ромашка", CompanyDate.FOUNDED, (12, 3, None)),
        ("we work with Romashka since 2015", "Romashka", CompanyDate.TOGETHER, (None, None, 2015)),
    ],
)
def test_dates_of_a_company(line: str, whose: str, what: CompanyDate, when: object) -> None:
    found = read_company_line(line)
    assert found is not None
    assert (found.whose, found.what, found.when) == (whose, what, when)
    assert read_company_line("работаем с ромашкой с понедельника") is None
