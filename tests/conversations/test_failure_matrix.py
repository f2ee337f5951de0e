"""Every button there is, in every wrong hand and at every wrong moment: each gets an answer and breaks nothing."""

import random
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from pathlib import Path
from typing import Any, get_args

import pytest
import sqlalchemy as sa

from domain.actors import Actor, Role
from domain.orders import OrderStatus
from sandbox.phone import Message, Phone
from screens.words import Catalogue
from storage import employees
from storage.tables import outbox
from tests.bases import fresh_database
from tests.conversations.rows import NOWHERE, Rows, delete_rows, lay_rows, snapshot, with_load
from tests.office import MONDAY, Office
from tests.structure.test_conversations import callback_classes
from usecases import people

Button = type[Any]
TOMORROW = MONDAY.date() + timedelta(days=1)
ORDINAL = str(TOMORROW.toordinal())
LONGEST = 64
CLIENTS_FILE = "Клиент;Телефон\nЗаря;+79165550101\n".encode()
REFERENCES = (*Rows.__slots__, "manager", "shelf", "ref")
# a plausible value for each field that is neither a row nor an enumeration; «feature.name» wins over «name»
EXAMPLES = {
    "absences.days.first": str(TOMORROW.toordinal() + 60),
    "absences.days.last": str(TOMORROW.toordinal() + 61),
    "act": "0",
    "after": "0",
    "amount": "100000",
    "calls.code": "samples",
    "choice": "1",
    "claims.back": "0",
    "decisions.back": "0",
    "claims.row": "1",
    "clock": "600",
    "code": "birthday",
    "column": "0",
    "count": "2",
    "day": ORDINAL,
    "digest.day": str(MONDAY.toordinal()),
    "export.day": TOMORROW.isoformat(),
    "language": "ru",
    "line": "-1",
    "greet.how": "0",
    "look": "0",
    "minutes": "30",
    "mark": "1",
    "month": "3",
    "number": "0",
    "occasions.day": "12",
    "occasions.group.day": ORDINAL,
    "order_terms.like": "0",
    "order_terms.place": "0",
    "order_terms.since": "540",
    "order_terms.until": "780",
    "orders.day": TOMORROW.isoformat(),
    "page": "0",
    "people": "2",
    "personal.sure": "2",
    "reconciliation.month": "202610",
    "reports.month": "202610",
    "reports.since": ORDINAL,
    "reports.until": ORDINAL,
    "role": "buyer",
    "targets.month": "202611",
    "targets.percent": "5",
    "tenths": "70",
    "text": "20",
    "value": "1",
    "shortages.day": TOMORROW.isoformat(),
    "weeks": "4",
    "whose": "0",
    "checks.at": "0",
    "seen": "0",
    "settings.clock": "10:30",
    "start": "0",
    "year": "2026",
    "occasions.save.year": "1986",
    "zone": "Europe/Moscow",
}
# of a client that is gone: what a button may change all the same, for it is the manager's own or nobody's
STILL_THERE = {"drafts": "drafts", "discounts": "discount_rules", "orders.drop": "orders"}
STILL_THERE |= {"errands": "errands", "proposals": "proposals", "announcements.nudge": "reminders"}
STILL_THERE |= {"announcements.read": "announcement_readers"}
# the order was well done all the same
STILL_THERE |= {"digest.praise": "remarks"}
# whatever is taken out is written down
STILL_THERE |= dict.fromkeys(("export.again", "orders.file", "reports.file", "claims.file"), "audit")
# somebody dismissed is whom it is for
BROUGHT_BACK = {"colleagues.back"}
# what was unusual is about a colleague, whatever became of a client
BROUGHT_BACK |= {"secrecy.close", "secrecy.fine"}
# one's own absence and report have no client
BROUGHT_BACK |= {"absences.no", "absences.yes", "reports.hand", "reports.yes"}
TOPICS = {
    "held": "order",
    "not_accepted": "order",
    "order": "order",
    "broken": "promise",
    "partly_kept": "promise",
}
TOPICS |= {"about": "client"}
TOPICS |= {"kept": "promise", "claim": "claim", "silent": "client", "debt": "client"}


def buttons() -> list[Button]:
    return sorted(callback_classes(), key=lambda one: str(one.__prefix__))


def feature(button: Button) -> str:
    return str(button.__prefix__).partition(".")[0]


def choices(annotation: Any) -> list[str]:
    """The members of an enumeration or the values of a boolean; empty for anything else."""
    for kind in (annotation, *get_args(annotation)):
        if isinstance(kind, type) and issubclass(kind, Enum):
            return [str(member.value) for member in kind]
        if kind is bool:
            return ["1", "0"]
    return []


def example(button: Button, name: str, rows: Rows, values: dict[str, str]) -> str:
    """Raises `KeyError` for a field that nobody has given an example of."""
    aim = {"manager": "employee", "shelf": "product"}.get(name, name)
    if name == "ref":
        aim = TOPICS.get(values["kind"], "employee")
    if aim in Rows.__slots__:
        return str(getattr(rows, aim))
    for key in (f"{button.__prefix__}.{name}", f"{feature(button)}.{name}", name):
        if key in EXAMPLES:
            return EXAMPLES[key]
    raise KeyError(f"{button.__name__}.{name}: add an example of it to EXAMPLES")


def parts(button: Button, rows: Rows, chosen: str | None = None) -> list[str]:
    """The values of the button's fields; `chosen` for its first enumeration, whose first member it is otherwise."""
    values: dict[str, str] = {}
    for name, told in button.model_fields.items():
        if offered := choices(told.annotation):
            values[name] = chosen or offered[0]
            chosen = None
        else:
            values[name] = example(button, name, rows, values)
    return [*values.values()]


def packed(button: Button, values: Iterable[str]) -> str:
    return str(button.__separator__).join([button.__prefix__, *values])


def variants(button: Button, rows: Rows) -> Iterator[str]:
    """The button with each member of its first enumeration."""
    first = next(
        (found for told in button.model_fields.values() if (found := choices(told.annotation))), None
    )
    for chosen in first or (None,):
        yield packed(button, parts(button, rows, chosen))


def points(button: Button) -> bool:
    """Whether the button names a row."""
    return any(name in REFERENCES for name in button.model_fields)


def test_examples_are_what_the_buttons_take() -> None:
    rows = Rows(*range(1, 1 + len(Rows.__slots__)))
    for button in buttons():
        for data in variants(button, rows):
            assert len(data.encode()) <= LONGEST
            button.unpack(data)
    used = {name for button in buttons() for name in button.model_fields}
    assert {key.rpartition(".")[2] for key in EXAMPLES} <= used


# --- who taps, and what came of it


@dataclass
class Trial:
    """Taps, and all that was wrong with their answers."""

    office: Office
    wrong: list[str] = field(default_factory=list)
    homes: dict[int, Message] = field(default_factory=dict)

    def __post_init__(self) -> None:
        catalogue = Catalogue()
        self.failure = [
            catalogue[language].plain("err-unexpected", reference="|").partition("|")[0]
            for language in ("ru", "en")
        ]
        self.stranger = catalogue["ru"].plain("msg-stranger")

    async def taps(self, phone: Phone, data: str, *, twice: bool = False) -> list[str]:
        """What the bot said, over the chat and in it."""
        if phone.user.id not in self.homes:
            self.homes[phone.user.id] = phone.last
        home = self.homes[phone.user.id]
        mark = self.office.telegram.changes.version
        await phone.sends_callback(data, home)
        answers = [one for one in self.office.telegram.answers.get(phone.user.id, ()) if one.at > mark]
        said = [*(one.text for one in answers if one.text), *(message.text for message in phone.new)]
        if any(text.startswith(failure) for text in said for failure in self.failure):
            self.wrong.append(f"{phone.user.name}: {data}: failed")
        if not answers or not (said or twice):
            self.wrong.append(f"{phone.user.name}: {data}: no answer")
        return said

    async def changes_nothing(self, phone: Phone, data: str, before: Any, *, but: str = "") -> Any:
        """What there is afterwards, for the next one to compare with; the table `but` may differ."""
        await self.taps(phone, data)
        after = await self.all()
        changed = [name for name, rows in before.items() if rows != after[name] and name != but]
        if changed:
            self.wrong.append(f"{phone.user.name}: {data}: changed {', '.join(changed)}")
        return after

    async def all(self) -> Any:
        async with self.office.work() as work:
            return await snapshot(work.tx)


@asynccontextmanager
async def trial(office: Office) -> AsyncIterator[Trial]:
    """Nothing was wrong, and Telegram refused nothing of what the bot said."""
    tried = Trial(office)
    yield tried
    async with office.work() as work:
        refused = await work.tx.values(sa.select(outbox.c.set_aside).where(outbox.c.set_aside.is_not(None)))
    assert not tried.wrong, "\n".join(tried.wrong)
    assert refused == []


@dataclass
class Company:
    """Анна and her lead; Ира beside her; Олеся and hers in another team."""

    office: Office

    async def gather(self) -> "Company":
        hires = self.office.hires
        self.boris = await hires("Борис", Role.LEAD)
        self.anna, self.ira = await hires("Анна"), await hires("Ира")
        async with self.office.work() as work:
            other = await work.tx.value(employees.ADD_TEAM, name="Розница")
        self.gleb = await hires("Глеб", Role.LEAD, team=other)
        self.olesya = await hires("Олеся", team=other)
        return self

    async def lay(self, manager: Phone, lead: Phone, **more: Any) -> Rows:
        return await lay_rows(
            self.office, await self.office.actor(manager), await self.office.actor(lead), **more
        )

    async def actor(self, phone: Phone) -> Actor:
        return await self.office.actor(phone)


@pytest.fixture
def database_url(tmp_path: Path) -> Iterator[str]:
    """One engine is enough: what is asked is how buttons are answered."""
    with fresh_database("sqlite", tmp_path) as url:
        yield url


@pytest.fixture
async def firm(office: Office) -> Company:
    return await Company(office).gather()


# --- strangers


async def check_learns_nothing(tried: Trial, phone: Phone, rows: Rows) -> None:
    before = await tried.all()
    for button in buttons():
        if (said := await tried.taps(phone, packed(button, parts(button, rows)))) != [tried.stranger]:
            tried.wrong.append(f"{button.__name__}: {said}")
    assert await tried.all() == before


async def test_a_stranger_learns_nothing(office: Office, firm: Company) -> None:
    rows = await firm.lay(firm.anna, firm.boris)
    stranger = office.phone("Никто")
    await stranger.says("здравствуйте")
    async with trial(office) as tried:
        await check_learns_nothing(tried, stranger, rows)


async def test_the_dismissed_learn_nothing(office: Office, firm: Company) -> None:
    rows = await firm.lay(firm.anna, firm.boris)
    lead, gone = await firm.actor(firm.boris), await firm.actor(firm.anna)
    async with office.work() as work:
        await people.dismiss(lead, work, gone.id)
    async with trial(office) as tried:
        await check_learns_nothing(tried, firm.anna, rows)


# --- rows that are somebody else's, or nobody's


async def test_foreign_rows_are_left_alone(office: Office, firm: Company) -> None:
    theirs = await firm.lay(firm.ira, firm.boris)
    handed = await firm.lay(firm.ira, firm.boris, status=OrderStatus.ON_APPROVAL, held=True)
    far = await firm.lay(firm.olesya, firm.gleb, status=OrderStatus.ON_APPROVAL, held=True)
    await firm.olesya.sends_file("клиенты.csv", CLIENTS_FILE)
    far = await with_load(office, far)
    async with trial(office) as tried:
        known = await tried.all()
        for button in filter(points, buttons()):
            for phone, rows in (
                (firm.anna, theirs),
                (firm.anna, handed),
                (firm.anna, far),
                (firm.boris, far),
            ):
                known = await tried.changes_nothing(phone, packed(button, parts(button, rows)), known)


async def test_missing_rows_are_left_alone(office: Office, firm: Company) -> None:
    vera = await office.hires("Вера", Role.SUPPORT)
    galina = await office.hires("Галина", Role.ACCOUNTANT)
    async with trial(office) as tried:
        known = await tried.all()
        for button in filter(points, buttons()):
            for phone in (firm.anna, firm.boris, vera, galina):
                known = await tried.changes_nothing(phone, packed(button, parts(button, NOWHERE)), known)


async def test_deleted_rows_are_left_alone(office: Office, firm: Company) -> None:
    rows = await firm.lay(firm.anna, firm.boris)
    handed = await firm.lay(firm.anna, firm.boris, status=OrderStatus.HANDED_OVER)
    rows, handed = [await delete_rows(office, one) for one in (rows, handed)]
    async with trial(office) as tried:
        known = await tried.all()
        for button in filter(points, buttons()):
            if button.__prefix__ in BROUGHT_BACK:
                continue
            own = STILL_THERE.get(button.__prefix__, STILL_THERE.get(feature(button), ""))
            for gone in (rows, handed):
                for phone in (firm.anna, firm.boris):
                    data = packed(button, parts(button, gone))
                    known = await tried.changes_nothing(phone, data, known, but=own)


# --- data that nobody packed


def spoilt(button: Button, rows: Rows, chance: random.Random) -> Iterator[str]:
    values = parts(button, rows)
    whole = packed(button, values)
    yield whole[: len(whole) // 2]
    yield whole[: len(str(button.__prefix__)) + 1]
    yield packed(button, [*values, "1"])
    yield packed(button, ["" for _ in values])
    for place in range(len(values)):
        for bad in ("x", "-1", "9" * 19):
            yield packed(button, [*values[:place], bad, *values[place + 1 :]])
    noise = "".join(chance.choice("абвгдёЖ:;|.~\n\t0123456789xyz\x00") for _ in range(LONGEST))
    yield f"{button.__prefix__}:{noise}".encode()[:LONGEST].decode(errors="ignore")


async def test_malformed_data_is_an_old_button(office: Office, firm: Company) -> None:
    rows = await firm.lay(firm.anna, firm.boris)
    chance = random.Random(20261123)
    async with trial(office) as tried:
        for _ in range(20):
            noise = "".join(chance.choice("абвгд:;|.~ \n0123456789xyz\x00") for _ in range(LONGEST))
            await tried.taps(firm.anna, noise.encode()[:LONGEST].decode(errors="ignore"))
        for button in buttons():
            for data in spoilt(button, rows, chance):
                await tried.taps(firm.anna, data, twice=True)


# --- the right hand, twice


async def test_tapped_twice_nothing_breaks(office: Office, firm: Company) -> None:
    async with trial(office) as tried:
        before = await tried.all()
        for button in buttons():
            for number in range(len([*variants(button, NOWHERE)])):
                rows = await firm.lay(firm.anna, firm.boris, held="doubt" in button.model_fields)
                if "load" in button.model_fields:
                    await firm.anna.sends_file("клиенты.csv", CLIENTS_FILE)
                    rows = await with_load(office, rows)
                data = [*variants(button, rows)][number]
                await tried.taps(firm.anna, data)
                await tried.taps(firm.anna, data, twice=True)
        after = await tried.all()
    done = {name for name, rows_ in after.items() if rows_ != before[name]}
    assert done >= {
        "calls",
        "clients",
        "greetings",
        "orders",
        "persons",
        "promises",
        "receivables",
        "timeline",
    }


async def test_at_every_stage_of_an_order_nothing_breaks(office: Office, firm: Company) -> None:
    vera = await office.hires("Вера", Role.SUPPORT)
    hands = [firm.anna, firm.boris, vera]
    async with trial(office) as tried:
        for button in buttons():
            if feature(button) not in {"orders", "support", "changes", "digest", "team"}:
                continue
            for status in OrderStatus if "order" in button.model_fields else [OrderStatus.HANDED_OVER]:
                rows = await firm.lay(firm.anna, firm.boris, status=status, held=True)
                hands = [*hands[1:], hands[0]]
                for phone in hands:
                    for data in variants(button, rows):
                        await tried.taps(phone, data)
                        await tried.taps(phone, data, twice=True)


# --- the wrong role


@pytest.mark.parametrize("role", [Role.SUPPORT, Role.ACCOUNTANT, Role.LOGISTICS])
async def test_other_roles_get_an_answer_to_everything(office: Office, firm: Company, role: Role) -> None:
    phone = await office.hires("Вера", role)
    rows = await firm.lay(firm.anna, firm.boris)
    own = {"settings", "menu", "absences"} | (
        {"orders", "support", "card_requests"} if role is Role.SUPPORT else set()
    )
    own |= {"debts", "imports", "stops", "reconciliation"} if role is Role.ACCOUNTANT else set()
    own |= {"shortages"} if role is Role.LOGISTICS else set()
    async with trial(office) as tried:
        for button in buttons():
            data = packed(button, parts(button, rows))
            if feature(button) in own:
                await tried.taps(phone, data, twice=True)
            else:
                but = STILL_THERE.get(button.__prefix__, "")
                await tried.changes_nothing(phone, data, await tried.all(), but=but)
