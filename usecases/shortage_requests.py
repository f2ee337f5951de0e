"""What logistics is asked about goods that are not there, and what it says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from domain.actors import SELLING, Actor, Role
from domain.reminders import ReminderKind
from domain.search import SearchSettings, best_matches, parse_query
from domain.shortages import (
    LIVE,
    WAITS,
    ArrivalError,
    RequestState,
    ShortageState,
    ask_arrival_at,
    first_nudge,
    next_nudge,
)
from screens.shortage_views import NewsKind, NewsView, RequestRow, RequestView
from storage import employees, products, reminders, shortages
from storage.products import Product
from storage.shortages import Question, Request, Shortage, Waiting
from usecases import arrivals, scope
from usecases.access import allowed, inner
from usecases.errors import NotFoundError, StaleError
from usecases.order_errors import QuestionAnsweredError, check_text
from usecases.shortage_views import news_by_manager, request_view
from usecases.work import Work

LIST_SIZE, FOUND, LONGEST = 20, 8, 1000


@dataclass(frozen=True, slots=True)
class Answered:
    """`again`: it stood so before this tap, and nobody is told."""

    view: RequestView
    told: tuple[tuple[Actor, NewsView], ...] = ()
    colleagues: tuple[Actor, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of logistics on its way: (manager, question id, client)."""

    view: RequestView
    text: str
    told: tuple[tuple[Actor, int, str], ...]


@dataclass(frozen=True, slots=True)
class Replied:
    view: RequestView
    question: Question
    asker: Actor | None


# --- steps of the manager's use cases ------------------------------------------------------------------------------


async def join(work: Work, wish: Shortage) -> tuple[Request, bool]:
    """The live request of these goods, begun where there is none (then True)."""
    found = await _live(work, wish)
    if found is not None:
        return found, False
    id_ = await shortages.add_request(work.tx, wish.product_id, wish.text, work.now)
    return await get_request_row(work, id_), True


async def _live(work: Work, wish: Shortage) -> Request | None:
    if wish.product_id is None:
        return await shortages.live_of_text(work.tx, wish.text)
    found = await shortages.live_requests(work.tx, [wish.product_id])
    return found[0] if found else None


async def get_request_row(work: Work, request_id: int, *, lock: bool = False) -> Request:
    found = await shortages.find_request(work.tx, request_id, lock=lock)
    if found is None:
        raise NotFoundError(what="request", id=request_id)
    return found


async def follow(work: Work, shortage_id: int, request: Request) -> None:
    """The wish waits with the others of its request: for its day where logistics has named one already."""
    promised = request.arrives_on if request.state is RequestState.PROMISED else None
    state = ShortageState.WAITING if promised is not None else ShortageState.ASKED
    await shortages.move(work.tx, shortage_id, state, request=request.id, promised=promised)


async def promised(work: Work, wish: Shortage, day: date) -> int:
    """The request by which a day from the price list is followed; nobody has to answer it."""
    found = await _live(work, wish)
    if found is None:
        return await shortages.add_request(work.tx, wish.product_id, wish.text, work.now, day)
    if found.state is RequestState.OPEN:
        await work.tx.run(shortages.ANSWER, id_=found.id, **_answer(RequestState.PROMISED, day=day))
    return found.id


def _answer(
    state: RequestState,
    *,
    by: int | None = None,
    at: datetime | None = None,
    day: date | None = None,
    quantity: Decimal | None = None,
    analogue: int | None = None,
) -> dict[str, object]:
    return {
        "state_": state.value,
        "answered_by_": by,
        "answered_at_": at,
        "arrives_on_": day,
        "arrives_quantity_": quantity,
        "analogue_id_": analogue,
    }


async def watch(work: Work, request_id: int, day: date) -> None:
    """The day after the promised one logistics is asked, and those who wait are told."""
    waits = await shortages.waiting_for(work.tx, request_id)
    people = [one.id for one in await employees.with_role(work.tx, Role.LOGISTICS)]
    for id_ in dict.fromkeys([*people, *(one.manager_id for one in waits)]):
        person = await employees.find(work.tx, id_)
        if person is not None:
            at = ask_arrival_at(day, person.local(work.now), work.rules.calendar, work.rules.shortages)
            await reminders.put(work.tx, id_, ReminderKind.ARRIVAL, request_id, at.astimezone(UTC))


async def start_clock(
    work: Work, request: Request, *, fresh: bool
) -> tuple[RequestView | None, tuple[Actor, ...]]:
    """The card for logistics and who has it; a fresh request is asked about again when its hours are over."""
    if request.state is RequestState.PROMISED and request.arrives_on is not None:
        await watch(work, request.id, request.arrives_on)
    people = await employees.with_role(work.tx, Role.LOGISTICS)
    if not people:
        return None, ()
    if fresh and request.state is RequestState.OPEN:
        for person in people:
            at = first_nudge(person.local(work.now), work.rules.calendar, work.rules.shortages)
            await reminders.put(work.tx, person.id, ReminderKind.SHORTAGE, request.id, at.astimezone(UTC))
    return await request_view(people[0], work, request), tuple(people)


@inner
async def tell_of(actor: Actor, work: Work, shortage_ids: Iterable[int]) -> tuple[Answered, ...]:
    """The cards of requests that these wishes have just joined, for logistics; `again`: it has the card already."""
    del actor
    found: dict[int, Request] = {}
    new = set(shortage_ids)
    for id_ in sorted(new):
        wish = await shortages.find(work.tx, id_)
        if wish is not None and wish.request_id is not None:
            found[wish.request_id] = await get_request_row(work, wish.request_id)
    cards = []
    for request in found.values():
        fresh = new.issuperset(one.id for one in await shortages.waiting_for(work.tx, request.id))
        view, people = await start_clock(work, request, fresh=fresh)
        if view is not None:
            cards.append(Answered(view, (), people, again=not fresh))
    return tuple(cards)


# --- logistics -----------------------------------------------------------------------------------------------------


@allowed(Role.LOGISTICS)
async def list_requests(_: Actor, work: Work) -> tuple[RequestRow, ...]:
    """What somebody waits for, the largest sum first."""
    found = await shortages.live_rows(work.tx, LIST_SIZE)
    return tuple(
        RequestRow(
            one.id,
            one.text,
            one.state,
            one.arrives_on,
            one.wishes,
            one.amount,
            int((work.now - one.created_at).total_seconds()) // 60,
        )
        for one in found
    )


@allowed(Role.LOGISTICS)
async def get_request(actor: Actor, work: Work, request_id: int) -> RequestView:
    return await request_view(actor, work, await get_request_row(work, request_id))


@allowed(Role.LOGISTICS)
async def check_open(actor: Actor, work: Work, request_id: int) -> RequestView:
    """Raises `StaleError` where nothing is to be answered any more."""
    request = await get_request_row(work, request_id)
    if request.state not in LIVE:
        raise StaleError(what="request")
    return await request_view(actor, work, request)


@allowed(Role.LOGISTICS)
async def promise(
    actor: Actor, work: Work, request_id: int, day: date, quantity: Decimal | None = None
) -> Answered:
    """All who wait learn the day. Raises `StaleError`, or `ArrivalError` for a day that has passed."""
    request = await get_request_row(work, request_id, lock=True)
    same = (request.state, request.arrives_on, request.arrives_quantity) == (
        RequestState.PROMISED,
        day,
        quantity,
    )
    if same:
        return Answered(await request_view(actor, work, request), again=True)
    _check_live(request)
    if day < work.today(actor):
        raise ArrivalError(text=day)
    waits = await _promise(actor, work, request, day, quantity)
    return await _answered(actor, work, request.id, NewsKind.PROMISED, waits)


async def _promise(
    actor: Actor, work: Work, request: Request, day: date, quantity: Decimal | None
) -> list[Waiting]:
    answer = _answer(RequestState.PROMISED, by=actor.id, at=work.now, day=day, quantity=quantity)
    waits = await _settle(work, request, answer, ShortageState.WAITING, promised=day)
    if request.product_id is not None:
        await work.tx.run(shortages.SET_ARRIVAL, id_=request.product_id, day=day, amount=quantity)
    await watch(work, request.id, day)
    return waits


@inner
async def find_out(
    actor: Actor, work: Work, request_id: int, day: date, quantity: Decimal | None
) -> tuple[tuple[Actor, NewsView], ...]:
    """A manager names the day where there is no logistics: it holds for all who wait; the others are to be told."""
    request = await get_request_row(work, request_id, lock=True)
    waits = await _promise(actor, work, request, day, quantity)
    others = [one for one in waits if one.manager_id != actor.id]
    said = await get_request_row(work, request_id)
    return await news_by_manager(work, said, NewsKind.PROMISED, others, actor.name)


def _check_live(request: Request) -> None:
    if request.state not in LIVE:
        raise StaleError(what="request")


async def _settle(
    work: Work,
    request: Request,
    answer: dict[str, object],
    state: ShortageState,
    *,
    promised: date | None = None,
    analogue: int | None = None,
) -> list[Waiting]:
    """The request is answered and every wish moves; who waited is returned."""
    await work.tx.run(shortages.ANSWER, id_=request.id, **answer)
    waits = await shortages.waiting_for(work.tx, request.id, WAITS)
    for one in waits:
        await shortages.move(work.tx, one.id, state, request=request.id, promised=promised, analogue=analogue)
    await reminders.forget(work.tx, ReminderKind.SHORTAGE, request.id)
    await reminders.forget(work.tx, ReminderKind.ARRIVAL, request.id)
    return waits


async def _answered(
    actor: Actor, work: Work, request_id: int, kind: NewsKind, waits: Iterable[Waiting]
) -> Answered:
    request = await get_request_row(work, request_id)
    people = await employees.with_role(work.tx, Role.LOGISTICS)
    return Answered(
        await request_view(actor, work, request),
        await news_by_manager(work, request, kind, waits, actor.name),
        tuple(one for one in people if one.id != actor.id),
    )


@allowed(Role.LOGISTICS)
async def promise_typed(actor: Actor, work: Work, request_id: int, text: str) -> Answered:
    """Raises `ArrivalError`."""
    request = await get_request_row(work, request_id)
    day, quantity = await read_arrival(work, request.product_id, text, work.today(actor))
    return await promise(actor, work, request_id, day, quantity)


async def read_arrival(
    work: Work, product_id: int | None, text: str, today: date
) -> tuple[date, Decimal | None]:
    """«28.11», «в пятницу 400», «через неделю, 20 кор»; in the product's own unit. Raises `ArrivalError`."""
    from capture.answers import read_day

    calendar = work.rules.calendar
    words = text.replace(";", ",").strip()
    for cut in (words, *(words.rpartition(sign)[0] for sign in (",", " "))):
        day = read_day(cut.strip(" ,"), today, calendar) if cut else None
        if day is not None:
            return day, await _quantity(work, product_id, words[len(cut) :].strip(" ,"))
    head, _, unit = words.rpartition(" ")
    before, _, number = head.rpartition(" ")
    day = read_day(before.strip(" ,"), today, calendar) if before else None
    if day is None:
        raise ArrivalError(text=text[:100])
    return day, await _quantity(work, product_id, f"{number} {unit}")


async def _quantity(work: Work, product_id: int | None, text: str) -> Decimal | None:
    """Raises `ArrivalError` for what is no quantity."""
    from capture.changes import read_change
    from domain.units import factor

    if not text:
        return None
    change = read_change(text)
    if change is None or change.quantity is None:
        raise ArrivalError(text=text[:100])
    product = await products.find(work.tx, product_id) if product_id is not None else None
    if product is None or change.unit is None:
        return change.quantity
    each = factor(change.unit, product.unit, product.pack_size, product.units)
    if each is None:
        raise ArrivalError(text=text[:100])
    return (change.quantity * each).quantize(Decimal("0.001"))


@allowed(Role.LOGISTICS)
async def find_goods(actor: Actor, work: Work, request_id: int, text: str) -> tuple[tuple[int, str], ...]:
    """(product, name) of what may be offered instead, the best match first."""
    view = await check_open(actor, work, request_id)
    query = parse_query(text)
    found = await products.search(work.tx, query)
    names = {product.id: product.name for product in found}
    best = best_matches(query, [(one.id, one.name, one.code) for one in found], SearchSettings())
    return tuple((id_, names[id_]) for id_, _ in best if names[id_] != view.product)[:FOUND]


@allowed(Role.LOGISTICS)
async def offer_analogue(actor: Actor, work: Work, request_id: int, product_id: int) -> Answered:
    """All who wait are offered it."""
    request = await get_request_row(work, request_id, lock=True)
    if (request.state, request.analogue_id) == (RequestState.ANALOGUE, product_id):
        return Answered(await request_view(actor, work, request), again=True)
    _check_live(request)
    product = await _on_sale(work, product_id)
    answer = _answer(RequestState.ANALOGUE, by=actor.id, at=work.now, analogue=product.id)
    waits = await _settle(work, request, answer, ShortageState.OPEN)
    return await _answered(actor, work, request.id, NewsKind.ANALOGUE, waits)


async def _on_sale(work: Work, product_id: int) -> Product:
    found = await products.find(work.tx, product_id)
    if found is None:
        raise NotFoundError(what="product", id=product_id)
    return found


@allowed(Role.LOGISTICS)
async def never(actor: Actor, work: Work, request_id: int) -> Answered:
    """It will not come: the demand is lost, unless an analogue is taken yet."""
    request = await get_request_row(work, request_id, lock=True)
    if request.state is RequestState.NEVER:
        return Answered(await request_view(actor, work, request), again=True)
    _check_live(request)
    answer = _answer(RequestState.NEVER, by=actor.id, at=work.now)
    waits = await _settle(work, request, answer, ShortageState.OPEN)
    for one in waits:
        await shortages.end(work.tx, one.id, ShortageState.DROPPED, work.now)
    return await _answered(actor, work, request.id, NewsKind.NEVER, waits)


@allowed(Role.LOGISTICS)
async def arrived(actor: Actor, work: Work, request_id: int) -> Answered:
    """The goods are there: those who wait are called. Managers hear of it with the next tick."""
    request = await get_request_row(work, request_id, lock=True)
    again = request.state is RequestState.ARRIVED
    if not again:
        _check_live(request)
        await arrivals.arrive(work, request, by=actor.id)
    people = await employees.with_role(work.tx, Role.LOGISTICS)
    return Answered(
        await request_view(actor, work, await get_request_row(work, request.id)),
        (),
        tuple(one for one in people if one.id != actor.id),
        again,
    )


# --- questions -----------------------------------------------------------------------------------------------------


@allowed(Role.LOGISTICS)
async def ask_managers(actor: Actor, work: Work, request_id: int, text: str) -> Asked:
    """To each manager whose client waits, about the largest wish of theirs."""
    view = await check_open(actor, work, request_id)
    said = check_text(text, LONGEST)
    told = []
    seen: set[int] = set()
    for one in await shortages.waiting_for(work.tx, request_id):
        if one.manager_id in seen:
            continue
        seen.add(one.manager_id)
        manager = await employees.find(work.tx, one.manager_id)
        if manager is not None:
            question = await shortages.ask(work.tx, one.id, actor.id, said, work.now)
            told.append((manager, question, one.client))
    return Asked(view, said, tuple(told))


@allowed(*SELLING)
async def get_question(actor: Actor, work: Work, question_id: int) -> tuple[Question, str]:
    """With the goods it is about. Raises `QuestionAnsweredError` once it was answered."""
    question, wish = await _own_question(actor, work, question_id)
    if question.answered_at is not None:
        raise QuestionAnsweredError
    return question, wish.text


async def _own_question(actor: Actor, work: Work, question_id: int) -> tuple[Question, Shortage]:
    question = await shortages.find_question(work.tx, question_id)
    wish = await shortages.find(work.tx, question.shortage_id) if question is not None else None
    if question is None or wish is None or wish.request_id is None:
        raise NotFoundError(what="question", id=question_id)
    if wish.client_id is not None:
        await scope.get_client(actor, work, wish.client_id)
    elif wish.employee_id not in await scope.managers_for(actor, work):
        raise NotFoundError(what="question", id=question_id)
    return question, wish


@allowed(*SELLING)
async def reply(actor: Actor, work: Work, question_id: int, text: str) -> Replied:
    """Back to who asked, with the card of the request."""
    question, wish = await _own_question(actor, work, question_id)
    if not await shortages.reply(work.tx, question.id, check_text(text, LONGEST), work.now):
        raise QuestionAnsweredError
    said = await shortages.find_question(work.tx, question.id)
    asker = await employees.find(work.tx, question.asked_by)
    assert said is not None
    assert wish.request_id is not None
    view = await request_view(asker or actor, work, await get_request_row(work, wish.request_id))
    return Replied(view, said, asker)


# --- the clock -----------------------------------------------------------------------------------------------------


@inner
async def find_to_nudge(actor: Actor, work: Work, request_id: int) -> RequestView | None:
    """A request that nobody has answered; asked again on the next working day. None where that is over."""
    request = await shortages.find_request(work.tx, request_id)
    if request is None or request.state is not RequestState.OPEN:
        return None
    view = await request_view(actor, work, request)
    if not view.wishes:
        return None
    at = next_nudge(actor.local(work.now), work.rules.calendar, work.rules.shortages)
    await reminders.put(work.tx, actor.id, ReminderKind.SHORTAGE, request.id, at.astimezone(UTC))
    return view


@inner
async def find_late(actor: Actor, work: Work, request_id: int) -> RequestView | None:
    """To logistics: a promised day has passed without the goods; asked again on the next working day."""
    request = await shortages.find_request(work.tx, request_id)
    if request is None or request.state is not RequestState.PROMISED or request.arrives_on is None:
        return None
    view = await request_view(actor, work, request)
    if not view.wishes:
        return None
    at = ask_arrival_at(request.arrives_on, actor.local(work.now), work.rules.calendar, work.rules.shortages)
    await reminders.put(work.tx, actor.id, ReminderKind.ARRIVAL, request.id, at.astimezone(UTC))
    return view


@inner
async def find_news(actor: Actor, work: Work, request_id: int) -> NewsView | None:
    """To a manager: the goods have come, or have not come in time."""
    request = await shortages.find_request(work.tx, request_id)
    if request is None:
        return None
    if request.state is RequestState.ARRIVED:
        kind, states = NewsKind.ARRIVED, (ShortageState.ARRIVED,)
    elif request.state is RequestState.PROMISED:
        kind, states = NewsKind.LATE, (ShortageState.WAITING,)
    else:
        return None
    wishes = await shortages.waiting_for(work.tx, request.id, states)
    told = await news_by_manager(work, request, kind, wishes)
    return next((view for person, view in told if person.id == actor.id), None)
