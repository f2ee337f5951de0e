"""`main.py understand`: lines of JSON in, acts as JSON out, by the fields of the capture specification."""

import json
import sys
from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, TextIO
from zoneinfo import ZoneInfo

from capture import acts as kinds
from capture.acts import Act, LineOfOrder, Named
from capture.acts_json import tag_of
from capture.naming.world import ClientEntry, PersonEntry, ProductEntry, World
from capture.understand import understand
from domain.calendar import WorkCalendar

Json = dict[str, Any]


def run(context: Path, lines: Iterable[str] = sys.stdin, out: TextIO = sys.stdout) -> int:
    """The exit code: 0 done, 2 the context or a line is no JSON of the right shape; each line is answered as it comes."""
    try:
        read = json.loads(context.read_text(encoding="utf-8"))
        world, now, zone = world_of(read), str(read["now"]), ZoneInfo(read.get("timezone", "UTC"))
    except (OSError, ValueError, KeyError, TypeError) as fault:
        sys.stderr.write(f"{context}: {fault}\n")
        return 2
    code = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            answer = answer_of(asked, world, now, zone)
        except (ValueError, KeyError, TypeError) as fault:
            sys.stderr.write(f"{line.strip()[:80]}: {fault}\n")
            code = 2
            continue
        out.write(json.dumps(answer, ensure_ascii=False) + "\n")
    return code


def world_of(context: Mapping[str, Any]) -> World:
    """Clients and products of a context file."""
    clients = [
        ClientEntry(
            str(one["id"]),
            one["name"],
            one.get("legal", ""),
            tuple(
                PersonEntry(str(person["id"]), person["name"], person.get("role", ""))
                for person in one.get("people", ())
            ),
        )
        for one in context.get("clients", ())
    ]
    products = [
        ProductEntry(
            str(one["id"]),
            one["name"],
            one.get("code", ""),
            one.get("unit", ""),
            {unit: Decimal(str(size)) for unit, size in one.get("units", {}).items()},
        )
        for one in context.get("products", ())
    ]
    return World(clients, products)


def answer_of(asked: Mapping[str, Any], world: World, now: str, zone: ZoneInfo) -> Json:
    """`{"id", "acts"}` of `{"id", "text"}` with `now` and `last_client` where they are given."""
    moment = datetime.fromisoformat(str(asked.get("now", now)))
    local = moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
    last = asked.get("last_client")
    found = understand(str(asked["text"]), world, now=local, calendar=WorkCalendar(), last_client=None if last is None else str(last))  # fmt: skip
    return {"id": asked.get("id"), "acts": [act_of(act) for act in found.acts]}


def act_of(act: Act) -> Json:
    """An act by the fields of the specification; what was not said is absent."""
    made: Json = {"act": tag_of(act)}
    if act.client is not None:
        made |= _named("client", act.client)
    for name, value in _fields(act).items():
        if value not in (None, "") or (name == "product" and "product" in _fields(act)):
            made[name] = value
    return made


def _fields(act: Act) -> Json:  # noqa: PLR0911 - one case for each kind of act
    match act:
        case kinds.CallAct():
            return {
                "outcome": act.outcome.value,
                "person": act.person,
                "reason": act.reason and act.reason.value,
                "note": act.note,
            }
        case kinds.OrderAct():
            return {"lines": [_line(line) for line in act.lines], "delivery": _day(act.delivery)}
        case kinds.RepeatOrderAct():
            return {"delivery": _day(act.delivery)}
        case kinds.NextAct():
            at = f"{act.day.isoformat()}T{act.clock:%H:%M}" if act.clock else act.day.isoformat()
            return {"at": at, "kind": act.kind.value}
        case kinds.PromiseAct():
            return {"due": _day(act.due), "amount": _money(act.amount)}
        case kinds.PaymentAct():
            return {"amount": _money(act.amount), "date": _day(act.day)}
        case _:
            return _fields_of_the_rest(act)


def _fields_of_the_rest(act: Act) -> Json:  # noqa: PLR0911 - one case for each kind of act
    match act:
        case kinds.BirthdayAct():
            return {
                "person": act.person,
                "name": act.name,
                "day": act.day,
                "month": act.month,
                "year": act.year,
            }
        case kinds.PersonAct():
            return {"name": act.name, "phone": act.phone, "role": act.role}
        case kinds.NewClientAct():
            return {"name": act.name, "phone": act.phone, "person": act.person}
        case kinds.ClaimAct():
            return (
                {"kind": act.kind.value}
                | _goods(act.product)
                | {"qty": _number(act.quantity), "unit": act.unit and act.unit.value}
            )
        case kinds.CompetitorAct():
            return (
                {"name": act.name}
                | _goods(act.product)
                | {"price": _money(act.price), "change": _number(act.change)}
            )
        case kinds.ShortageAct():
            return _goods(act.product) | {"qty": _number(act.quantity), "unit": act.unit and act.unit.value}
        case kinds.OffersAct():
            return {"channel": act.channel.value, "count": act.count}
        case kinds.NoteAct():
            return {"text": act.text}
        case kinds.ShowAct():
            return {"what": act.what.value}
        case _:
            return {}


def _line(line: LineOfOrder) -> Json:
    rest = {
        "qty": _number(line.quantity),
        "unit": line.unit and line.unit.value,
        "price": _money(line.price),
        "discount": _number(line.discount),
    }
    return _named("product", line.product) | {
        name: value for name, value in rest.items() if value is not None
    }


def _goods(named: Named | None) -> Json:
    return {} if named is None else _named("product", named)


def _named(field: str, named: Named) -> Json:
    return {field: named.id} if named.id is not None else {field: None, "query": named.query}


def _money(kopecks: int | None) -> str | None:
    return None if kopecks is None else f"{Decimal(kopecks) / 100:.2f}"


def _day(day: Any) -> str | None:
    return None if day is None else str(day.isoformat())


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)
