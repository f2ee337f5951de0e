"""Which person a row of a file means: by the whole name, by the number, else by as much of the name as it gives."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from domain.search import normalise
from storage import birthday_asks, persons
from storage.persons import Person
from usecases.work import Work

WHOLE_NAME = 2


@dataclass(frozen=True, slots=True)
class Meant:
    """Nobody, one, or several of the same name."""

    person: Person | None = None
    several: bool = False


def find_meant(people: Iterable[Person], name: str, phone: str | None) -> Meant:
    """Among the people of one client. Of namesakes the number decides; «Смирнова О. П.» is the one Смирнова there is."""
    everybody = list(people)
    by_number = [person for person in everybody if phone and person.phone == phone]
    words = plain(name)
    same = [person for person in everybody if plain(person.name) == words]
    if same:
        numbered = [person for person in same if person in by_number]
        return _one(numbered or same)
    if by_number:
        return Meant(by_number[0])
    return _one([person for person in everybody if _is_part(words, plain(person.name))])


def _one(found: Sequence[Person]) -> Meant:
    return Meant(found[0]) if len(found) == 1 else Meant(several=bool(found))


def plain(name: str) -> tuple[str, ...]:
    """The words of a name in any order and any case of letters."""
    return tuple(sorted(normalise(name.replace(".", " ")).split()))


def _is_part(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the words of one are among those of the other, an initial standing for its word; of the base, two at least."""
    return _within(left, right) or (len(right) >= WHOLE_NAME and _within(right, left))


def _within(short: Sequence[str], long: Sequence[str]) -> bool:
    left = list(long)
    # Whole words first: «Анна А.» must not spend «Анна» on the initial.
    for word in sorted(short, key=len, reverse=True):
        found = next(
            (other for other in left if other == word or (len(word) == 1 and other.startswith(word))), None
        )
        if found is None:
            return False
        left.remove(found)
    return any(len(word) > 1 for word in short)


async def find_owners(
    work: Work, rows: Sequence[Mapping[str, Any]], managers: Iterable[int]
) -> list[int | None]:
    """The client's id for rows that name none: whose person has the number, or alone bears the whole name. Own clients are read once."""
    if all(_names_client(row) for row in rows):
        return [None] * len(rows)
    ids: list[int] = []
    for manager in managers:
        ids += await birthday_asks.clients_of(work.tx, manager)
    by_phone: dict[str, set[int]] = {}
    by_name: dict[tuple[str, ...], set[int]] = {}
    for person in await persons.of_clients(work.tx, ids):
        if person.phone:
            by_phone.setdefault(person.phone, set()).add(person.client_id)
        by_name.setdefault(plain(person.name), set()).add(person.client_id)
    return [None if _names_client(row) else _owner(row, by_phone, by_name) for row in rows]


def _names_client(row: Mapping[str, Any]) -> bool:
    return bool(row.get("client") or row.get("tax_number"))


def _owner(
    row: Mapping[str, Any],
    by_phone: Mapping[str, set[int]],
    by_name: Mapping[tuple[str, ...], set[int]],
) -> int | None:
    words = plain(row["name"])
    found = by_phone.get(row.get("phone", ""), set())
    if not found and len(words) >= WHOLE_NAME:
        found = by_name.get(words, set())
    return next(iter(found)) if len(found) == 1 else None
