"""Rules of discounts, entered by those who lead: read from one line, listed, ended."""

from dataclasses import dataclass, replace
from decimal import Decimal

from domain.actors import LEADING, Actor, Role
from domain.prices import MOST_RULES, DiscountRule, RuleError, within
from domain.promotions import Promotion
from domain.search import SearchSettings, best_matches, normalise, parse_query
from screens.discounts import PAGE, RuleCheck, RulesView, RuleView
from storage import clients, discounts, employees, products, promotions
from storage.products import Product
from usecases import scope
from usecases.access import allowed
from usecases.discount_views import sees, view_of
from usecases.errors import NotFoundError, StaleError
from usecases.order_entry import choices
from usecases.typed_goods import goods_named, read_typed
from usecases.work import Work

CHOICES, MOST_GOODS = 6, 30
MOST_LIVE = 1000  # every client may have rules of its own: only those of nobody in particular are counted


@dataclass(frozen=True, slots=True)
class Picked:
    """What was chosen of the things that a line may mean; `group` by one of its products, `promotion` before it was typed."""

    product: int | None = None
    group: int | None = None
    client: int | None = None
    promotion: int | None = None


@allowed(*LEADING)
async def list_rules(actor: Actor, work: Work, start: int = 0) -> RulesView:
    """On now or to come, of the teams that the actor sees and of everybody; the newest first, a page of them from `start`."""
    found = await discounts.live(work.tx, work.today(actor), MOST_LIVE)
    teams = await scope.teams_seen(actor, work)
    seen = [rule for rule in found if sees(teams, rule)]
    start = start if 0 <= start < len(seen) else 0
    views = [await view_of(actor, work, rule) for rule in seen[start : start + PAGE]]
    limit = work.rules.prices.limit_of(Role.MANAGER)
    people = {person.id: person.name for person in await employees.managers_of(work.tx, actor)}
    limits = await discounts.limits_of(work.tx, list(people))
    own = tuple((people[id_], percent) for id_, percent in sorted(limits.items()))
    return RulesView(tuple(views), limit, own, start, len(seen))


@allowed(*LEADING)
async def set_limit(actor: Actor, work: Work, text: str) -> tuple[str, Decimal] | None:
    """«лимит Анна 7 %»: a manager's name and new percent; None where the line says something else.

    Raises `RuleError` for nobody or several of that name, and for more than the actor gives alone.
    """
    from capture.discount_rules import read_limit

    said = read_limit(text)
    if said is None:
        return None
    name, percent = said
    people = [one for one in await employees.managers_of(work.tx, actor) if one.id != actor.by]
    named = [person for person in people if normalise(person.name).startswith(normalise(name))]
    if len(named) != 1:
        raise RuleError(field="person", text=name)
    if not 0 <= percent <= work.rules.prices.limit_of(actor.role):
        raise RuleError(field="limit", text=str(work.rules.prices.limit_of(actor.role)))
    await work.tx.run(discounts.SET_LIMIT, employee_id=named[0].id, percent=percent)
    return named[0].name, percent


@allowed(*LEADING)
async def read(actor: Actor, work: Work, text: str, picked: Picked) -> RuleCheck:
    """The rule that the line says, and what else it may mean. Raises `RuleError`.

    That of a promotion lasts no longer than it does, and is on its goods where no others are named.
    """
    from capture.discount_rules import read_promotion, read_rule

    named = read_promotion(text)
    promotion = await _promotion(actor, work, picked.promotion, named[0] if named else "")
    text = named[1] if named else text
    said = read_rule(text, work.today(actor), work.rules.calendar)
    if said is None:
        raise RuleError(field="text", text=text[:100])
    rule = DiscountRule(
        0,
        said.percent,
        client_class=said.client_class,
        column=said.column,
        quantity=said.quantity,
        unit=said.unit,
        amount=said.amount,
        starts=said.starts,
        ends=said.ends,
        team_id=None if actor.role is Role.OWNER else actor.team_id,
    )
    rule = within(rule if promotion is None else _lasting(rule, promotion), work.today(actor))
    goods, groups = await _goods(work, said.goods)
    whom: list[tuple[int, str]] = []
    if said.subject:
        if not (said.goods or said.every):
            goods, groups = await _goods(work, said.subject)
        if not (goods or groups) or said.goods or said.every:
            whom = await _clients(actor, work, said.subject)
            if not whom:
                raise RuleError(field="goods", text=said.subject)
    if said.goods and not (goods or groups):
        raise RuleError(field="goods", text=said.goods)
    if promotion is not None and promotion.group and not (goods or groups or said.every):
        rule = replace(rule, group=promotion.group)
    says = (said.subject, goods, groups, said.every, said.client_class, said.column, said.amount, promotion)
    if not any(says):
        raise RuleError(field="text", text=text[:100])
    return await _checked(actor, work, rule, picked, (goods, groups, whom))


async def _promotion(actor: Actor, work: Work, chosen: int | None, name: str) -> Promotion | None:
    """The one chosen, or the one of that name, of those that are on or to come. Raises `RuleError`."""
    if chosen is None and not name:
        return None
    on = await promotions.not_over(work.tx, work.today(actor), await scope.teams_seen(actor, work))
    wanted = normalise(name)
    named = [one for one in on if normalise(one.name).startswith(wanted)] if name else []
    found = [one for one in named if normalise(one.name) == wanted] or named
    if chosen is not None and not name:
        found = [one for one in on if one.id == chosen]
    if len(found) != 1:
        raise RuleError(field="promotion" if name else "over", text=name)
    return found[0]


def _lasting(rule: DiscountRule, promotion: Promotion) -> DiscountRule:
    return replace(
        rule,
        promotion_id=promotion.id,
        starts=max(rule.starts or promotion.starts, promotion.starts),
        ends=min(rule.ends or promotion.ends, promotion.ends),
    )


@allowed(*LEADING)
async def get_promotion(actor: Actor, work: Work, promotion_id: int) -> Promotion:
    """One that a discount may be tied to. Raises `NotFoundError` for that of another team, `StaleError` for one that is over."""
    found = await promotions.find(work.tx, promotion_id, await scope.teams_seen(actor, work))
    if found is None:
        raise NotFoundError(what="promotion", id=promotion_id)
    if found.ends < work.today(actor):
        raise StaleError(what="promotion")
    return found


async def _checked(
    actor: Actor,
    work: Work,
    rule: DiscountRule,
    picked: Picked,
    found: tuple[list[Product], list[tuple[int, str]], list[tuple[int, str]]],
) -> RuleCheck:
    """With what was picked, or all goods that were found; a client only where it is the one."""
    goods, groups, whom = found
    group = next((name for id_, name in groups if id_ == picked.group), None)
    one = next((product for product in goods if product.id == picked.product), None)
    if group is None and one is None and not goods and len(groups) == 1:
        group = groups[0][1]
    if group is not None:
        rule = replace(rule, group=group)
    else:
        rule = replace(rule, products=(one.id,) if one else tuple(product.id for product in goods))
    client = next((id_ for id_, _ in whom if id_ == picked.client), None)
    if client is None and len(whom) == 1:
        client = whom[0][0]
    rule = replace(rule, client_id=client)
    settled = group is not None or one is not None or len(goods) + len(groups) < 2  # noqa: PLR2004
    return RuleCheck(
        await view_of(actor, work, rule),
        () if settled else tuple((product.id, product.name) for product in goods[:CHOICES]),
        () if settled else tuple(groups[:CHOICES]),
        () if client is not None else tuple(whom[:CHOICES]),
    )


async def _goods(work: Work, text: str) -> tuple[list[Product], list[tuple[int, str]]]:
    """Products and groups that the words name: a group by its beginning."""
    if not text:
        return [], []
    wanted = normalise(text)
    shelves = await products.shelves(work.tx)
    groups = [(id_, name) for name, id_ in shelves if name and normalise(name).startswith(wanted)]
    if any(normalise(name) == wanted for _, name in groups):
        return [], [one for one in groups if normalise(one[1]) == wanted]
    lines, known = await read_typed(work, text)
    named = choices(lines[0], known) if len(lines) == 1 else []
    if not named:
        known = await goods_named(work, text)
        query = parse_query(text)
        best = best_matches(
            query, [(one.id, one.name, [one.code]) for one in known.values()], SearchSettings()
        )
        named = [known[id_] for id_, _ in best]
    return named[:MOST_GOODS], groups


async def _clients(actor: Actor, work: Work, text: str) -> list[tuple[int, str]]:
    """The one of exactly this name, or all that may be meant."""
    query = parse_query(text)
    found = await clients.search(work.tx, query, await scope.managers_for(actor, work))
    names = {one.client.id: one.client.name for one in found}
    best = best_matches(query, [(one.client.id, one.words, one.numbers) for one in found], SearchSettings())
    ids = [id_ for id_, _ in best]
    exact = [id_ for id_ in ids if normalise(names[id_]) == normalise(text)]
    return [(id_, names[id_]) for id_ in (exact if len(exact) == 1 else ids)]


@allowed(*LEADING)
async def add(actor: Actor, work: Work, text: str, picked: Picked) -> RuleView:
    """Raises `RuleError`, also where there are as many as a turn may read; `StaleError` where the client is not chosen.

    And `OwnClientError`, as `take_back`: who stands in for a lead gives their own client no discount.
    """
    check = await read(actor, work, text, picked)
    if not check.is_clear:
        raise StaleError(what="discount")
    rule = check.shown.rule
    if rule.client_id is None and await discounts.count_general(work.tx, work.today(actor)) >= MOST_RULES:
        raise RuleError(field="many", text=str(MOST_RULES))
    await _check_client(actor, work, rule)
    rule_id = await discounts.add(work.tx, rule, actor.hand, work.now)
    return await view_of(actor, work, replace(rule, id=rule_id))


@allowed(*LEADING)
async def get_rule(actor: Actor, work: Work, rule_id: int) -> RuleView:
    """Raises `NotFoundError` for that of another team, `StaleError` for one that has ended."""
    view = await _get(actor, work, rule_id)
    if not await discounts.is_open(work.tx, rule_id):
        raise StaleError(what="discount")
    return view


async def _get(actor: Actor, work: Work, rule_id: int) -> RuleView:
    rule = await discounts.find(work.tx, rule_id)
    view = await view_of(actor, work, rule) if rule is not None else None
    if view is None or not view.may_end:
        raise NotFoundError(what="discount", id=rule_id)
    return view


@allowed(*LEADING)
async def end(actor: Actor, work: Work, rule_id: int) -> RuleView:
    """Drafts lose it when they are next opened; what was handed over keeps its prices."""
    view = await _get(actor, work, rule_id)
    await discounts.end(work.tx, rule_id, work.now)
    return view


@allowed(*LEADING)
async def take_back(actor: Actor, work: Work, rule_id: int) -> RuleView:
    view = await _get(actor, work, rule_id)
    await _check_client(actor, work, view.rule)
    if view.rule.promotion_id is not None:
        await get_promotion(actor, work, view.rule.promotion_id)
    await work.tx.run(discounts.REOPEN, id_=rule_id)
    return view


async def _check_client(actor: Actor, work: Work, rule: DiscountRule) -> None:
    if rule.client_id is not None and actor.by:
        scope.check_own_client(actor, await scope.get_client(actor, work, rule.client_id))
