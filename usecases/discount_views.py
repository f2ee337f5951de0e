"""Rules of discounts as screens see them."""

from collections.abc import Collection

from domain.actors import Actor, Role
from domain.prices import DiscountRule
from screens.discounts import RuleView
from storage import clients, discounts, products, promotions
from usecases.access import inner
from usecases.scope import teams_led, teams_seen
from usecases.work import Work


def sees(teams: Collection[int], rule: DiscountRule) -> bool:
    """Whether it is of everybody or of one of these teams."""
    return rule.team_id is None or rule.team_id in teams


@inner
async def view_of(actor: Actor, work: Work, rule: DiscountRule) -> RuleView:
    known = await products.by_ids(work.tx, list(rule.products))
    names = await clients.names(work.tx, [rule.client_id] if rule.client_id is not None else [])
    told = await promotions.by_ids(work.tx, [rule.promotion_id] if rule.promotion_id is not None else [])
    goods = tuple(known[id_].name for id_ in rule.products if id_ in known)
    may_end = actor.role is Role.OWNER or rule.team_id in await teams_led(actor, work)
    begins = rule.starts if rule.starts is not None and rule.starts > work.today(actor) else None
    name = told[rule.promotion_id].name if rule.promotion_id in told else ""
    return RuleView(rule, goods, names.get(rule.client_id or 0, ""), may_end, begins, name)


@inner
async def of_promotion(actor: Actor, work: Work, promotion_id: int) -> tuple[RuleView, ...]:
    """Discounts that are given in it, to the actor's clients."""
    found = await discounts.of_promotion(work.tx, promotion_id, work.today(actor))
    teams = await teams_seen(actor, work) if found else []
    return tuple([await view_of(actor, work, rule) for rule in found if sees(teams, rule)])
