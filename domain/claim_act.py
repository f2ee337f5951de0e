"""The act of differences found at acceptance, as plain values: what the papers say, what came, what is wrong."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from domain.orders import round_half_up


@dataclass(frozen=True, slots=True)
class ActSide:
    """Empty where it is not known: the act leaves a line for it."""

    name: str
    tax_number: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class DifferenceLine:
    """Quantities in `unit`, None where nobody has counted; `price` in kopecks for one."""

    name: str
    code: str
    unit: str
    documents: Decimal | None
    fact: Decimal | None
    short: Decimal | None
    surplus: Decimal | None
    bad: Decimal | None
    price: int | None

    def sum_of(self, quantity: Decimal | None) -> int | None:
        """Kopecks; None where quantity or price is not known."""
        return None if quantity is None or self.price is None else round_half_up(self.price * quantity)


@dataclass(frozen=True, slots=True)
class DifferenceAct:
    """`order` and `order_day` name the papers by which the goods came; `text` is what was said of it, `photos` how many go with it."""

    number: str
    day: date
    supplier: ActSide
    buyer: ActSide
    order: str
    order_day: date | None
    contract: str
    lines: tuple[DifferenceLine, ...]
    text: str
    photos: int


QUANTITIES = ("documents", "fact", "short", "surplus", "bad")


def to_json(act: DifferenceAct) -> dict[str, Any]:
    kept = asdict(act)
    for line in kept["lines"]:
        line |= {name: None if line[name] is None else str(line[name]) for name in QUANTITIES}
    order_day = act.order_day.isoformat() if act.order_day is not None else None
    return {"kind": "claim_act", **kept, "day": act.day.isoformat(), "order_day": order_day}


def from_json(kept: Mapping[str, Any]) -> DifferenceAct:
    """Raises `KeyError`, `TypeError` and `ValueError` for what `to_json` has not made."""
    values = {name: value for name, value in kept.items() if name != "kind"}
    values["day"] = date.fromisoformat(kept["day"])
    values["order_day"] = date.fromisoformat(kept["order_day"]) if kept["order_day"] else None
    values["supplier"], values["buyer"] = ActSide(**kept["supplier"]), ActSide(**kept["buyer"])
    values["lines"] = tuple(_line(line) for line in kept["lines"])
    return DifferenceAct(**values)


def _line(kept: Mapping[str, Any]) -> DifferenceLine:
    exact = {name: None if kept[name] is None else Decimal(kept[name]) for name in QUANTITIES}
    return DifferenceLine(**{**kept, **exact})
