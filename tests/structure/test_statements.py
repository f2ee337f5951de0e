"""How statements are put together, seen in their text: every one that a room of storage keeps at hand."""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from typing import Any, cast

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql

import storage

DIALECT = cast(Any, postgresql).dialect()
INNERMOST = re.compile(r"\(([^()]*)\)")
FROM = re.compile(r"\bFROM\b(.*?)(?=\bWHERE\b|\bGROUP BY\b|\bORDER BY\b|\bLIMIT\b|\bUNION\b|$)", re.DOTALL)


def kept(value: Any) -> Iterator[sa.Executable]:
    if isinstance(value, sa.Executable):
        yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from kept(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from kept(one)


def statements() -> Iterator[tuple[str, str]]:
    """Module and name -> text, for PostgreSQL."""
    for found in pkgutil.iter_modules(storage.__path__):
        if found.ispkg:
            continue
        for name, value in vars(importlib.import_module(f"storage.{found.name}")).items():
            for one in kept(value):
                yield f"{found.name}.{name}", str(cast(Any, one).compile(dialect=DIALECT))


def clauses(text: str) -> Iterator[str]:
    """What each FROM of a statement names, its subqueries from the innermost out."""
    while inner := INNERMOST.search(text):
        yield from FROM.findall(inner[1])
        text = f"{text[: inner.start()]}_{text[inner.end() :]}"
    yield from FROM.findall(text)


def test_tables_stand_together_by_a_join_that_is_said() -> None:
    """By a comma comes a table of an outer statement that a subquery two steps in was meant to speak of (`correlate`)."""
    texts = [*statements()]
    wrong = [name for name, text in texts if any("," in tables for tables in clauses(text))]
    assert len(texts) > 900
    assert wrong == []
