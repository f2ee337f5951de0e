"""Products and prices from a price list."""

import hashlib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from domain.actors import Actor
from domain.imports import ImportKind
from storage import imports, products
from storage.products import Product
from usecases.access import allowed, inner
from usecases.import_parts import (
    MAY,
    Counts,
    Json,
    Resolved,
    Written,
    breathe,
    differing,
    problem_at,
    problems_of,
)
from usecases.work import Work

FACTS = ("name", "group_name", "unit", "pack_size", "stock", "prices")
LONGEST_CODE = 50


@inner
@allowed(*MAY[ImportKind.PRODUCTS])
async def resolve(_: Actor, work: Work, plan: Mapping[str, Any]) -> Resolved:
    """Changes nothing. A product is known by its code, one without a code by its exact name."""
    rows: list[Json] = plan["rows"]
    by_code = await products.by_codes(work.tx, [row["code"] for row in rows if "code" in row])
    by_name = await imports.products_named(work.tx, [row["name"] for row in rows if "code" not in row])
    result = Resolved(problems=problems_of(plan), ignored=list(plan["ignored"]))
    seen: set[str] = set()
    for number, row in enumerate(rows):
        await breathe(number)
        known = by_code.get(row["code"]) if "code" in row else by_name.get(row["name"])
        code = known.code if known else row.get("code") or code_for(row["name"])
        if code in seen:
            result.problems.append(problem_at(plan, "repeated", row, "code", "name", text=row["name"]))
            continue
        seen.add(code)
        facts = _facts(row, known)
        if known is None:
            result.counts.new += 1
            result.additions.append({"code": code, "facts": facts})
        elif changed := differing(known, facts):
            result.counts.changed += 1
            result.changes.append({"product": known, "facts": changed})
        else:
            result.counts.same += 1
    return result


def code_for(name: str) -> str:
    """A price list without codes: the name stands for one, its tail told apart where it is long."""
    if len(name) <= LONGEST_CODE:
        return name
    tail = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: LONGEST_CODE - 9]}~{tail}"


def _facts(row: Json, known: Product | None) -> Json:
    facts: Json = {name: row[name] for name in ("name", "group_name", "unit") if name in row}
    facts |= {name: Decimal(row[name]) for name in ("pack_size", "stock") if name in row}
    if "prices" in row:
        facts["prices"] = (known.prices if known else {}) | row["prices"]
    return facts


@inner
@allowed(*MAY[ImportKind.PRODUCTS])
async def apply(_: Actor, work: Work, resolved: Resolved) -> Written:
    added, changed = [], []
    for number, one in enumerate(resolved.additions):
        facts = {"prices": {}} | one["facts"]
        await products.write(work.tx, code=one["code"], **facts)
        added.append({"code": one["code"], "after": _plain(facts)})
        await breathe(number)
    for number, one in enumerate(resolved.changes):
        product, facts = one["product"], one["facts"]
        await _write(work, product, facts)
        before = {name: getattr(product, name) for name in facts}
        changed.append({"code": product.code, "before": _plain(before), "after": _plain(facts)})
        await breathe(number)
    return Written(
        {"added": added, "changed": changed}, Counts(len(added), len(changed), resolved.counts.same)
    )


async def _write(work: Work, product: Product, facts: Mapping[str, Any]) -> None:
    values = {name: getattr(product, name) for name in FACTS} | dict(facts)
    await products.write(work.tx, code=product.code, **values)


def _plain(facts: Mapping[str, Any]) -> Json:
    return {name: str(value) if isinstance(value, Decimal) else value for name, value in facts.items()}


def _exact(facts: Mapping[str, Any]) -> Json:
    return {
        name: Decimal(value) if name in {"pack_size", "stock"} and value is not None else value
        for name, value in facts.items()
    }


async def restore(work: Work, undo: Mapping[str, Any]) -> list[str]:
    """The names of those that stay because they were changed since."""
    everything = (*undo["added"], *undo["changed"])
    held = await products.by_codes(work.tx, [one["code"] for one in everything])
    kept = []
    for number, one in enumerate(everything):
        await breathe(number)
        product = held.get(one["code"])
        if product is None:
            continue
        if differing(product, _exact(one["after"])):
            kept.append(product.name)
        elif "before" in one:
            await _write(work, product, _exact(one["before"]))
        else:
            await work.tx.run(products.DELETE, code_=product.code, at=work.now)
            await products.forget_words(work.tx, product.id)
    return kept
