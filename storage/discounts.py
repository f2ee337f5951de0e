"""Rules of discounts, and how far each of our people may go alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as upsert

from domain.prices import MOST_RULES, DiscountRule
from domain.units import Unit
from storage.database import Transaction, one_of
from storage.price_tables import discount_limits, discount_rules
from storage.tables import order_lines, products

RULE = [discount_rules.c[name] for name in (
    "id", "percent", "products", "group_name", "client_id", "client_class", "price_column", "quantity", "unit", "amount",
    "starts", "ends", "promotion_id", "team_id")]  # fmt: skip
OPEN = sa.and_(
    discount_rules.c.ended_at.is_(None),
    sa.or_(discount_rules.c.ends.is_(None), discount_rules.c.ends >= sa.bindparam("today")),
)
GET = sa.select(*RULE).where(discount_rules.c.id == sa.bindparam("id_"))
GENERAL = (
    sa.select(*RULE)
    .where(discount_rules.c.client_id.is_(None), OPEN)
    .order_by(discount_rules.c.id)
    .limit(MOST_RULES)
)
OF_CLIENT = (
    sa.select(*RULE)
    .where(discount_rules.c.client_id == sa.bindparam("client"), OPEN)
    .order_by(discount_rules.c.id)
    .limit(MOST_RULES)
)
OF_PROMOTION = (
    sa.select(*RULE)
    .where(discount_rules.c.promotion_id == sa.bindparam("promotion"), OPEN)
    .order_by(discount_rules.c.id)
    .limit(MOST_RULES)
)
LIVE = sa.select(*RULE).where(OPEN).order_by(discount_rules.c.id.desc()).limit(sa.bindparam("n"))
ADD = (
    sa.insert(discount_rules)
    .values(
        {
            name: sa.bindparam(name)
            for name in (*(column.name for column in RULE[1:]), "employee_id", "created_at")
        }
    )
    .returning(discount_rules.c.id)
)
END = (
    sa.update(discount_rules)
    .where(discount_rules.c.id == sa.bindparam("id_"), discount_rules.c.ended_at.is_(None))
    .values(ended_at=sa.bindparam("at"))
)
END_OF_PROMOTION = (
    sa.update(discount_rules)
    .where(discount_rules.c.promotion_id == sa.bindparam("promotion"), discount_rules.c.ended_at.is_(None))
    .values(ended_at=sa.bindparam("at"))
)
REOPEN = sa.update(discount_rules).where(discount_rules.c.id == sa.bindparam("id_")).values(ended_at=None)
IS_OPEN = sa.select(discount_rules.c.id).where(
    discount_rules.c.id == sa.bindparam("id_"), discount_rules.c.ended_at.is_(None)
)

LIMIT = sa.select(discount_limits.c.percent).where(discount_limits.c.employee_id == sa.bindparam("employee"))
LIMITS = sa.select(discount_limits.c.employee_id, discount_limits.c.percent).where(
    one_of(discount_limits.c.employee_id, "employees")
)
_limit = upsert(discount_limits).values({name: sa.bindparam(name) for name in ("employee_id", "percent")})
SET_LIMIT = _limit.on_conflict_do_update(
    index_elements=["employee_id"], set_={"percent": _limit.excluded.percent}
)
FORGET_LIMIT = sa.delete(discount_limits).where(discount_limits.c.employee_id == sa.bindparam("employee"))

_own = order_lines.c.order_id == sa.bindparam("order_id_")
GIVEN = (
    sa.select(order_lines.c.product_id)
    .where(_own, order_lines.c.by_rule, order_lines.c.discount != 0)
    .limit(1)
)
TO_PRICE = (
    sa.select(
        order_lines.c.product_id,
        products.c.group_name,
        order_lines.c.quantity,
        sa.func.coalesce(order_lines.c.price, 0),
        order_lines.c.discount,
        order_lines.c.by_rule,
        products.c.unit,
        products.c.pack_size,
    )
    .select_from(order_lines.join(products, products.c.id == order_lines.c.product_id))
    .where(_own)
    .order_by(order_lines.c.id)
)
# A price of nothing is a price too: the whole was given away.
TYPED = TO_PRICE.where(~order_lines.c.by_rule, order_lines.c.price.is_not(None))
SET_PRICE = (
    sa.update(order_lines)
    .where(_own, order_lines.c.product_id == sa.bindparam("product"))
    .values(price=sa.bindparam("price_"), discount=Decimal(0), by_rule=False)
)
SET_DISCOUNT = (
    sa.update(order_lines)
    .where(_own, order_lines.c.product_id == sa.bindparam("product"), order_lines.c.by_rule)
    .values(discount=sa.bindparam("discount_"))
)


@dataclass(frozen=True, slots=True)
class ToPrice:
    """A line of an order with what the rules look at; `price` kopecks of one unit before the discount, 0 where none is known."""

    product_id: int
    group: str
    quantity: Decimal
    price: int
    discount: Decimal
    by_rule: bool
    unit: str
    pack_size: Decimal | None


def _rule(*row: Any) -> DiscountRule:
    id_, percent, goods, group, client, grade, column, quantity, unit, *rest = row
    return DiscountRule(
        id_,
        percent,
        tuple(goods or ()),
        group,
        client,
        grade,
        column,
        quantity,
        Unit(unit) if unit else None,
        *rest,
    )


async def find(tx: Transaction, rule_id: int) -> DiscountRule | None:
    """One that has ended is found too."""
    return await tx.row(GET, _rule, id_=rule_id)


async def is_open(tx: Transaction, rule_id: int) -> bool:
    return await tx.value(IS_OPEN, id_=rule_id) is not None


async def for_client(tx: Transaction, client_id: int, today: date) -> list[DiscountRule]:
    """Those of the client and those of all, that have not ended; of every team."""
    own = await tx.rows(OF_CLIENT, _rule, client=client_id, today=today)
    return [*await tx.rows(GENERAL, _rule, today=today), *own]


async def of_promotion(tx: Transaction, promotion_id: int, today: date) -> list[DiscountRule]:
    return await tx.rows(OF_PROMOTION, _rule, promotion=promotion_id, today=today)


async def live(tx: Transaction, today: date, limit: int) -> list[DiscountRule]:
    """On now or to come, the newest first."""
    return await tx.rows(LIVE, _rule, today=today, n=limit)


async def count_general(tx: Transaction, today: date) -> int:
    return len(await tx.rows(GENERAL, _rule, today=today))


async def add(tx: Transaction, rule: DiscountRule, employee_id: int, at: datetime) -> int:
    found: int = await tx.value(
        ADD,
        percent=rule.percent,
        products=list(rule.products) or None,
        group_name=rule.group,
        client_id=rule.client_id,
        client_class=rule.client_class,
        price_column=rule.column,
        quantity=rule.quantity,
        unit=rule.unit.value if rule.unit else None,
        amount=rule.amount,
        starts=rule.starts,
        ends=rule.ends,
        promotion_id=rule.promotion_id,
        team_id=rule.team_id,
        employee_id=employee_id,
        created_at=at,
    )
    return found


async def end(tx: Transaction, rule_id: int, at: datetime) -> bool:
    """False where it had ended before."""
    return await tx.run(END, id_=rule_id, at=at) == 1


async def limit_of(tx: Transaction, employee_id: int) -> Decimal | None:
    """Percent; None where the role's own counts."""
    found: Decimal | None = await tx.value(LIMIT, employee=employee_id)
    return found


async def limits_of(tx: Transaction, employee_ids: list[int]) -> dict[int, Decimal]:
    """Of those who have one of their own."""
    return dict(await tx.rows(LIMITS, lambda *row: row, employees=employee_ids))


async def has_given(tx: Transaction, order_id: int) -> bool:
    """Whether some line has a discount by rule."""
    return await tx.value(GIVEN, order_id_=order_id) is not None


async def to_price(tx: Transaction, order_id: int) -> list[ToPrice]:
    return await tx.rows(TO_PRICE, ToPrice, order_id_=order_id)


async def typed_of(tx: Transaction, order_id: int) -> list[ToPrice]:
    """Lines with a price whose price or discount somebody typed."""
    return await tx.rows(TYPED, ToPrice, order_id_=order_id)


async def set_prices(tx: Transaction, order_id: int, prices: Mapping[int, int]) -> None:
    """Kopecks of one unit by product, with no other discount."""
    for product, price in prices.items():
        await tx.run(SET_PRICE, order_id_=order_id, product=product, price_=price)


async def set_discounts(tx: Transaction, order_id: int, discounts: Mapping[int, Decimal]) -> None:
    """Percents by product, of lines that nobody typed a discount for."""
    for product, discount in discounts.items():
        await tx.run(SET_DISCOUNT, order_id_=order_id, product=product, discount_=discount)
