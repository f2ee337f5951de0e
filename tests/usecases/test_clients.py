"""The facts of a client as they are typed, and the words for everything that happened."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.actors import Role
from domain.clients import ClientField, ClientKind
from domain.outcomes import ClaimKind, Outcome, RefusalReason
from domain.reasons import ClientClass
from domain.rhythm import RhythmSettings, rhythm_of
from domain.standing import Figures, StandingLevel
from screens import clients as screens
from screens.clients import ClientCard, ClientLine, NextContact, Owed
from screens.persons import PersonView
from screens.standing import StandingView
from screens.timeline import EVENTS, EventLine, event_line
from screens.words import LANGUAGES, Words
from storage.timeline import EventKind
from usecases.client_fields import READERS, ClientFieldError, Detail, DetailKind, read_detail, read_name

TODAY = date(2026, 11, 23)
AT = datetime(2026, 11, 20, 12, tzinfo=UTC)
FACTS: dict[EventKind, list[Any]] = {
    EventKind.CALL: [{"outcome": one.value} for one in Outcome]
    + [{"outcome": "refusal", "reason": one.value, "note": "<b>"} for one in RefusalReason],
    EventKind.NOTE: [{"text": "каталог"}],
    EventKind.ORDER: [
        {"order": 5, "total": 100, "status": "entered"},
        {"order": 5, "total": 0, "status": "draft"},
        {},
    ],
    EventKind.PROMISE: [{"due": "2026-11-27", "amount": 100}, {"due": "2026-11-27"}],
    EventKind.PROMISE_JUDGED: [{"state": "kept", "due": "2026-11-20"}],
    EventKind.PAYMENT: [{"amount": 12345}],
    EventKind.CLAIM: [{"kind": one.value, "text": "бой"} for one in ClaimKind],
    EventKind.MEETING: [{"day": "2026-11-24", "place": None}, {"day": "2026-11-24", "place": "офис"}],
    EventKind.GREETING: [{"person": "Ольга", "occasion": "birthday"}],
    EventKind.PERSON: [{"name": "Ольга"}],
    EventKind.FILE: [{"name": "долги.xlsx"}],
    EventKind.CHANGED: [{"what": field.value} for field in ClientField] + [{}],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_has_words(language: str) -> None:
    words = Words(language)
    assert set(EVENTS) == {kind.value for kind in EventKind}
    for kind in EventKind:
        for facts in FACTS.get(kind, [{}]):
            line = event_line(words, EventLine(AT, kind, facts, "Вера"), TODAY)
            assert "Вера: " in line
            assert "None" not in line
            assert "{" not in line
            assert "<" not in line


def test_an_event_of_another_year_has_it() -> None:
    old = EventLine(datetime(2025, 3, 1, tzinfo=UTC), EventKind.PAYMENT, {"amount": 100_00})
    assert event_line(Words("ru"), old, TODAY) == "01.03.2025: оплата 100\u00a0₽"
    assert event_line(Words("en"), old, TODAY).startswith("1 Mar 2025: paid")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("7707083893", Detail(DetailKind.TAX_NUMBER, "7707083893")),
        ("ИНН 7707 083 893", Detail(DetailKind.TAX_NUMBER, "7707083893")),
        ("500100732259", Detail(DetailKind.TAX_NUMBER, "500100732259")),
        ("9161234567", Detail(DetailKind.PHONE, "+79161234567")),
        ("8 (495) 123-45-67", Detail(DetailKind.PHONE, "+74951234567")),
        ("т. 8 916 123 45 67", Detail(DetailKind.PHONE, "+79161234567")),
        ("тел 8 916 123 45 67 доб 2", Detail(DetailKind.PHONE, "+79161234567")),
        ("Мария", Detail(DetailKind.PERSON, "Мария")),
        ("Мария, тел.: 8 916 123-45-67 доб. 2", Detail(DetailKind.PERSON, "Мария", "+79161234567")),
        (
            "Мария (8 916 123 45 67), до 18:00",
            Detail(DetailKind.PERSON, "Мария, до 18:00", "+79161234567"),
        ),
        ("Мария Иванова 8-916-123-45-67", Detail(DetailKind.PERSON, "Мария Иванова", "+79161234567")),
        ("+79161234567, Иван Петрович", Detail(DetailKind.PERSON, "Иван Петрович", "+79161234567")),
    ],
)
def test_a_free_message_about_a_client_is_told_by_its_look(typed: str, meant: Detail) -> None:
    assert read_detail(typed) == meant


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ("7707083894", "tax_number"),
        ("500100732258", "tax_number"),
        ("ИНН 12", "tax_number"),
        ("123", "detail"),
        ("?", "detail"),
    ],
)
def test_a_message_that_is_nothing_is_refused(typed: str, field: str) -> None:
    with pytest.raises(ClientFieldError) as refused:
        read_detail(typed)
    assert refused.value.facts["field"] == field


@pytest.mark.parametrize(
    ("field", "typed", "value"),
    [
        (ClientField.PHONE, "8 916 123-45-67", "+79161234567"),
        (ClientField.PHONE, "-", None),
        (ClientField.TAX_NUMBER, "77 07 08 38 93", "7707083893"),
        (ClientField.TAX_NUMBER, "—", None),
        (ClientField.CREDIT_LIMIT, "500 тыс", 500_000_00),
        (ClientField.CREDIT_LIMIT, "0", 0),
        (ClientField.CREDIT_LIMIT, "-", None),
        (ClientField.PAYMENT_DELAY, "14", 14),
        (ClientField.PAYMENT_DELAY, "30 дней", 30),
        (ClientField.PAYMENT_DELAY, "-", None),
        (ClientField.ADDRESS, "-", ""),
        (ClientField.NAME, " ООО \n Колос ", "ООО Колос"),
    ],
)
def test_a_field_is_read_as_it_is_typed(field: ClientField, typed: str, value: object) -> None:
    assert READERS[field](field, typed.strip()) == value


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (ClientField.PHONE, "12"),
        (ClientField.TAX_NUMBER, "7707083894"),
        (ClientField.CREDIT_LIMIT, "много"),
        (ClientField.PAYMENT_DELAY, "366"),
        (ClientField.PAYMENT_DELAY, "-5"),
        (ClientField.LEGAL_NAME, "х" * 201),
        (ClientField.NOTE, ""),
    ],
)
def test_what_is_no_such_field_is_refused(field: ClientField, typed: str) -> None:
    with pytest.raises(ClientFieldError):
        READERS[field](field, typed)


@pytest.mark.parametrize("typed", ["", "  ", "«»", "х" * 201])
def test_a_name_needs_a_letter_and_an_end(typed: str) -> None:
    with pytest.raises(ClientFieldError):
        read_name(typed)


FULL = ClientCard(
    id=1,
    name="Ромашка",
    kind=ClientKind.CLIENT,
    client_class=ClientClass.A,
    owed=Owed(
        debt=10_000_00,
        overdue=0,
        as_of=TODAY,
        advance=500,
        limit=0,
        delay=1,
        promise_broken=TODAY,
    ),
    legal_name="ООО «Ромашка»",
    industry="кафе",
    price_column="опт",
    open_claims=2,
    standing=StandingView(StandingLevel.RISKY, Figures(-100, (6, 8), 99, -99, 1000)),
    next_contact=NextContact(TODAY, AT, "visit", "planned", "Ольга <О>"),
    rhythm=rhythm_of(10, TODAY, TODAY, RhythmSettings()),
    people=tuple(
        PersonView(number, 1, f"Человек {number}", phone="+79161234567", bad_number=True)
        for number in range(8)
    ),
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("role", Role)
def test_the_fullest_card_fits(language: str, role: Role) -> None:
    shown = screens.card(Words(language), FULL, role, TODAY)
    assert len(shown.text) < 4096
    assert "Ольга &lt;О&gt;" in shown.text
    assert "None" not in shown.text
    assert "\n\n\n" not in shown.text


def test_an_unknown_client_is_one_line() -> None:
    bare = ClientCard(1, "Ромашка", ClientKind.LEAD, ClientClass.C)
    assert screens.card(Words("ru"), bare, Role.MANAGER, TODAY).text == "<b>Ромашка</b> · лид · C"


def test_a_label_is_short_and_says_what_differs() -> None:
    words = Words("ru")
    line = ClientLine(1, "Пекарня", person="Ольга", phone="+79161234567", manager="Вера")
    assert screens.line_label(words, line) == "Пекарня · Ольга · +7 916 123-45-67 · Вера"
    assert len(screens.line_label(words, ClientLine(1, "х" * 200))) <= screens.LABEL
    long = ClientLine(1, "Кафе «Вега»", person="Смирнова Ольга Петровна", manager="Анна")
    assert screens.line_label(words, long) == "Кафе «Вега» · Смирнова Ольга · Анна"
