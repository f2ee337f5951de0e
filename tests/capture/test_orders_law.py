"""A law of order lines: goods named in full are found, whatever the way of writing, and every number goes to its place."""

import json
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bench.scoring import LINES, same_acts
from capture.command import answer_of, world_of
from capture.naming.world import World

Json = dict[str, Any]
CORPORA = ("food", "building", "household", "autoparts", "garden")
WORDS = {
    "box": ("кор", "кор.", "коробок", "ящика"),
    "pack": ("уп", "уп.", "упаковок", "пачки"),
    "pcs": ("шт", "шт.", "штук"),
    "kg": ("кг",),
    "bag": ("меш", "мешков"),
    "pallet": ("паллеты", "поддона", "пал"),
    "roll": ("рул", "рулонов"),
    "set": ("компл", "комплекта"),
    "t": ("т", "тонны"),
    "m": ("м", "метров"),
    "m2": ("м2", "кв м"),
    "l": ("л", "литров"),
    "m3": ("м3", "кубов"),
}


@cache
def context(name: str) -> Json:
    read: Json = json.loads((LINES / f"{name}.context.json").read_text(encoding="utf-8"))
    return read


@cache
def world(name: str) -> World:
    return world_of(context(name))


def plain(name: str) -> str:
    return name.lower().replace("«", "").replace("»", "")


@st.composite
def orders(draw: st.DrawFn) -> tuple[str, str, str, list[Json]]:
    """(corpus, text, client, lines): the goods by their whole names, the quantity before or behind, a price or none."""
    corpus = draw(st.sampled_from(CORPORA))
    known = context(corpus)
    client = draw(st.sampled_from(known["clients"]))
    goods = draw(
        st.lists(st.sampled_from(known["products"]), min_size=1, max_size=4, unique_by=lambda one: one["id"])
    )
    before = draw(st.booleans())
    lines: list[Json] = []
    said: list[str] = []
    for one in goods:
        units = [unit for unit in (one["unit"], *one.get("units", {})) if unit in WORDS] or ["pcs"]
        unit = draw(st.sampled_from(units))
        quantity = draw(st.sampled_from([3, 7, 16, 40, 150]))
        price = draw(st.sampled_from([None, None, "38", "94,90", "1240"]))
        amount = f"{quantity} {draw(st.sampled_from(WORDS[unit]))}"
        tail = f" по {price}" if price else ""
        said.append(
            f"{amount} {plain(one['name'])}{tail}" if before else f"{plain(one['name'])} {amount}{tail}"
        )
        line = {"product": one["id"], "qty": quantity, "unit": unit}
        lines.append(line | ({"price": f"{float(price.replace(',', '.')):.2f}"} if price else {}))
    between = draw(st.sampled_from([", ", " ", "\n"]))
    text = (
        plain(client["name"]) + draw(st.sampled_from([" взяли ", " ", ": ", " заказ "])) + between.join(said)
    )
    return corpus, text, client["id"], lines


@settings(max_examples=200, derandomize=True)
@given(orders())
def test_goods_named_in_full_are_found_with_their_numbers(order: tuple[str, str, str, list[Json]]) -> None:
    corpus, text, client, lines = order
    known = context(corpus)
    got = answer_of({"text": text}, world(corpus), known["now"], ZoneInfo(known["timezone"]))["acts"]
    call = {"act": "call", "client": client, "outcome": "order"}
    assert same_acts(got, [call, {"act": "order", "client": client, "lines": lines}]), (text, got)
