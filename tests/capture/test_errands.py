"""Lines that give errands, ask departments, propose and announce; and lines that do none of it."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from capture.errands import read_announcement, read_errand, read_proposal, read_request, split_term
from domain.calendar import WorkCalendar
from domain.errands import Aim, Pool, ProposalKind

MONDAY = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("Europe/Moscow"))
FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("line", "whom", "everybody", "explicit"),
    [
        ("поручение Анне: позвонить в Ромашку", ("Анне",), False, True),
        ("Поручи Анне, Игорю и Вере: сверить долги", ("Анне", "Игорю", "Вере"), False, True),
        ("Анне и Игорю: сверить долги", ("Анне", "Игорю"), False, False),
        ("всем: заполнить план", (), True, False),
        ("задание всем: заполнить план", (), True, True),
        ("errand for Anna and Igor: call the bank", ("Anna", "Igor"), False, True),
        ("task to everyone: fill in the plan", (), True, True),
        ("поручение: позвонить в Ромашку", (), False, True),
    ],
)
def test_to_whom(line: str, whom: tuple[str, ...], everybody: bool, explicit: bool) -> None:
    found = read_errand(line)
    assert found is not None
    assert (found.whom, found.everybody, found.explicit) == (whom, everybody, explicit)


@pytest.mark.parametrize(
    "line", ["ромашка взяла 20 кор", "в 15:00 позвонить", "Анне:", "поручение Анне позвонить", "20: 5", ""]
)
def test_no_errand(line: str) -> None:
    assert read_errand(line) is None


@pytest.mark.parametrize(
    ("text", "words", "term"),
    [
        ("позвонить по возврату до пятницы 15:00", "позвонить по возврату", (FRIDAY, time(15))),
        ("позвонить по возврату, до пятницы", "позвонить по возврату", (FRIDAY, None)),
        ("call Romashka by friday 3pm", "call Romashka", (FRIDAY, time(15))),
        ("счёт на подпись завтра", "счёт на подпись", (date(2026, 11, 24), None)),
        ("сверить прайс", "сверить прайс", None),
        ("завтра", "", (date(2026, 11, 24), None)),
        ("15.12 в 14:00", "", (date(2026, 12, 15), time(14))),
    ],
)
def test_the_term_is_the_end(text: str, words: str, term: tuple[date, time | None] | None) -> None:
    assert split_term(text, MONDAY, WorkCalendar()) == (words, term)


@pytest.mark.parametrize(
    ("line", "pool"),
    [
        ("запрос бухгалтерии: счёт Ромашке до среды", Pool.ACCOUNTANT),
        ("Запрос в логистику: когда машина", Pool.LOGISTICS),
        ("запрос поддержке продаж — проверить заказ", Pool.SUPPORT),
        ("request to accounting: an invoice", Pool.ACCOUNTANT),
        ("запрос ромашке: счёт", None),
    ],
)
def test_departments(line: str, pool: Pool | None) -> None:
    found = read_request(line)
    assert (found.pool if found else None) is pool


def test_proposals_and_announcements() -> None:
    assert read_proposal("предложение: завести товар без сахара") == (
        ProposalKind.GOODS,
        "завести товар без сахара",
    )
    assert read_proposal("Идея по ценам: снизить на сыр") == (ProposalKind.PRICES, "снизить на сыр")
    assert read_proposal("proposal: shorter meetings") == (ProposalKind.WORK, "shorter meetings")
    assert read_proposal("коммерческое предложение отправил") is None
    assert read_announcement("объявление всем: склад закрыт") == (Aim.EVERYBODY, "склад закрыт")
    assert read_announcement("объявление: склад закрыт") == (None, "склад закрыт")
    assert read_announcement("announcement to managers: new prices") == (Aim.MANAGER, "new prices")
