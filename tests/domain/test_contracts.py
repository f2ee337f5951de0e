"""Contracts: the line they are read from, stages, notices of the end."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from capture.contract_terms import read_answer, read_terms
from domain.calendar import WorkCalendar
from domain.contracts import (
    ContractSettings,
    ContractStage,
    ContractStageError,
    ContractTermError,
    TermField,
    Terms,
    check_stage,
    check_terms,
    due_notice,
    grows,
    last_end,
    next_stages,
    notice_day,
    renewed,
    year_on,
)

TODAY = date(2026, 11, 23)
CALENDAR = WorkCalendar()
COLUMNS = ("опт", "розница")
WHOLE = Terms("45/26", date(2026, 3, 1), None, date(2027, 2, 28), delay=14, credit_limit=30_000_000, price_column="опт")  # fmt: skip
SETTINGS = ContractSettings()


@pytest.mark.parametrize(
    ("line", "terms"),
    [
        ("№ 45/26 от 01.03.2026 до 28.02.2027, отсрочка 14, лимит 300 тыс, колонка опт", WHOLE),
        ("договор 45/26 от 1 марта 2026 на год отсрочка 14 дней лимит 300 000 цены Опт", WHOLE),
        ("лимит 300 тысяч рублей; колонка опт; 14 дней отсрочки; до 28.02.2027; № 45/26 от 01.03.26", WHOLE),
        (
            "№12 бессрочный, уведомление за 30 дней, предоплата",
            Terms("12", open_ended=True, notice_days=30, delay=0),
        ),
        ("№ 7 от 20 ноября до конца года", Terms("7", date(2026, 11, 20), ends=date(2026, 12, 31))),
        ("с 01.01.2027 на 2 года", Terms(starts=date(2027, 1, 1), ends=date(2028, 12, 31))),
        (
            "No. 9 dated 01.03.2026 until 28.02.2027, delay 7, limit 500000, column опт",
            Terms(
                "9",
                date(2026, 3, 1),
                ends=date(2027, 2, 28),
                delay=7,
                credit_limit=50_000_000,
                price_column="опт",
            ),
        ),
        ("отсрочка 30", Terms(delay=30)),
    ],
)
def test_a_line_is_read_whole(line: str, terms: Terms) -> None:
    read = read_terms(line, TODAY, CALENDAR, COLUMNS)
    assert (read.terms, read.unread) == (terms, "")


def test_what_is_no_term_is_echoed() -> None:
    assert read_terms("№ 5, ждём печать", TODAY, CALENDAR).unread == "ждём печать"
    assert read_terms("привет как дела", TODAY, CALENDAR).terms == Terms()


@pytest.mark.parametrize(
    ("field", "text", "terms"),
    [
        (TermField.NUMBER, "45", Terms("45")),
        (TermField.SIGNED, "01.03.2026", Terms(signed=date(2026, 3, 1))),
        (TermField.ENDS, "на год", Terms(ends=date(2027, 2, 28))),
        (TermField.ENDS, "бессрочный", Terms(open_ended=True)),
        (TermField.DELAY, "14", Terms(delay=14)),
        (TermField.LIMIT, "1,5 млн", Terms(credit_limit=150_000_000)),
        (TermField.PRICES, "Опт", Terms(price_column="опт")),
        (TermField.DELAY, "как-нибудь", None),
        (TermField.LIMIT, "большой", None),
    ],
)
def test_an_answer_may_be_bare(field: TermField, text: str, terms: Terms | None) -> None:
    assert read_answer(field, text, TODAY, CALENDAR, COLUMNS, begins=date(2026, 3, 1)) == terms


@given(st.text(max_size=120))
def test_no_line_breaks_the_reader(line: str) -> None:
    read_terms(line, TODAY, CALENDAR, COLUMNS)


def test_terms_out_of_measure_are_refused() -> None:
    with pytest.raises(ContractTermError):
        check_terms(Terms(signed=date(2026, 3, 1), ends=date(2026, 2, 1)))
    with pytest.raises(ContractTermError):
        check_terms(Terms(delay=366))
    check_terms(WHOLE)


def test_a_paper_goes_to_and_fro_until_it_is_signed() -> None:
    assert ContractStage.IN_FORCE not in next_stages(ContractStage.DRAFT, Terms(signed=TODAY))
    assert ContractStage.IN_FORCE in next_stages(ContractStage.DRAFT, WHOLE)
    check_stage(ContractStage.AT_CLIENT, ContractStage.AT_US, Terms())
    check_stage(ContractStage.SIGNED, ContractStage.IN_FORCE, WHOLE)
    for wrong in (ContractStage.DRAFT, ContractStage.SIGNED, ContractStage.EXPIRED):
        with pytest.raises(ContractStageError):
            check_stage(ContractStage.IN_FORCE, wrong, WHOLE)


@pytest.mark.parametrize(
    ("delay", "limit", "more"),
    [(14, 30_000_000, False), (30, 50_000_000, False), (7, 30_000_000, True), (14, 10_000_000, True), (None, None, True), (14, None, False)],
)  # fmt: skip
def test_more_credit_needs_a_word(delay: int | None, limit: int | None, more: bool) -> None:
    assert grows(WHOLE, delay, limit) is more


def test_the_last_end_counts_and_an_open_end_is_none() -> None:
    assert last_end([date(2026, 12, 31), date(2027, 12, 31)]) == date(2027, 12, 31)
    assert last_end([date(2026, 12, 31), None]) is None
    assert last_end([]) is None


def test_a_year_on_keeps_the_end_of_the_month() -> None:
    assert year_on(date(2027, 2, 28)) == date(2028, 2, 29)
    assert year_on(date(2026, 12, 31)) == date(2027, 12, 31)
    after = renewed(WHOLE, date(2028, 2, 29))
    assert (after.number, after.signed, after.starts) == ("45/26", None, date(2027, 3, 1))


ends_on = st.dates(date(2026, 1, 15), date(2027, 6, 30))


@given(ends_on)
def test_each_threshold_is_said_once_and_on_a_working_day(ends: date) -> None:
    """Worked every working day, the manager hears of each end four times, never twice in a row of the same."""
    said: int | None = None
    heard = []
    day = ends - timedelta(days=90)
    while day <= ends + timedelta(days=5):
        if CALENDAR.is_working(day):
            due = due_notice(ends, day, said, CALENDAR, SETTINGS.remind_days)
            if due is not None:
                assert day <= ends - timedelta(days=due)
                assert day == notice_day(ends, due, CALENDAR)
                said = due
                heard.append(due)
        day += timedelta(days=1)
    days = {threshold: notice_day(ends, threshold, CALENDAR) for threshold in SETTINGS.remind_days}
    assert heard == sorted(
        {min(one for one in days if days[one] == day) for day in days.values()}, reverse=True
    )


@given(ends_on, st.integers(0, 120))
def test_after_an_outage_only_the_nearest_is_said(ends: date, before: int) -> None:
    today = ends - timedelta(days=before)
    first = due_notice(ends, today, None, CALENDAR, SETTINGS.remind_days)
    if first is not None:
        assert due_notice(ends, today, first, CALENDAR, SETTINGS.remind_days) is None
    assert due_notice(ends, ends + timedelta(days=1), None, CALENDAR, SETTINGS.remind_days) is None
