"""Products and prices from a price list or a catalogue of the accounting system."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from domain.actors import Actor
from domain.imports import ImportKind
from domain.price_lists import looks_full
from screens.import_goods import GoodsLoad, PriceMove
from storage import imports, products
from storage.products import EXTERNAL, Product
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
from usecases.import_product_rows import exact, plain
from usecases.work import Work

FACTS = (
    "name", "group_name", "unit", "pack_size", "stock", "prices", "min_quantity", "multiple", "vat_rate", "cost",
    "arrives_on", "arrives_quantity", "units",
)  # fmt: skip
ASKED_OF_FILE = ("arrives_on", "arrives_quantity")
LONGEST_CODE = 50
NAMED = 3


@dataclass(slots=True)
class Known:
    """What the base has of the goods of a file."""

    by_code: Mapping[str, Product]
    by_name: Mapping[str, Product]
    by_external: Mapping[str, Product]

    def find(self, row: Json) -> Product | None:
        """By the id of the accounting system, else the code, else (a row without a code) the exact name."""
        external = external_of(row)
        if external and external in self.by_external:
            return self.by_external[external]
        return self.by_code.get(row["code"]) if "code" in row else self.by_name.get(row.get("name", ""))


def external_of(row: Json) -> str:
    return next(iter(row.get("marks", {}).get(EXTERNAL, ())), "")


@inner
@allowed(*MAY[ImportKind.PRODUCTS])
async def resolve(_: Actor, work: Work, plan: Mapping[str, Any]) -> Resolved:
    """Changes nothing."""
    rows: list[Json] = plan["rows"]
    known = await _known(work, rows)
    result = Resolved(problems=problems_of(plan), ignored=list(plan["ignored"]))
    view = GoodsLoad(withdraw=bool(plan.get("withdraw")))
    moves: list[PriceMove] = []
    seen: dict[str, bool] = {}
    for number, row in enumerate(rows):
        await breathe(number)
        product = known.find(row)
        if product is None and "name" not in row:
            result.problems.append(problem_at(plan, "no_goods", row, text=external_of(row)))
            continue
        code = product.code if product else row.get("code") or code_for(row["name"])
        if code in seen:
            result.problems.append(
                problem_at(plan, "repeated", row, "code", "name", text=str(row.get("name", code)))
            )
            continue
        seen[code] = product is not None
        facts = _facts(row, product, plan["columns"])
        marks = row.get("marks", {})
        if product is None:
            result.counts.new += 1
            result.additions.append({"code": code, "facts": facts, "marks": marks})
        elif changed := differing(product, facts):
            result.counts.changed += 1
            result.changes.append({"product": product, "facts": changed, "marks": marks})
            moves += _moves(product, changed)
        else:
            result.counts.same += 1
            result.changes.append({"product": product, "facts": {}, "marks": marks})
    gone = await _gone(work, plan, seen)
    result.goods = replace(
        _counted(view, moves), gone=len(gone), gone_names=tuple(n for _, n in gone[:NAMED])
    )
    result.goods_gone = [code for code, _ in gone] if view.withdraw else []
    result.counts.changed += len(result.goods_gone)
    return result


async def _known(work: Work, rows: Sequence[Json]) -> Known:
    by_code = await products.by_codes(work.tx, [row["code"] for row in rows if "code" in row])
    named = await imports.products_named(
        work.tx, [row["name"] for row in rows if "code" not in row and "name" in row]
    )
    whole = await products.with_units(work.tx, list(named.values()))
    marked = await products.by_external(work.tx, [ident for row in rows if (ident := external_of(row))])
    alive = await products.on_sale(work.tx, list(marked.values()))
    by_external = {ident: alive[id_] for ident, id_ in marked.items() if id_ in alive}
    return Known(by_code, {one.name: one for one in whole}, by_external)


def code_for(name: str) -> str:
    """A price list without codes: the name stands for one, its tail told apart where it is long."""
    if len(name) <= LONGEST_CODE:
        return name
    tail = hashlib.sha256(name.encode()).hexdigest()[:8]
    return f"{name[: LONGEST_CODE - 9]}~{tail}"


def _facts(row: Json, known: Product | None, columns: Mapping[str, str]) -> Json:
    """A column that tells of what is on its way tells, where it is empty, that nothing is."""
    facts: Json = exact({name: row[name] for name in FACTS if name in row})
    if "prices" in row:
        facts["prices"] = (known.prices if known else {}) | row["prices"]
    if "units" in facts and known is not None:
        facts["units"] = {**known.units, **facts["units"]}
    if known is not None and any(role in columns for role in ASKED_OF_FILE):
        facts |= {name: None for name in ASKED_OF_FILE if name not in facts}
    return facts


def _moves(product: Product, changed: Json) -> list[PriceMove]:
    """The greatest move of one product's prices, by its share."""
    prices: Mapping[str, int] = changed.get("prices", {})
    moves = [
        PriceMove(product.name, column, product.prices[column], kopecks)
        for column, kopecks in prices.items()
        if product.prices.get(column) and product.prices[column] != kopecks
    ]
    return [max(moves, key=lambda move: abs(move.share))] if moves else []


def _counted(view: GoodsLoad, moves: Sequence[PriceMove]) -> GoodsLoad:
    up = sum(move.share > 0 for move in moves)
    largest = sorted(moves, key=lambda move: -abs(move.share))[:NAMED]
    return replace(view, up=up, down=len(moves) - up, largest=tuple(largest))


async def _gone(work: Work, plan: Mapping[str, Any], seen: Mapping[str, bool]) -> list[tuple[str, str]]:
    """(code, name) of what is on sale and not in the file, where that looks like the whole price list; and of what it says is removed."""
    removed = await products.by_external(work.tx, plan.get("removed", ()))
    struck = {
        one.code: one.name for one in (await products.on_sale(work.tx, list(removed.values()))).values()
    }
    missing: dict[str, str] = {}
    on_sale, after = 0, ""
    while plan.get("full", True) and (portion := await products.codes_on_sale(work.tx, after)):
        on_sale, after = on_sale + len(portion), portion[-1][0]
        missing |= {code: name for code, name in portion if code not in seen}
        await breathe(0)
    if not looks_full(sum(seen.values()), on_sale):
        missing = {}
    return sorted((struck | missing).items(), key=lambda one: one[1])


@inner
@allowed(*MAY[ImportKind.PRODUCTS])
async def apply(_: Actor, work: Work, resolved: Resolved) -> Written:
    from usecases.arrivals import note_arrivals
    from usecases.arrivals_back import snapshot

    added = await _add(work, resolved.additions)
    changed, arrived = [], []
    marked = await _mark(work, resolved.changes)
    for number, one in enumerate(resolved.changes):
        await breathe(number)
        product, facts = one["product"], one["facts"]
        if not facts:
            continue
        await _write(work, product, facts)
        if (product.stock or 0) <= 0 < (facts.get("stock") or 0) and product.stock is not None:
            arrived.append(product.id)
        before = {name: getattr(product, name) for name in facts}
        changed.append({"code": product.code, "before": plain(before), "after": plain(facts)})
    await _withdraw(work, resolved.goods_gone)
    arrivals = await snapshot(work, arrived)
    await note_arrivals(work, arrived)
    undo = {"added": added, "changed": changed, "withdrawn": resolved.goods_gone, "marks": marked}
    counts = Counts(len(added), len(changed) + len(resolved.goods_gone), resolved.counts.same)
    return Written(undo | {"arrivals": arrivals}, counts)


async def _add(work: Work, additions: Sequence[Json]) -> list[Json]:
    """What was once sold under the same code keeps its marks and units for the day when this is taken back."""
    gone = await products.gone_with(work.tx, [one["code"] for one in additions])
    held = await products.by_ids(work.tx, list(gone.values()))
    marks = await _marks_of(work, list(gone.values()))
    added: list[Json] = []
    for number, one in enumerate(additions):
        await breathe(number)
        facts = {"prices": {}} | one["facts"]
        product_id = await products.write(work.tx, code=one["code"], **facts)
        if one["marks"]:
            await products.write_marks(work.tx, product_id, one["marks"])
        kept: Json = {"code": one["code"], "after": plain(facts)}
        if product_id in held:
            kept |= {"units": plain({**held[product_id].units}), "marks": _listed(marks.get(product_id, {}))}
        added.append(kept)
    return added


async def _mark(work: Work, changes: Sequence[Json]) -> list[Json]:
    """A file adds to what the product is known by; what was known before and after, by product."""
    known = await _marks_of(work, [one["product"].id for one in changes])
    marked: list[Json] = []
    for number, one in enumerate(changes):
        await breathe(number)
        product_id = one["product"].id
        held = known.get(product_id, {})
        after = held | {kind: held.get(kind, set()) | {*found} for kind, found in one["marks"].items()}
        if after != held:
            await products.write_marks(work.tx, product_id, _listed(after))
            marked.append({"id": product_id, "before": _listed(held), "after": _listed(after)})
    return marked


def _listed(marks: Mapping[str, set[str]]) -> dict[str, list[str]]:
    return {kind: sorted(found) for kind, found in marks.items()}


async def _marks_of(work: Work, ids: Sequence[int]) -> dict[int, dict[str, set[str]]]:
    found: dict[int, dict[str, set[str]]] = {}
    for product_id, kind, value in await products.marks(work.tx, ids):
        found.setdefault(product_id, {}).setdefault(kind, set()).add(value)
    return found


async def _withdraw(work: Work, codes: Sequence[str]) -> None:
    held = await products.by_codes(work.tx, list(codes))
    for number, product in enumerate(held.values()):
        await breathe(number)
        await products.withdraw(work.tx, product, work.now)


async def _write(work: Work, product: Product, facts: Mapping[str, Any]) -> None:
    values = {name: getattr(product, name) for name in FACTS} | dict(facts)
    if "units" not in facts:
        values["units"] = None
    await products.write(work.tx, code=product.code, same_words="name" not in facts, **values)


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
        if differing(product, exact(one["after"])):
            kept.append(product.name)
        elif "before" in one:
            await _write(work, product, exact(one["before"]))
        else:
            await products.withdraw(work.tx, product, work.now)
            units = {unit: Decimal(count) for unit, count in one.get("units", {}).items()}
            await products.write_units(work.tx, product.id, units)
            await products.write_marks(work.tx, product.id, one.get("marks", {}))
    await _unmark(work, undo.get("marks", ()))
    for number, code in enumerate(undo.get("withdrawn", ())):
        await breathe(number)
        await products.put_back(work.tx, code)
    return kept


async def _unmark(work: Work, marked: Sequence[Json]) -> None:
    """What somebody has changed since stays."""
    known = await _marks_of(work, [one["id"] for one in marked])
    for number, one in enumerate(marked):
        await breathe(number)
        if _listed(known.get(one["id"], {})) == one["after"]:
            await products.write_marks(work.tx, one["id"], one["before"])
