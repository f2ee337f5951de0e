"""Which client a file means: by tax number, by what was answered before, else by the same significant words of the name."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from capture.naming.client_keys import full_key, keys_of
from storage import import_memory, imports
from storage.import_memory import Answer
from storage.imports import Named
from usecases.import_parts import breathe
from usecases.portions import portions
from usecases.work import Work

NAMES = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """A client as a row of a file names it."""

    names: tuple[str, ...]
    tax_number: str | None = None


@dataclass(frozen=True, slots=True)
class Matched:
    """`why` is empty where it was found, else unknown_client, ambiguous_client, foreign_client or not_ours (was answered so).

    `among` are those who are meant equally; `answer` is what was asked before, where that decided.
    """

    client: Named | None = None
    why: str = ""
    among: tuple[Named, ...] = ()
    answer: Answer | None = None


@dataclass(slots=True)
class _Known:
    """What the base has of the names and numbers of one file."""

    scope: frozenset[int]
    whole: bool = False
    by_number: dict[str, list[Named]] = field(default_factory=dict)
    by_key: dict[str, list[Named]] = field(default_factory=dict)
    answers: dict[tuple[str, str], Answer] = field(default_factory=dict)


async def match_clients(
    work: Work,
    wanted: Sequence[Wanted],
    managers: Collection[int],
    *,
    memory: bool = False,
    whole: bool = False,
) -> list[Matched]:
    """One answer for each, in their order; only clients of `managers` are recognised.

    `memory`: answers given before count. `whole`: nothing is cut off a name but its legal form, since each outlet is a client.
    """
    asked: dict[Wanted, None] = {}
    async for some in portions(wanted, NAMES):
        asked |= dict.fromkeys(some)
    known = _Known(frozenset(managers), whole)
    async for numbers in portions({one.tax_number for one in asked if one.tax_number}, NAMES):
        for client in await imports.with_tax_numbers(work.tx, numbers):
            known.by_number.setdefault(client.tax_number or "", []).append(client)
    named = [name for one in asked for name in one.names]
    keys, full = await asyncio.to_thread(_keys, named)
    async for some_keys in portions(keys, NAMES):
        known.by_key |= await import_memory.with_keys(work.tx, some_keys)
    async for some_keys in portions(full if memory else (), NAMES):
        known.answers |= await import_memory.answered(work.tx, some_keys)
    matched: dict[Wanted, Matched] = {}
    for number, one in enumerate(asked):
        await breathe(number)
        matched[one] = _match(one, known)
    found: list[Matched] = []
    async for some in portions(wanted, NAMES):
        found += [matched[one] for one in some]
    return found


def _keys(names: Sequence[str]) -> tuple[set[str], set[str]]:
    return {key for name in names for key in keys_of(name)}, {full_key(name) for name in names}


def _match(one: Wanted, known: _Known) -> Matched:
    same = known.by_number.get(one.tax_number or "", [])
    if same:
        # The number decides whose, and the name only which of its outlets.
        own = [client for client in same if client.manager_id in known.scope]
        if not own:
            return Matched(None, "foreign_client")
        if len(own) > 1:
            own = [client for client in own if _is_named(client, one)] or own
        return _chosen(one, own, known, numbered=True)
    named = {
        client.id: client
        for name in one.names
        for key in keys_of(name)
        for client in known.by_key.get(key, [])
    }
    # Another tax number is another company, whatever it is called.
    fitting = [
        client
        for client in named.values()
        if client.manager_id in known.scope
        and not (one.tax_number and client.tax_number and client.tax_number != one.tax_number)
    ]
    return _chosen(one, fitting, known)


def _chosen(one: Wanted, fitting: Sequence[Named], known: _Known, *, numbered: bool = False) -> Matched:
    """Where a tax number decides, nobody was ever asked; elsewhere the answer goes before the name."""
    if len(fitting) == 1 and numbered:
        return Matched(fitting[0])
    answer = _answer(one, known)
    if answer is not None:
        return Matched(answer.client, "" if answer.client else "not_ours", answer=answer)
    whole = known.whole and not numbered
    if len(fitting) > 1 or whole:
        # «Ромашка опт» and «Ромашка розн.» are one by their words, and told apart by their marks.
        full = {full_key(name) for name in one.names}
        exact = [client for client in fitting if {full_key(client.name), full_key(client.legal_name)} & full]
        fitting = exact if len(exact) == 1 or whole else fitting
    if len(fitting) == 1:
        return Matched(fitting[0])
    return Matched(None, "ambiguous_client" if fitting else "unknown_client", tuple(fitting))


def _answer(one: Wanted, known: _Known) -> Answer | None:
    for name in one.names:
        answer = known.answers.get((full_key(name), one.tax_number or ""))
        if answer is not None and (answer.client is None or answer.client.manager_id in known.scope):
            return answer
    return None


def _is_named(client: Named, one: Wanted) -> bool:
    own = keys_of(client.name) | keys_of(client.legal_name)
    return any(own & keys_of(name) for name in one.names)
