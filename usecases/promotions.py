"""Promotions: made by a lead, told by managers call by call, counted for the lead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from domain.actors import LEADING, SELLING, Actor, Role
from domain.promotions import (
    Promotion,
    PromotionReply,
    Target,
    check_dates,
    check_name,
    check_script,
    is_for,
    pick,
)
from domain.teams import Parents, line_up
from screens.promotions import Progress, PromotionLine, PromotionView
from storage import discounts, employees, products, promotions, timeline
from storage.clients import Client
from storage.promotions import Counted, Kindred
from storage.timeline import EventKind
from usecases.access import allowed, inner
from usecases.discount_views import of_promotion
from usecases.errors import NotFoundError, StaleError
from usecases.scope import get_client, managers_for, teams_led, teams_seen
from usecases.work import Work

SHOWN = 10
LOOKED_AT = 300


@dataclass(frozen=True, slots=True)
class Launched:
    """`managers` are to be told; nobody where it was on before."""

    promotion: Promotion
    managers: tuple[Actor, ...]


def _target(client: Client) -> Target:
    return Target(client.kind, client.client_class, client.industry)


@inner
async def active(actor: Actor, work: Work) -> list[Promotion]:
    """On now or to come, of the actor's team, those above it, those under a lead, and of everybody."""
    return await promotions.not_over(work.tx, work.today(actor), await teams_seen(actor, work))


# --- reasons to call ----------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def promotion_for(actor: Actor, work: Work, client: Client) -> PromotionLine | None:
    """What to tell this client in the call that is being made; None where there is nothing, or it was told."""
    on = await active(actor, work)
    if not on:
        return None
    done = await promotions.replied(work.tx, [one.id for one in on], [client.id])
    found = pick(on, _target(client), work.today(actor), done.get(client.id, ()))
    return PromotionLine(found.id, found.name, found.script, found.ends, found.group) if found else None


@allowed(*SELLING)
async def promotions_for(actor: Actor, work: Work, clients: Sequence[Client]) -> dict[int, tuple[str, date]]:
    """Client id → name and last day, of those who are to be told; two queries, however long the list."""
    on = await active(actor, work)
    if not on or not clients:
        return {}
    done = await promotions.replied(work.tx, [one.id for one in on], [client.id for client in clients])
    today = work.today(actor)
    picked = {client.id: pick(on, _target(client), today, done.get(client.id, ())) for client in clients}
    return {id_: (found.name, found.ends) for id_, found in picked.items() if found is not None}


@allowed(*SELLING)
async def reply(
    actor: Actor, work: Work, promotion_id: int, client_id: int, said: PromotionReply
) -> Promotion:
    """What the client said, in place of what it said before. Raises `StaleError` once the promotion is over."""
    found = await _get(actor, work, promotion_id)
    client = await get_client(actor, work, client_id)
    today = work.today(actor)
    if not found.is_on(today):
        raise StaleError(what="promotion")
    before = await work.tx.value(promotions.REPLY_OF, promotion=found.id, client=client.id)
    if before != said:
        await work.tx.run(
            promotions.REPLY,
            promotion_id=found.id,
            client_id=client.id,
            employee_id=actor.id,
            day=today,
            reply=said.value,
        )
        await timeline.add(
            work.tx, client.id, actor.hand, work.now, EventKind.PROMOTION, name=found.name, reply=said.value
        )
    return found


async def _get(actor: Actor, work: Work, promotion_id: int) -> Promotion:
    found = await promotions.find(work.tx, promotion_id, await teams_seen(actor, work))
    if found is None:
        raise NotFoundError(what="promotion", id=promotion_id)
    return found


# --- how it goes --------------------------------------------------------------------------------------------------


@allowed(*SELLING)
async def list_promotions(actor: Actor, work: Work) -> tuple[PromotionView, ...]:
    return await _views(actor, work, await active(actor, work))


@allowed(*SELLING)
async def get_promotion(actor: Actor, work: Work, promotion_id: int) -> PromotionView:
    (view,) = await _views(actor, work, [await _get(actor, work, promotion_id)])
    return replace(view, discounts=await of_promotion(actor, work, promotion_id))


async def _views(actor: Actor, work: Work, shown: Sequence[Promotion]) -> tuple[PromotionView, ...]:
    """The manager's own figures; for those who lead the team's, manager by manager."""
    if not shown:
        return ()
    parents = await employees.parents(work.tx) if actor.leads else {}
    led = await teams_led(actor, work) if actor.leads else []
    managers = await managers_for(actor, work)
    kindred = await promotions.kindred(work.tx, managers)
    counted = await promotions.counts(work.tx, [one.id for one in shown], managers)
    people = await employees.managers_of(work.tx, actor) if actor.leads else []
    views = []
    for one in shown:
        told = [person for person in people if _is_of(one, actor, person, parents)]
        ids = managers if len(told) == len(people) else [person.id for person in told]
        views.append(
            PromotionView(
                one,
                _progress(one, kindred, counted, ids),
                work.today(actor),
                tuple((person.name, _progress(one, kindred, counted, [person.id])) for person in told),
                actor.leads,
                _may_stop(actor, one, led),
            )
        )
    return tuple(views)


def _is_of(one: Promotion, actor: Actor, person: Actor, parents: Parents) -> bool:
    """Whether the promotion is for this manager: that of another team is for that one and those under it."""
    return one.team_id in {None, actor.team_id} or one.team_id in line_up(parents, person.team_id)


def _may_stop(actor: Actor, one: Promotion, led: Sequence[int]) -> bool:
    """Of everybody and of any team: the owner; of a team: its lead and those above."""
    return actor.role is Role.OWNER or one.team_id in led


def _progress(
    one: Promotion, kindred: Iterable[Kindred], counted: Iterable[Counted], managers: Sequence[int]
) -> Progress:
    """Told of those it is for: whoever was told belongs to them, even if the client has changed since."""
    own = [each for each in counted if each.promotion_id == one.id and each.employee_id in managers]
    told = sum(each.count for each in own)
    aimed = sum(
        each.count
        for each in kindred
        if each.manager_id in managers
        and is_for(one.aim, Target(each.kind, each.client_class, each.industry))
    )
    return Progress(
        told,
        max(aimed, told),
        sum(each.count for each in own if each.reply == PromotionReply.INTERESTED),
        sum(each.count for each in own if each.reply == PromotionReply.DECLINED),
    )


@allowed(*SELLING)
async def whom_to_tell(
    actor: Actor, work: Work, promotion_id: int
) -> tuple[PromotionView, tuple[tuple[int, str, str], ...]]:
    """The actor's own clients without a reply, the best class first: (id, name, class)."""
    view = await get_promotion(actor, work, promotion_id)
    found = await promotions.untold(work.tx, view.promotion, actor.id, LOOKED_AT)
    fitting = [
        (id_, name, grade)
        for id_, name, kind, grade, industry in found
        if is_for(view.promotion.aim, Target(kind, grade, industry))
    ]
    return view, tuple(fitting[:SHOWN])


# --- making one ---------------------------------------------------------------------------------------------------


@allowed(*LEADING)
async def check_may_make(_: Actor, work: Work) -> None:
    """Raises `AccessDeniedError` before anything is asked."""
    del work


@allowed(*LEADING)
async def check_draft(actor: Actor, work: Work, made: Promotion, *, dated: bool = False) -> Promotion:
    """As it would be saved. Raises `PromotionError` for a name, a script or (once they are said) days that will not do."""
    name = check_name(made.name)
    script = check_script(made.script) if made.script else ""
    if dated:
        check_dates(made.starts, made.ends, work.today(actor))
    return Promotion(made.id, name, script, made.starts, made.ends, made.aim, made.group)


@allowed(*LEADING)
async def groups(_: Actor, work: Work) -> dict[int, str]:
    """Groups of goods by one of their products."""
    return {product: name for name, product in await products.shelves(work.tx)}


@allowed(*LEADING)
async def group_of(_: Actor, work: Work, product_id: int) -> str:
    found = await products.find(work.tx, product_id)
    if found is None:
        raise NotFoundError(what="product", id=product_id)
    return found.group_name


@allowed(*LEADING)
async def launch(actor: Actor, work: Work, made: Promotion) -> Launched:
    """For the lead's team and those under it; of an owner without a team, for everybody. Raises `PromotionError`."""
    draft = await check_draft(actor, work, made, dated=True)
    check_script(draft.script)
    id_ = await promotions.add(work.tx, actor.id, actor.team_id, draft, work.now)
    saved = replace(draft, id=id_, team_id=actor.team_id)
    return Launched(saved, tuple(await employees.managers_of(work.tx, actor)))


@allowed(*LEADING)
async def stop(actor: Actor, work: Work, promotion_id: int) -> Promotion:
    """Over since yesterday, and the discounts that were given in it. Raises `StaleError` where it is over already, or is not the actor's to end."""
    found = await _get(actor, work, promotion_id)
    today = work.today(actor)
    yesterday = today - timedelta(days=1)
    may = _may_stop(actor, found, await teams_led(actor, work))
    if not may or not await work.tx.run(promotions.STOP, id_=found.id, today=today, yesterday=yesterday):
        raise StaleError(what="promotion")
    await work.tx.run(discounts.END_OF_PROMOTION, promotion=found.id, at=work.now)
    return found
