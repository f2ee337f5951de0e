"""What lies in a manager's list for days and is not worked: for the lead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.digest import AlarmKind
from screens import call_list
from screens.callbacks.clients import OpenClient
from screens.callbacks.digest import Ask, OpenDay, OpenDigest
from screens.digest_facts import ask_label
from screens.digest_views import Fact
from screens.screen import Screen, clipped, in_rows, tap
from screens.words import Words

SHOWN = 20


@dataclass(frozen=True, slots=True)
class Lying:
    """A client that waits in the list for `days` working days, with the stored reasons of the line."""

    client_id: int
    client: str
    days: int
    reasons: Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Carried:
    """`fact` is the digest's line about them; None where nothing lies any more."""

    fact: Fact | None
    name: str
    today: date
    lines: tuple[Lying, ...]


def carried(words: Words, shown: Carried) -> Screen:
    """Whom, for how long and why; each opens the client, and the manager may be asked."""
    head = words("msg-carried", name=shown.name, count=len(shown.lines))
    lines = [
        words("carried-line", number=number, name=one.client, days=one.days)
        + f" — {call_list.reasons(words, one.reasons, shown.today)}"
        for number, one in enumerate(shown.lines[:SHOWN], 1)
    ]
    buttons = [
        tap(f"{number} · {one.client}"[:40], OpenClient(client=one.client_id))
        for number, one in enumerate(shown.lines[:SHOWN], 1)
    ]
    rows = list(in_rows(buttons, 2))
    if shown.fact is not None and shown.fact.hears:
        ask = Ask(kind=AlarmKind.CARRIED, ref=shown.fact.ref, day=shown.today.toordinal())
        day = tap(words.plain("btn-person-day"), OpenDay(employee=shown.fact.manager_id))
        rows.append((tap(ask_label(words, shown.fact), ask), day))
    rows.append((tap(words.plain("btn-digest-back"), OpenDigest()),))
    return Screen(clipped("\n".join([head, *lines])), tuple(rows))
