"""The ledger: debit less credit is what a client owes now, whatever came in whatever order."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.ledger import Entry, EntryKind, Movement, find_told, movements, opening, statement
from domain.settlement import Leaf, balance

DAY = date(2026, 11, 20)
LATER = DAY + timedelta(days=7)
days = st.dates(DAY - timedelta(days=60), DAY + timedelta(days=60))
leaves = st.builds(Leaf, st.integers(0, 10**9), st.integers(0, 10**8), st.none() | days)
files = st.dictionaries(st.sampled_from("abcdefgh"), leaves, max_size=6)


def entry(one: Movement) -> Entry:
    return Entry(one.day, one.kind, str(one.key or ""), "", one.debit, one.credit)


@given(st.lists(st.tuples(files, days), min_size=1, max_size=5), st.sets(st.sampled_from("abcdefgh")))
def test_effects_are_the_change_of_the_balance(
    came: list[tuple[dict[str, Leaf], date]], returns: set[str]
) -> None:
    first, since = came[0]
    written = opening(balance(first), since)
    before = first
    for after, as_of in came[1:]:
        written += movements(before, after, since, as_of, returns)
        before, since = after, as_of
    assert sum(one.effect for one in written) == balance(before)
    assert all(one.debit >= 0 and one.credit >= 0 and (one.debit or one.credit) for one in written)


@given(files, files, days, days)
def test_a_statement_of_any_period_closes_with_what_is_owed(
    before: dict[str, Leaf], after: dict[str, Leaf], start: date, end: date
) -> None:
    written = [*opening(balance(before), DAY), *movements(before, after, DAY, LATER)]
    from_start = [entry(one) for one in written if one.day >= start]
    found = statement(from_start, balance(after), start, max(start, end))
    later = sum(one.effect for one in written if one.day > found.end and one.kind is not EntryKind.OPENING)
    assert found.closing == balance(after) - later
    assert found.closing == found.opening + found.debit - found.credit


def test_what_a_file_tells_has_its_name() -> None:
    before = {"1203": Leaf(120_500_00, 0, date(2026, 11, 5))}
    after = {
        "1203": Leaf(20_500_00, 0, date(2026, 11, 5)),
        "1250": Leaf(70_000_00, 0, date(2026, 11, 24)),
        "возврат 7": Leaf(0, 5_000_00, date(2026, 11, 25)),
        "старый под другим именем": Leaf(1_00, 0, date(2026, 1, 1)),
    }
    found = movements(before, after, DAY, LATER, {"возврат 7"})
    assert found == [
        Movement(date(2026, 11, 24), EntryKind.SHIPMENT, 70_000_00, key="1250"),
        Movement(date(2026, 11, 25), EntryKind.RETURN, credit=5_000_00, key="возврат 7"),
        Movement(LATER, EntryKind.PAYMENT, credit=99_999_00),
    ]
    assert movements(after, after, DAY, LATER) == []
    assert movements({}, {"x": Leaf(5_00)}, DAY, LATER) == [Movement(LATER, EntryKind.CORRECTION, 5_00)]


def test_a_payment_that_the_bank_explains_is_told_once() -> None:
    told = Entry(LATER, EntryKind.PAYMENT, "", "", 0, 100_00)
    named = Entry(DAY, EntryKind.PAYMENT, "718", "", 0, 60_00)
    taken = Entry(LATER, EntryKind.PAYMENT, "", "", 60_00, 0)
    assert find_told([told], 60_00) == LATER
    assert find_told([told, taken], 60_00) is None
    found = statement([named, told, taken], 0, DAY, LATER)
    assert [(one.document, one.credit) for one in found.entries] == [("718", 60_00), ("", 40_00)]
    assert statement([told, Entry(LATER, EntryKind.PAYMENT, "", "", 100_00, 0)], 0, DAY, LATER).entries == ()


def test_what_was_there_when_the_ledger_began_was_owed_before() -> None:
    began = Entry(LATER, EntryKind.OPENING, "", "", 50_00, 0)
    found = statement([began], 50_00, DAY, LATER)
    assert (found.opening, found.entries, found.closing, found.known_since) == (50_00, (), 50_00, LATER)
