"""How long a line takes to be understood among 2,000 clients and 5,000 products.

    python -m bench.capture [ROUNDS]

The lines are those of the corpora; the reference is the nearest of all names to each line by `rapidfuzz`, in the same run. Goals: the
median under 3 ms, the 95th percentile under 10 ms.
"""

import gc
import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from statistics import median, quantiles
from typing import Any
from zoneinfo import ZoneInfo

from rapidfuzz import process

from bench.scoring import LINES
from capture.command import world_of
from capture.naming.world import World
from capture.understand import understand
from domain.calendar import WorkCalendar

CLIENTS, PRODUCTS, ROUNDS = 2_000, 5_000, 3
ROOTS = ["авто", "агро", "альфа", "амур", "арс", "бел", "вест", "волг", "гала", "гранд", "дом", "евро", "зар", "изум", "кам", "лад", "мег", "мир", "нев", "олимп", "орион", "полюс", "рус", "север", "сиб", "тех", "урал", "феникс", "центр", "юг", "янтар"]  # fmt: skip
ENDS = [
    "а",
    "ия",
    "ка",
    "ник",
    "ро",
    "сс",
    "та",
    "тор",
    "центр",
    "ск",
    "дар",
    "лан",
    "мет",
    "пак",
    "рем",
    "стан",
    "тек",
    "фарм",
    "хол",
    "шик",
]
SURNAMES = ["Иванов", "Петров", "Сидоров", "Кузнецов", "Смирнов", "Попов", "Лебедев", "Козлов", "Новиков", "Морозов", "Волков", "Соловьёв", "Васильев", "Зайцев", "Павлов", "Семёнов"]  # fmt: skip
FIRST = ["Александр", "Дмитрий", "Иван", "Максим", "Андрей", "Сергей", "Алексей", "Павел", "Олег", "Роман"]
MIDDLE = ["Иванович", "Петрович", "Сергеевич", "Олегович", "Павлович", "Андреевич"]
Json = dict[str, Any]


def contexts() -> Iterator[Json]:
    for path in sorted(LINES.glob("*.context.json")):
        yield json.loads(path.read_text(encoding="utf-8"))


def made_up(clients_wanted: int, products_wanted: int) -> tuple[list[Json], list[Json]]:
    """The clients and products of all corpora among others made up by their pattern."""
    dice = random.Random(7)
    clients: list[Json] = []
    products: list[Json] = []
    for at, context in enumerate(contexts()):
        clients += [{**one, "id": f"{at}:{one['id']}"} for one in context["clients"]]
        products += [{**one, "id": f"{at}:{one['id']}"} for one in context["products"]]
    kinds = list(products)
    while len(clients) < clients_wanted:
        name = f"{dice.choice(ROOTS)}{dice.choice(ROOTS)}{dice.choice(ENDS)}".capitalize()
        person = f"{dice.choice(SURNAMES)} {dice.choice(FIRST)} {dice.choice(MIDDLE)}"
        at = len(clients)
        clients.append(
            {
                "id": f"x{at}",
                "name": name,
                "legal": f"ООО «{name}»",
                "people": [{"id": f"y{at}", "name": person}],
            }
        )
    while len(products) < products_wanted:
        kind, at = dice.choice(kinds), len(products)
        maker = f"{dice.choice(ROOTS)}{dice.choice(ENDS)}".capitalize()
        products.append(
            {**kind, "id": f"z{at}", "code": f"{maker[:3].upper()}-{at}", "name": f"{kind['name']} {maker}"}
        )
    return clients[:clients_wanted], products[:products_wanted]


def base() -> tuple[World, list[str]]:
    """The index of a whole base, and all its names."""
    clients, products = made_up(CLIENTS, PRODUCTS)
    names = [one["name"] for one in (*clients, *products)]
    return world_of({"clients": clients, "products": products}), names


def times_of(work: Callable[[str], object], lines: Sequence[str]) -> list[float]:
    """Milliseconds of each line."""
    found: list[float] = []
    for line in lines:
        start = time.perf_counter()
        work(line)
        found.append((time.perf_counter() - start) * 1000)
    return found


def start_times(count: int = 5) -> list[float]:
    """Seconds of `main.py understand` from the shell to its answer to one line."""
    context = next(iter(sorted(LINES.glob("food.context.json"))))
    command = [sys.executable, "main.py", "understand", "--context", str(context)]
    took: list[float] = []
    for _ in range(count):
        start = time.perf_counter()
        subprocess.run(
            command, input='{"id": 1, "text": "кому звонить"}', capture_output=True, text=True, check=True
        )
        took.append(time.perf_counter() - start)
    return took


def main(rounds: int = ROUNDS) -> None:
    started = time.perf_counter()
    world, names = base()
    built = time.perf_counter() - started
    now, calendar = datetime(2026, 11, 23, 10, 15, tzinfo=ZoneInfo("Europe/Moscow")), WorkCalendar()
    files = sorted(LINES.glob("*.jsonl"))
    lines = [
        json.loads(row)["text"]
        for path in files
        for row in path.read_text(encoding="utf-8").splitlines()
        if row
    ]
    gc.collect()
    gc.freeze()
    cold = times_of(lambda line: understand(line, world, now=now, calendar=calendar), lines)
    print(f"{len(lines)} lines, {CLIENTS} clients, {PRODUCTS} products; the index is built in {built:.2f} s")
    print(f"first time   median {median(cold):6.2f} ms   p95 {quantiles(cold, n=20)[-1]:6.2f} ms")
    print(f"the command  median {median(start_times()):6.2f} s from the shell to the first answer")
    for _ in range(rounds):
        ours = times_of(lambda line: understand(line, world, now=now, calendar=calendar), lines)
        reference = times_of(lambda line: process.extractOne(line, names), lines)
        ratio = median(ours) / median(reference)
        print(
            f"ours         median {median(ours):6.2f} ms   p95 {quantiles(ours, n=20)[-1]:6.2f} ms   "
            f"reference median {median(reference):6.2f} ms   ratio {ratio:.2f}"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS)
