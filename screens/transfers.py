"""Handing over clients: what to choose, what goes along, what came of it; and what the receiver is told."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.actors import Actor
from domain.reasons import ClientClass
from screens import format as written
from screens.callbacks.clients import OpenClient
from screens.callbacks.colleagues import OpenFormer
from screens.callbacks.team import OpenColleague, OpenTeam
from screens.callbacks.transfers import (
    AskUndoTransfer,
    GiveNow,
    GiveTo,
    OpenHandover,
    OpenTicks,
    OpenTransfers,
    TakeAll,
    TakeClass,
    TakeDistrict,
    Tick,
    Ticked,
    TransferFrom,
    UndoTransfer,
)
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

NAME = 40
# In the order in which the preview names them.
GOES_ALONG = ("orders", "drafts", "promises", "claims", "offers", "waits", "errands", "contacts", "occasions")


@dataclass(frozen=True, slots=True)
class Choice:
    """What the clients of one of our people may be told apart by, with how many of each."""

    giver: int
    name: str
    total: int
    classes: tuple[tuple[str, int], ...]
    districts: tuple[tuple[str, int], ...]
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class TickLine:
    id: int
    name: str
    grade: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class Ticks:
    """A page of clients to tick; `typed`: what was searched for. `ticked` of all, not of this page."""

    giver: str
    lines: tuple[TickLine, ...]
    total: int
    ticked: int
    start: int
    size: int
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """`counts` by the names of `GOES_ALONG`; `client` is the name where it is only one; `left` stay with the giver."""

    giver: int
    name: str
    taker: str
    count: int
    counts: Mapping[str, int]
    client: str
    left: int
    leaving: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """A key client among those handed over; kopecks."""

    id: int
    name: str
    grade: str
    overdue: int


@dataclass(frozen=True, slots=True)
class JournalLine:
    """`at` is local; `client` is who it was, where it was one."""

    id: int
    at: datetime
    giver: str
    taker: str
    by: str
    count: int
    client: str
    undone: bool
    can_undo: bool


def _short(name: str) -> str:
    return name if len(name) <= NAME else name[: NAME - 1] + "…"


def choose(words: Words, choice: Choice) -> Screen:
    """All, some, or by class and district."""
    key = "msg-transfer-leaving" if choice.leaving else "msg-transfer"
    first = (
        tap(words.plain("btn-transfer-all", count=choice.total), TakeAll()),
        tap(words.plain("btn-transfer-some"), OpenTicks()),
    )
    classes = [
        tap(words.plain("btn-transfer-class", grade=grade, count=count), TakeClass(grade=ClientClass(grade)))
        for grade, count in choice.classes
    ]
    places = [
        tap(words.plain("btn-transfer-place", place=_short(place), count=count), TakeDistrict(number=at))
        for at, (place, count) in enumerate(choice.districts)
    ]
    several = len(classes) > 1
    back = (tap(words.plain("btn-back"), OpenColleague(employee=choice.giver)),)
    rows = (first, *(in_rows(classes, 3) if several else ()), *in_rows(places, 2), back)
    return Screen(words(key, name=choice.name, count=choice.total), rows)


def ticks(words: Words, page: Ticks) -> Screen:
    head = words("msg-ticks", name=page.giver, count=page.ticked)
    if page.typed:
        found = words("ticks-found" if page.lines else "ticks-none", typed=page.typed)
        lines = [head, found]
    else:
        end = page.start + len(page.lines)
        lines = [head, words("clients-page", start=page.start + 1, end=end), words("ask-ticks")]
    rows = [(tap(_tick_label(words, one), Tick(client=one.id, start=page.start)),) for one in page.lines]
    turns = []
    if page.start:
        turns.append(tap(words.plain("btn-clients-back"), OpenTicks(start=max(page.start - page.size, 0))))
    if page.start + len(page.lines) < page.total:
        turns.append(tap(words.plain("btn-clients-on"), OpenTicks(start=page.start + page.size)))
    if page.typed:
        turns.append(tap(words.plain("btn-ticks-all"), OpenTicks()))
    done = [tap(words.plain("btn-ticked", count=page.ticked), Ticked())] if page.ticked else []
    last = (*done, *leave_row(words))
    return Screen("\n".join(lines), (*rows, *((tuple(turns),) if turns else ()), last))


def _tick_label(words: Words, line: TickLine) -> str:
    key = "tick-on" if line.ticked else "tick-off"
    # a search does not know the class
    return words.plain(key, name=_short(line.name), grade=line.grade).removesuffix(" · ")


def _named(only: Given | None) -> str:
    return only.name if only is not None else ""


def choose_taker(
    words: Words, count: int, people: Sequence[tuple[Actor, int]], giver: str, only: Given | None
) -> Screen:
    """`people` with the clients they have already."""
    if not people:
        return Screen(words("msg-takers-none"), (leave_row(words),))
    buttons = [
        tap(words.plain("btn-taker", name=one.name, count=clients), GiveTo(employee=one.id))
        for one, clients in people
    ]
    text = words("msg-takers", name=giver, count=count, client=_named(only))
    return Screen(text, (*in_rows(buttons[:40], 2), leave_row(words)))


def preview(words: Words, of: Preview) -> Screen:
    head = (
        words("msg-transfer-one", client=of.client, giver=of.name, taker=of.taker)
        if of.client
        else words("msg-transfer-many", count=of.count, giver=of.name, taker=of.taker)
    )
    along = [words(f"transfer-{name}", count=of.counts[name]) for name in GOES_ALONG if of.counts.get(name)]
    lines = [head, words("transfer-along") if along else words("transfer-alone"), *along]
    lines += [words("transfer-leaving", name=of.name)] if of.leaving else []
    give = tap(words.plain("btn-give-dismiss" if of.leaving else "btn-give"), GiveNow())
    return Screen("\n".join(lines), ((give,), leave_row(words)))


def done(words: Words, of: "Outcome") -> Screen:
    """The new state: who answers for them now, and what is left to hand over."""
    client = _named(of.only)
    lines = [words("msg-transferred", count=of.count, giver=of.giver, taker=of.taker, client=client)]
    rows: list[tuple[Button, ...]] = []
    if of.dismissed:
        lines.append(words("transferred-dismissed", name=of.giver))
    elif of.left:
        lines.append(words("transferred-left", name=of.giver, count=of.left))
        more = TransferFrom(employee=of.giver_id, leaving=of.leaving)
        rows.append((tap(words.plain("btn-transfer-rest"), more),))
    if of.only is not None:
        rows.insert(0, (tap(_short(of.only.name), OpenClient(client=of.only.id)),))
    back = [tap(words.plain("btn-team"), OpenTeam())]
    if not of.dismissed:
        back.insert(0, tap(words.plain("btn-transfer-undo"), UndoTransfer(transfer=of.transfer)))
    return Screen("\n".join(lines), (*rows, tuple(back)))


@dataclass(frozen=True, slots=True)
class Outcome:
    """A transfer as it ended; `leaving`: the giver is being dismissed, `dismissed`: and is out now."""

    transfer: int
    giver_id: int
    giver: str
    taker: str
    count: int
    left: int
    leaving: bool
    dismissed: bool
    only: Given | None = None


def received(
    words: Words, count: int, giver: str, by: str, key: Sequence[Given], *, only: Given | None
) -> Screen:
    """To the new manager: how many, and whom to look at first."""
    lines = [words("ntf-received", count=count, giver=giver, by=by, client=_named(only))]
    if key and only is None:
        lines += ["", words("received-key"), *(_key_line(words, one) for one in key)]
    lines.append(words("received-next", count=count))
    shown = key if only is None else [only]
    buttons = [tap(_short(one.name), OpenHandover(client=one.id)) for one in shown]
    return Screen("\n".join(lines), in_rows(buttons, 2))


def _key_line(words: Words, one: Given) -> str:
    if one.overdue:
        return words(
            "received-line-debt", name=one.name, grade=one.grade, debt=written.money(words, one.overdue)
        )
    return words("received-line", name=one.name, grade=one.grade)


def given_away(words: Words, count: int, taker: str, by: str, only: Given | None) -> Screen:
    return Screen(words("ntf-given-away", count=count, taker=taker, by=by, client=_named(only)))


def returned(words: Words, count: int, giver: str, by: str, only: Given | None) -> Screen:
    """To whom clients come back: what they already know needs no brief."""
    rows = [(tap(_short(only.name), OpenClient(client=only.id)),)] if only is not None else []
    text = words("ntf-clients-back", count=count, giver=giver, by=by, client=_named(only))
    return Screen(text, tuple(rows))


def taken_back(words: Words, count: int, taker: str, by: str, only: Given | None) -> Screen:
    """To whoever had received them."""
    return Screen(words("ntf-taken-back", count=count, taker=taker, by=by, client=_named(only)))


def undone(words: Words, count: int, left: int, giver: str, taker: str, *, only: Given | None) -> Screen:
    """`giver` has them again; `left` were touched since and stay with `taker`."""
    client = _named(only)
    lines = [words("msg-transfer-undone", count=count, giver=giver, taker=taker, client=client)]
    lines += [words("transfer-stayed", count=left, taker=taker)] if left else []
    return Screen("\n".join(lines), ((tap(words.plain("btn-transfers"), OpenTransfers()),),))


def journal(words: Words, lines: Sequence[JournalLine]) -> Screen:
    back = (tap(words.plain("btn-former"), OpenFormer()), tap(words.plain("btn-team"), OpenTeam()))
    if not lines:
        return Screen(words("msg-transfers-none"), (back,))
    told = [
        words("transfer-line", undone="yes" if one.undone else "no", **_facts(words, one)) for one in lines
    ]
    undo = [_undo(words, one) for one in lines if one.can_undo]
    return Screen(clipped("\n".join([words("msg-transfers"), "", *told])), (*in_rows(undo[:3], 1), back))


def _facts(words: Words, one: JournalLine) -> dict[str, str | int]:
    at = f"{written.short_day(words, one.at.date())}, {written.hour(one.at)}"
    return {
        "at": at, "client": _short(one.client), "count": one.count, "giver": one.giver, "taker": one.taker, "by": one.by
    }  # fmt: skip


def _undo(words: Words, one: JournalLine) -> Button:
    """One client goes back at a tap; of many it is asked first."""
    data = UndoTransfer(transfer=one.id) if one.count == 1 else AskUndoTransfer(transfer=one.id)
    return tap(words.plain("btn-undo-line", **_facts(words, one)), data)


def ask_undo(words: Words, one: JournalLine) -> Screen:
    yes = tap(words.plain("btn-transfer-undo-yes"), UndoTransfer(transfer=one.id))
    back = tap(words.plain("btn-back"), OpenTransfers())
    return Screen(words("ask-transfer-undo", **_facts(words, one)), ((yes, back),))
