"""What the lines of an order cost: discounts by the company's rules, VAT, and what is beyond the manager's own limit."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from zoneinfo import ZoneInfo

from domain.actors import Actor, Role
from domain.orders import OrderStatus, find_price, round_half_up
from domain.prices import Asked, Buyer, Counted, DiscountRule, VatMode, best_rules, price_off
from domain.promotions import Target, is_for
from domain.teams import line_up
from storage import discounts, employees, order_pages, orders, products, promotions
from storage.clients import Client
from storage.discounts import ToPrice
from storage.orders import Order
from storage.products import Product
from usecases.work import Work

NOTHING = Decimal(0)


async def is_ruled(work: Work, order_id: int, product_id: int, price: int | None) -> bool:
    """Whether the line stands at this price with a discount that is the rules': the price list may have moved since."""
    known = await order_pages.line_of(work.tx, order_id, product_id)
    return known is not None and known.by_rule and known.price == price


def vat_rate(work: Work, product: Product) -> int | None:
    """Percent of the goods, else the company's; None where the company pays none."""
    settings = work.rules.prices
    if settings.vat is VatMode.NONE:
        return None
    return settings.vat_rate if product.vat_rate is None else product.vat_rate


async def limit_of(work: Work, order: Order) -> Decimal:
    """Percent that whoever drafts the order gives alone."""
    own = await discounts.limit_of(work.tx, order.employee_id)
    if own is not None:
        return own
    person = await employees.find(work.tx, order.employee_id)
    return work.rules.prices.limit_of(person.role if person else Role.MANAGER)


async def rules_of(work: Work, order: Order, client: Client) -> list[DiscountRule]:
    """Those that may fit: of everybody, of the manager's team and of those above it."""
    person = await employees.find(work.tx, order.employee_id)
    today = work.now.astimezone(_zone(work, person)).date()
    found = await discounts.for_client(work.tx, client.id, today)
    teams = await _teams_of(work, person, found)
    on = [rule for rule in found if rule.is_on(today) and rule.team_id in teams]
    told = await promotions.by_ids(work.tx, {rule.promotion_id for rule in on if rule.promotion_id})
    target = Target(client.kind, client.client_class, client.industry)
    fit = {id_ for id_, one in told.items() if one.is_on(today) and is_for(one.aim, target)}
    return [rule for rule in on if rule.promotion_id is None or rule.promotion_id in fit]


async def _teams_of(work: Work, person: Actor | None, rules: list[DiscountRule]) -> set[int | None]:
    """Whose rules count for what the person drafts; the teams are asked for only where some rule is another's."""
    teams = {None, person.team_id if person else None}
    if person is not None and any(rule.team_id not in teams for rule in rules):
        teams |= {*line_up(await employees.parents(work.tx), person.team_id)}
    return teams


def _zone(work: Work, person: Actor | None) -> ZoneInfo:
    return person.zone if person else ZoneInfo(work.rules.company.timezone)


async def best_of(
    work: Work, client: Client, rules: Iterable[DiscountRule], lines: Iterable[ToPrice]
) -> dict[int, DiscountRule]:
    """The rule that counts for each product. A sum to be reached is that by the list: a lower typed price is a discount itself."""
    found, every = list(rules), list(lines)
    if not found:
        return {}
    known: dict[int, Product] = {}
    if any(rule.unit is not None or rule.amount is not None for rule in found):
        known = await products.by_ids(work.tx, [line.product_id for line in every])
    counted = [
        Counted(
            line.product_id,
            line.group,
            line.quantity,
            round_half_up(line.quantity * _before(line, known.get(line.product_id), client)),
            line.unit,
            line.pack_size,
            known[line.product_id].units if line.product_id in known else {},
        )
        for line in every
    ]
    return best_rules(found, Buyer(client.id, client.client_class, client.price_column), counted)


def _before(line: ToPrice, product: Product | None, client: Client) -> int:
    """Kopecks of one unit before any discount; what a rule prices keeps the list of the day that it was put in."""
    listed = None if line.by_rule or product is None else _listed(product, client)
    return max(line.price, listed or 0)


def _listed(product: Product, client: Client) -> int | None:
    found = find_price(product.prices, client.price_column, list(product.prices))
    return found.amount if found else None


async def reprice(work: Work, order: Order) -> bool:
    """Lines of a draft that nobody typed a discount for get what the rules give now; whether something changed."""
    if order.status != OrderStatus.DRAFT:
        return False
    client = await orders.find_client(work.tx, order.client_id)
    rules = await rules_of(work, order, client) if client else []
    if client is None or (not rules and not await discounts.has_given(work.tx, order.id)):
        return False
    lines = await discounts.to_price(work.tx, order.id)
    best = await best_of(work, client, rules, lines)
    changed = {
        line.product_id: given
        for line in lines
        if line.by_rule and (given := _percent(best.get(line.product_id))) != line.discount
    }
    await discounts.set_discounts(work.tx, order.id, changed)
    return bool(changed)


def _percent(rule: DiscountRule | None) -> Decimal:
    return rule.percent if rule else NOTHING


async def rules_given(work: Work, order: Order, client: Client) -> dict[int, DiscountRule]:
    """The rule behind the discount of each product of the draft that has one by rule."""
    if not await discounts.has_given(work.tx, order.id):
        return {}
    lines = await discounts.to_price(work.tx, order.id)
    best = await best_of(work, client, await rules_of(work, order, client), lines)
    return {
        line.product_id: best[line.product_id]
        for line in lines
        if line.by_rule and line.discount and line.product_id in best
    }


async def asked_beyond(work: Work, order: Order, client: Client) -> tuple[Asked, ...]:
    """Lines whose typed discount or price is beyond what the manager, or a rule, gives; in the order of the lines."""
    typed = await discounts.typed_of(work.tx, order.id)
    if not typed:
        return ()
    known = await products.by_ids(work.tx, [line.product_id for line in typed])
    listed = {id_: amount for id_, one in known.items() if (amount := _listed(one, client)) is not None}
    asked = [
        Asked(line.product_id, listed[line.product_id], price_off(line.price, line.discount), NOTHING)
        for line in typed
        if line.product_id in listed
    ]
    lower = [one for one in asked if one.price < one.listed]
    if not lower:
        return ()
    limit = await limit_of(work, order)
    lines = await discounts.to_price(work.tx, order.id)
    best = await best_of(work, client, await rules_of(work, order, client), lines)
    judged = [replace(one, allowed=max(limit, _percent(best.get(one.product_id)))) for one in lower]
    return tuple(one for one in judged if one.is_beyond)
