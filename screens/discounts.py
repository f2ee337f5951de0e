"""Rules of discounts: the list, a new one from a typed line, the end of one."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from domain.prices import DiscountRule
from screens import format as written
from screens.approval_parts import percent
from screens.callbacks.discounts import (
    AddDiscount,
    EndDiscount,
    NewDiscount,
    OpenDiscounts,
    PickClient,
    PickGoods,
    PickGroup,
    PromotionDiscount,
    ReturnDiscount,
)
from screens.callbacks.promotions import OpenPromotion
from screens.callbacks.team import OpenTeam
from screens.order_parts import page_row, rule_terms, short
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

NAME, BUTTON, PAGE = 60, 40, 20


@dataclass(frozen=True, slots=True)
class RuleView:
    """`goods` are the names of the products, `client` the name of the one client; `begins` where that is still to come.

    `promotion` names the one that the discount is given in.
    """

    rule: DiscountRule
    goods: tuple[str, ...] = ()
    client: str = ""
    may_end: bool = False
    begins: date | None = None
    promotion: str = ""


@dataclass(frozen=True, slots=True)
class RulesView:
    """`limit` in percent is what managers give alone, `limits` of those who have their own; a page from `start` of `count`."""

    rules: tuple[RuleView, ...]
    limit: Decimal
    limits: tuple[tuple[str, Decimal], ...] = ()
    start: int = 0
    count: int = 0


@dataclass(frozen=True, slots=True)
class RuleCheck:
    """A rule as it was read; (id, name) of what else may be meant, of groups by one of their products."""

    shown: RuleView
    goods: tuple[tuple[int, str], ...] = ()
    groups: tuple[tuple[int, str], ...] = ()
    clients: tuple[tuple[int, str], ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether it may be added: the client is known."""
        return not self.clients


def rule_text(words: Words, view: RuleView) -> str:
    """«5 % — Масло сливочное 82,5 % · Ромашка · от 50 кор, до 31.12»."""
    rule = view.rule
    plain = replace(rule, client_id=None, promotion_id=None)
    limited = any((plain.client_class, plain.column is not None, plain.quantity, plain.amount, plain.ends))
    terms = [words.plain("discount-from", day=written.short_day(words, view.begins))] if view.begins else []
    terms += [words.plain("discount-promotion", name=view.promotion)] if view.promotion else []
    terms += [rule_terms(words, plain)] if limited else []
    return words.plain(
        "discount-text",
        percent=percent(words, rule.percent),
        goods=_goods(words, view),
        whom=words.plain("discount-whom", name=view.client) if view.client else "",
        terms=words.plain("discount-terms", terms=", ".join(terms)) if terms else "",
    )


def promoted_text(words: Words, view: RuleView) -> str:
    """On the card of its own promotion, which says the name and the last day."""
    return rule_text(words, replace(view, promotion="", rule=replace(view.rule, ends=None), begins=None))


def _goods(words: Words, view: RuleView) -> str:
    if view.rule.group is not None:
        return view.rule.group or words.plain("shelf-none")
    if not view.goods:
        return words.plain("discount-every")
    first = short(view.goods[0], NAME)
    if len(view.goods) == 1:
        return first
    return words.plain("discount-several", name=first, count=len(view.goods) - 1)


def rules(words: Words, view: RulesView) -> Screen:
    parts = [words("msg-discounts", count=len(view.rules), limit=percent(words, view.limit))]
    parts += [
        words("discount-limit", name=name, percent=percent(words, limit)) for name, limit in view.limits
    ]
    parts += [
        words("discount-line", number=number, text=rule_text(words, one))
        for number, one in enumerate(view.rules, view.start + 1)
    ]
    ends = [
        tap(words.plain("btn-end-discount", number=number), EndDiscount(discount=one.rule.id))
        for number, one in enumerate(view.rules, view.start + 1)
        if one.may_end
    ]
    last = (tap(words.plain("btn-new-discount"), NewDiscount()), tap(words.plain("btn-back"), OpenTeam()))
    pages = page_row(words, view.count, view.start, PAGE, lambda start: OpenDiscounts(start=start))
    return Screen(clipped("\n".join(parts)), (*in_rows(ends, 5), *([pages] if pages else []), last))


def ask(words: Words) -> Screen:
    return Screen(words("ask-discount"), ((tap(words.plain("btn-back"), OpenDiscounts()),),))


def ask_of_promotion(words: Words, promotion: int, name: str, group: str) -> Screen:
    """Without goods it is on those of the promotion."""
    text = words("ask-discount-promotion", name=name, group=group or "none")
    return Screen(text, ((tap(words.plain("btn-back"), OpenPromotion(promotion=promotion)),),))


def check(words: Words, view: RuleCheck) -> Screen:
    parts = [words("msg-discount-check", text=rule_text(words, view.shown))]
    rows = []
    if view.clients:
        parts.append(words("discount-check-whom"))
        rows += [(tap(short(name, BUTTON), PickClient(client=id_)),) for id_, name in view.clients]
    elif view.goods or view.groups:
        parts.append(words("discount-check-which"))
        rows += [
            (tap(words.plain("btn-discount-group", name=short(name, BUTTON)), PickGroup(product=id_)),)
            for id_, name in view.groups
        ]
        rows += [
            (tap(words.plain("btn-discount-goods", name=short(name, BUTTON)), PickGoods(product=id_)),)
            for id_, name in view.goods
        ]
    back = tap(words.plain("btn-back"), _asked_at(view.shown.rule))
    add = (tap(words.plain("btn-discount-add"), AddDiscount()),) if view.is_clear else ()
    return Screen("\n".join(parts), (*rows, (*add, back)))


def _asked_at(rule: DiscountRule) -> NewDiscount | PromotionDiscount:
    return NewDiscount() if rule.promotion_id is None else PromotionDiscount(promotion=rule.promotion_id)


def added(words: Words, view: RuleView) -> Screen:
    rows = _to_list(words)
    if view.rule.promotion_id is not None:
        rows = (
            tap(words.plain("btn-to-promotion"), OpenPromotion(promotion=view.rule.promotion_id)),
            *rows,
        )
    return Screen(words("msg-discount-added", text=rule_text(words, view)), (rows,))


def limit_set(words: Words, name: str, limit: Decimal) -> Screen:
    return Screen(words("msg-limit-set", name=name, percent=percent(words, limit)), (_to_list(words),))


def sure(words: Words, view: RuleView) -> Screen:
    text = words("msg-discount-sure", text=rule_text(words, view))
    yes = tap(words.plain("btn-discount-end"), EndDiscount(discount=view.rule.id, sure=True))
    return Screen(text, ((yes, tap(words.plain("btn-back"), OpenDiscounts())),))


def ended(words: Words, view: RuleView) -> Screen:
    text = words("msg-discount-ended", text=rule_text(words, view))
    back = tap(words.plain("btn-discount-back"), ReturnDiscount(discount=view.rule.id))
    return Screen(text, ((back, *_to_list(words)),))


def _to_list(words: Words) -> tuple[Button, ...]:
    return (tap(words.plain("btn-discounts"), OpenDiscounts()),)
