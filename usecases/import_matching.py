"""Which client a file means: by tax number, else by the same significant words of the name."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.search import terms
from storage import imports
from storage.imports import Named
from usecases.import_parts import breathe
from usecases.work import Work

Key = frozenset[str]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A client as a row of a file names it."""

    names: tuple[str, ...]
    tax_number: str | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """`why` is empty where it was found, else unknown_client, ambiguous_client or foreign_client."""

    client: Named | None = None
    why: str = ""


def key_of(name: str) -> Key:
    """«ООО "Ромашка"» and «Ромашка, ООО» are one; empty for a name of nothing but a legal form."""
    return frozenset(terms(name))


async def match_clients(work: Work, wanted: Sequence[Wanted], managers: list[int]) -> list[Matched]:
    """One answer for each, in their order; only clients of `managers` are recognised."""
    scope = frozenset(managers)
    numbers = {one.tax_number for one in wanted if one.tax_number}
    by_number: dict[str, list[Named]] = {}
    for client in await imports.with_tax_numbers(work.tx, numbers) if numbers else []:
        by_number.setdefault(client.tax_number or "", []).append(client)
    by_key: dict[Key, list[Named]] = {}
    if any(one.tax_number not in by_number for one in wanted):
        by_key = await _by_name(work, managers)
    known: dict[Wanted, Matched] = {}
    for number, one in enumerate(wanted):
        await breathe(number)
        if one not in known:
            known[one] = _match(one, by_number, by_key, scope)
    return [known[one] for one in wanted]


async def _by_name(work: Work, managers: list[int]) -> dict[Key, list[Named]]:
    found: dict[Key, list[Named]] = {}
    after = 0
    while page := await imports.named_of(work.tx, managers, after):
        after = page[-1].id
        for client, keys in zip(page, await asyncio.to_thread(_keys, page), strict=True):
            for key in keys:
                found.setdefault(key, []).append(client)
    return found


def _keys(page: Iterable[Named]) -> list[set[Key]]:
    return [{key_of(client.name), key_of(client.legal_name)} - {frozenset()} for client in page]


def _match(
    one: Wanted, by_number: dict[str, list[Named]], by_key: dict[Key, list[Named]], scope: frozenset[int]
) -> Matched:
    keys = [key for name in one.names if (key := key_of(name))]
    if one.tax_number and one.tax_number in by_number:
        same = by_number[one.tax_number]
        own = [client for client in same if client.manager_id in scope]
        if not own:
            return Matched(None, "foreign_client")
        if len(own) > 1:
            own = [client for client in own if key_of(client.name) in keys] or own
        return Matched(own[0]) if len(own) == 1 else Matched(None, "ambiguous_client")
    named = {client.id: client for key in keys for client in by_key.get(key, [])}
    # Another tax number is another company, whatever it is called.
    fitting = [
        client
        for client in named.values()
        if not (one.tax_number and client.tax_number and client.tax_number != one.tax_number)
    ]
    if len(fitting) == 1:
        return Matched(fitting[0])
    return Matched(None, "ambiguous_client" if fitting else "unknown_client")
