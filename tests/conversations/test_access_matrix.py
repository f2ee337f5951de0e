"""Every button and command in every hand: as the reviewed table says, and by laws that hold whatever it says."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path

import pytest

from tests.conversations.access_matrix import FILE, HANDS, OUTSIDE, PARTS, Line, Matrix, lines, matrix

# what the roles that do not sell have buttons of; the rest of the company's work they never see
COMMON = {"absences", "menu", "settings", "claims", "announcements", "proposals", "errands", "requests"}
OWN = {
    "support": COMMON | {"orders", "support", "card_requests", "changes", "export", "imports", "order_terms"},
    "accountant": COMMON
    | {"debts", "imports", "stops", "reconciliation", "dunning", "payments", "clients", "persons"}
    | {"contracts", "card_requests", "export", "orders", "drafts", "voice"},
    "logistics": COMMON | {"shortages"},
}


IN_PLACE = ("for_lead", "own_lead")
# who works here and whose the clients are, who looked at what, and what is read elsewhere
NOBODYS: tuple[str, ...] = (
    "team.",
    "colleagues.",
    "transfers.",
    "secrecy.journal",
    "secrecy.who",
    "secrecy.file",
)
NOBODYS += ("secrecy.viewers", "secrecy.open", "digest.sums", "digest.leave", "reports.form", "reports.reset")
# what a lead changes for the whole team, and what is counted and sent when it is looked at
OF_TEAM = ("claims.whom", "debts.all", "digest.", "discounts.end", "imports.forget", "promotions.stop")


def read_table() -> dict[str, str]:
    """The letters of each line, by its label."""
    table = {}
    for text in FILE.read_text().splitlines():
        if text and not text.startswith("#"):
            words = text.rsplit(maxsplit=len(HANDS))
            table[words[0]] = " ".join(words[1:])
    return table


TABLE = read_table()


@pytest.fixture
async def asked(tmp_path: Path) -> AsyncIterator[Matrix]:
    async with matrix(tmp_path) as found:
        yield found


def test_the_table_has_a_line_for_everything() -> None:
    labels = {line.label for line in lines()}
    assert labels - TABLE.keys() == set(), "regenerate the table, and read what is new"
    assert TABLE.keys() - labels == set(), "regenerate the table: these are no more"


@pytest.mark.parametrize("part", range(PARTS))
async def test_everybody_gets_what_the_table_says(asked: Matrix, part: int) -> None:
    differs = []
    for line in lines()[part::PARTS]:
        letters = await asked.row(line)
        if letters != (said := TABLE.get(line.label)):
            differs += [f"{line.label}: {letters}, in the table {said}"]
    assert not asked.wrong, "\n".join(asked.wrong)
    assert not differs, "\n".join([*differs, "columns: " + " ".join(HANDS)])


def by_hand(letters: str) -> Mapping[str, str]:
    return dict(zip(HANDS, letters.split(), strict=True))


def of_feature(line: Line) -> str:
    return line.label.partition(".")[0]


def test_nothing_fails_in_anybodys_hands() -> None:
    assert [label for label, letters in TABLE.items() if "!" in letters] == []


def test_whoever_is_not_of_ours_gets_the_neutral_line() -> None:
    assert [
        label for label, letters in TABLE.items() if any(by_hand(letters)[hand] != "." for hand in OUTSIDE)
    ] == []


def test_in_the_place_of_a_lead_nobody_has_power_over_people() -> None:
    """A list may be looked at where a lead may; nothing changes, and no dialogue begins."""
    asked = [label for label in TABLE if label.startswith(NOBODYS)]
    assert [label for label in asked for hand in IN_PLACE if by_hand(TABLE[label])[hand] == "+"] == []
    may_look = {
        "team.all",
        "team.one",
        "team.who",
        "colleagues.former",
        "transfers.journal",
        "transfers.brief",
    }
    looked = {label for label in asked for hand in IN_PLACE if by_hand(TABLE[label])[hand] == "o"}
    assert looked <= may_look


def test_in_the_place_of_a_lead_nobody_gets_further_than_the_lead() -> None:
    further = [
        label
        for label, letters in TABLE.items()
        if (hand := by_hand(letters))["for_lead"] in {"+", "o"}
        and hand["lead"] not in {"+", "o"}
        and not label.startswith(("/", "settings."))
    ]
    assert further == []


def test_in_the_place_of_a_lead_the_own_rows_bear_nothing_new() -> None:
    more = [
        label
        for label, letters in TABLE.items()
        if (hand := by_hand(letters))["own_lead"] == "+"
        and hand["own"] != "+"
        and not label.startswith(OF_TEAM)
    ]
    assert more == []


@pytest.mark.parametrize("hand", OWN)
def test_who_does_not_sell_reaches_nothing_of_selling(hand: str) -> None:
    reached = [
        line.label
        for line in lines()
        if line.button is not None
        and of_feature(line) not in OWN[hand]
        and by_hand(TABLE[line.label])[hand] in {"+", "o"}
    ]
    assert reached == []
