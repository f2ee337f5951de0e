"""A correction that is typed for one line of a draft: a part of it («30», «по 150», «пт в 15», «масло 72,5») or the line anew."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from capture import acts
from capture.acts import Act, Named
from capture.changes import LineChange, read_change
from domain.actors import SELLING, Actor
from domain.calendar import WorkCalendar
from domain.outcomes import Outcome
from screens.draft_views import DoubtField, DraftView
from usecases.access import allowed
from usecases.client_fields import split_phone
from usecases.clients import search
from usecases.draft_acts import WITH_GOODS, Drafted, from_json, id_of, whose, with_line
from usecases.draft_doubts import doubts_of
from usecases.draft_errors import DraftUnclearError
from usecases.draft_view import known_for
from usecases.draft_world import understand_line
from usecases.drafts import MOST_OPTIONS, get_act, open_draft, set_client, set_product, write
from usecases.order_entry import choices
from usecases.typed_goods import read_typed
from usecases.work import Work

LONGEST: Final = 500
MANY: Final = range(1, 10_000)
Read = Callable[[Any, str, datetime, WorkCalendar], Act | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """What is corrected: an act of the draft, or a line of an order, and by which words."""

    drafted: list[Drafted]
    act_no: int
    line_no: int | None
    typed: str

    @property
    def one(self) -> Drafted:
        return self.drafted[self.act_no]

    def put(self, *now: Drafted) -> list[Drafted]:
        """The first of `now` takes the place, the rest come after all: numbers stay."""
        return [*self.drafted[: self.act_no], now[0], *self.drafted[self.act_no + 1 :], *now[1:]]


@allowed(*SELLING)
async def retype(
    actor: Actor,
    work: Work,
    draft_id: int,
    act_no: int,
    text: str,
    *,
    line_no: int | None = None,
    client: bool = False,
) -> DraftView:
    """`client`: the text names whom the act means. Raises `DraftUnclearError`; the draft is then as it was."""
    draft = await open_draft(actor, work, draft_id)
    drafted = from_json(draft.acts)
    get_act(drafted, act_no, line_no)
    spot = Spot(drafted, act_no, line_no, text.strip()[:LONGEST])
    steps = (_named_client,) if client else (_changed_part, _read_anew, _as_note)
    for step in steps:
        changed = await step(actor, work, spot)
        if changed is not None:
            return await write(actor, work, draft, changed)
    raise DraftUnclearError(text=spot.typed)


async def _named_client(actor: Actor, work: Work, spot: Spot) -> list[Drafted] | None:
    """One who is clearly meant, else those to choose from."""
    hits = await search(actor, work, spot.typed)
    if not hits.lines:
        return None
    if hits.clear or len(hits.lines) == 1:
        return await set_client(actor, work, spot.drafted, spot.one, hits.lines[0].id)
    asked = Named(None, spot.typed, tuple(str(line.id) for line in hits.lines[:MOST_OPTIONS]))
    return spot.put(replace(spot.one, act=replace(spot.one.act, client=asked), remembered=False))


async def _as_note(_: Actor, __: Work, spot: Spot) -> list[Drafted] | None:
    act = spot.one.act
    if not isinstance(act, acts.NoteAct) or not spot.typed:
        return None
    return spot.put(replace(spot.one, act=replace(act, text=spot.typed)))


# --- a part -------------------------------------------------------------------------------------------------------


async def _changed_part(actor: Actor, work: Work, spot: Spot) -> list[Drafted] | None:
    act = spot.one.act
    if isinstance(act, acts.OrderAct) and spot.line_no is None and len(act.lines) == 1:
        part = await _changed_part(actor, work, replace(spot, line_no=0))
        if part is not None:
            return part
    asked = await _asked(actor, work, spot)
    if (isinstance(act, acts.OrderAct) and spot.line_no is not None) or isinstance(act, WITH_GOODS):
        return await _changed_goods(work, spot, asked)
    now = actor.local(work.now)
    if isinstance(act, acts.CallAct):
        follows = _answer_of(act, spot.typed, now, work.rules.calendar, asked=asked)
        return None if follows is None else [*spot.drafted, Drafted(follows, remembered=spot.one.remembered)]
    reader = PARTS.get(type(act))
    changed = reader(act, spot.typed, now, work.rules.calendar) if reader is not None else None
    return None if changed is None else spot.put(replace(spot.one, act=changed))


async def _asked(actor: Actor, work: Work, spot: Spot) -> frozenset[DoubtField]:
    known = await known_for(actor, work, spot.drafted)
    doubts = doubts_of(spot.drafted, spot.act_no, known)
    return frozenset(doubt.field for doubt in doubts if doubt.line_no == spot.line_no)


async def _changed_goods(work: Work, spot: Spot, asked: frozenset[DoubtField]) -> list[Drafted] | None:
    """A quantity, a price, a discount; or words of a product, which stand for the product alone."""
    one, line_no = spot.one, spot.line_no
    change = read_change(spot.typed)
    if change is not None:
        in_own = DoubtField.QUANTITY in asked and change.unit is None
        changed = _with_change(one, line_no, change, in_own=in_own)
        return None if changed is None else spot.put(changed)
    lines, goods = await read_typed(work, spot.typed)
    if len(lines) != 1 or lines[0].line.quantity is not None:
        return None
    found = choices(lines[0], goods)
    if not found:
        return None
    asking = Named(None, spot.typed, tuple(str(product.id) for product in found[:MOST_OPTIONS]))
    named = _with_named(one, line_no, asking)
    return spot.put(named if len(found) > 1 else set_product(named, line_no, found[0].id))


def _with_named(one: Drafted, line_no: int | None, named: Named) -> Drafted:
    if isinstance(one.act, acts.OrderAct) and line_no is not None:
        return with_line(one, line_no, replace(one.act.lines[line_no], product=named))
    assert isinstance(one.act, WITH_GOODS)
    return replace(one, act=replace(one.act, product=named))


def _with_change(one: Drafted, line_no: int | None, change: LineChange, *, in_own: bool) -> Drafted | None:
    """A bare number keeps the unit that was typed before, unless that unit is what was not understood."""
    act = one.act
    if isinstance(act, acts.OrderAct) and line_no is not None:
        line = act.lines[line_no]
        unit = change.unit or (None if in_own else line.unit)
        said = replace(
            line,
            quantity=line.quantity if change.quantity is None else change.quantity,
            unit=unit if change.quantity is not None else line.unit,
            price=line.price if change.price is None else change.price,
            discount=line.discount if change.discount is None else change.discount,
            price_unit=line.price_unit if change.price is None else change.price_unit,
        )
        return with_line(one, line_no, said)
    if isinstance(act, acts.ClaimAct | acts.ShortageAct) and change.quantity is not None:
        said_act = replace(act, quantity=change.quantity, unit=change.unit or act.unit)
        return replace(one, act=said_act)
    if isinstance(act, acts.CompetitorAct) and change.price is not None:
        return replace(one, act=replace(act, price=change.price))
    return None


def _answer_of(
    call: acts.CallAct, typed: str, now: datetime, calendar: WorkCalendar, *, asked: frozenset[DoubtField]
) -> Act | None:
    """What a call still lacks is an act of its own beside it."""
    from capture.answers import read_moment, read_sum_and_day

    if DoubtField.DUE in asked and (promised := read_sum_and_day(typed, now.date(), calendar)):
        return acts.PromiseAct(client=call.client, amount=promised[0], due=promised[1])
    if DoubtField.DAY in asked and (moment := read_moment(typed, now, calendar)):
        kind = acts.NextKind.MEETING if call.outcome is Outcome.MEETING else acts.NextKind.CALL
        return acts.NextAct(client=call.client, day=moment[0], clock=moment[1], kind=kind)
    return None


def _next(act: acts.NextAct, typed: str, now: datetime, calendar: WorkCalendar) -> Act | None:
    from capture.answers import read_moment

    found = read_moment(typed, now, calendar)
    return None if found is None else replace(act, day=found[0], clock=found[1])


def _promise(act: acts.PromiseAct, typed: str, now: datetime, calendar: WorkCalendar) -> Act | None:
    from capture.answers import read_amount, read_sum_and_day

    both = read_sum_and_day(typed, now.date(), calendar)
    if both is not None:
        return replace(act, due=both[1], amount=act.amount if both[0] is None else both[0])
    amount = read_amount(typed)
    return None if amount is None else replace(act, amount=amount)


def _payment(act: acts.PaymentAct, typed: str, now: datetime, calendar: WorkCalendar) -> Act | None:
    from capture.answers import read_amount

    del now, calendar
    amount = read_amount(typed)
    return None if amount is None else replace(act, amount=amount)


def _birthday(act: acts.BirthdayAct, typed: str, now: datetime, calendar: WorkCalendar) -> Act | None:
    from capture.birthdays import read_whole_birth

    del now, calendar
    born = read_whole_birth(typed)
    return None if born is None else replace(act, day=born[0], month=born[1], year=born[2])


def _delivery(
    act: acts.OrderAct | acts.RepeatOrderAct, typed: str, now: datetime, calendar: WorkCalendar
) -> Act | None:
    from capture.answers import read_day

    day = read_day(typed, now.date(), calendar)
    return None if day is None else replace(act, delivery=day)


def _person(act: acts.PersonAct, typed: str, now: datetime, calendar: WorkCalendar) -> Act | None:
    del now, calendar
    name, phone = split_phone(typed)
    return replace(act, name=name or act.name, phone=phone or act.phone) if name or phone else None


def _newcomer(act: acts.NewClientAct, typed: str, now: datetime, calendar: WorkCalendar) -> Act | None:
    del now, calendar
    name, phone = split_phone(typed)
    return replace(act, name=name or act.name, phone=phone or act.phone) if name or phone else None


def _offers(act: acts.OffersAct, typed: str, now: datetime, calendar: WorkCalendar) -> Act | None:
    del now, calendar
    return replace(act, count=int(typed)) if typed.isdecimal() and int(typed) in MANY else None


PARTS: Final = MappingProxyType[type[Act], Read](
    {
        acts.NextAct: _next,
        acts.PromiseAct: _promise,
        acts.PaymentAct: _payment,
        acts.BirthdayAct: _birthday,
        acts.OrderAct: _delivery,
        acts.RepeatOrderAct: _delivery,
        acts.PersonAct: _person,
        acts.NewClientAct: _newcomer,
        acts.OffersAct: _offers,
    }
)


# --- the line anew ------------------------------------------------------------------------------------------------


async def _read_anew(actor: Actor, work: Work, spot: Spot) -> list[Drafted] | None:
    """As if typed about this client. The act of the same kind takes the place, what the draft has already is not doubled."""
    one = spot.one
    found = await understand_line(actor, work, spot.typed, one.client_id)
    said = [act for act in found.acts if not isinstance(act, acts.ShowAct)]
    if spot.line_no is not None:
        ordered = next((act for act in said if isinstance(act, acts.OrderAct)), None)
        return spot.put(_lines(one, spot.line_no, ordered)) if ordered is not None and ordered.lines else None
    same = [act for act in said if type(act) is type(one.act)]
    if not said or (not same and all(isinstance(act, acts.NoteAct) for act in said)):
        return None
    first = same[0] if same else said[0]
    rest = [act for act in said if act is not first and not _is_there(spot, act)]
    return spot.put(*(Drafted(_of_client(act, one)) for act in (first, *rest)))


def _of_client(act: Act, before: Drafted) -> Act:
    return act if act.client is not None else replace(act, client=before.act.client)


def _is_there(spot: Spot, act: Act) -> bool:
    return any(
        one.live
        and at != spot.act_no
        and type(one.act) is type(act)
        and whose(one.act) in {whose(act), id_of(act.client)}
        for at, one in enumerate(spot.drafted)
    )


def _lines(one: Drafted, line_no: int, ordered: acts.OrderAct) -> Drafted:
    assert isinstance(one.act, acts.OrderAct)
    first, *rest = ordered.lines
    lines = (*one.act.lines[:line_no], first, *one.act.lines[line_no + 1 :], *rest)
    packs = tuple(pair for pair in one.per_pack if pair[0] != line_no)
    return replace(
        one, act=replace(one.act, lines=lines), per_pack=packs, lines_struck=one.lines_struck - {line_no}
    )
