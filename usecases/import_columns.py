"""A table that was not understood: its columns are asked for once, and known by its look from then on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from domain.imports import ColumnRole, roles_of
from screens.import_views import ColumnQuestion, TableColumn
from storage.imports import Import
from usecases.errors import StaleError

NONE = -1


@dataclass(frozen=True, slots=True)
class Source:
    """Where a file came from: it is fetched and read anew once its columns are known."""

    chat: int
    file_id: str
    caption: str = ""

    def as_json(self) -> list[Any]:
        return [self.chat, self.file_id, self.caption]


@dataclass(frozen=True, slots=True)
class Chosen:
    """All that was asked is answered; `waiting` is the row that is to be read anew."""

    waiting: int
    file_name: str
    columns: tuple[tuple[ColumnRole, TableColumn], ...]


def ask_column(found: Import) -> ColumnQuestion | None:
    """What is to be asked next of an import in `ASKING`; None where all is answered."""
    told: Mapping[str, int] = found.plan.get("mapping", {})
    roles = roles_of(found.kind)
    role = next((one for one in roles if one not in told), None)
    if role is None:
        return None
    columns = columns_of(found)
    why = "again" if found.plan.get("again") else "asked" if found.plan.get("asked") else "new"
    rest = tuple(one for one in columns if one.index not in told.values())
    before = [one for one in roles if one in told]
    last = before[-1] if before else None
    # Of an order that has neither a status nor a number the file tells nothing.
    nothing = role is ColumnRole.ENTERED and told.get(ColumnRole.STATUS) == NONE
    required = role.required or nothing
    return ColumnQuestion(found.id, found.file_name, why, role, chosen_of(found), rest, last, required)


def get_question(found: Import) -> ColumnQuestion:
    """Raises `StaleError` where nothing is to be asked."""
    question = ask_column(found) if found.plan.get("outline") else None
    if question is None:
        raise StaleError(what="import")
    return question


def columns_of(found: Import) -> list[TableColumn]:
    return [
        TableColumn(index, letters, heading, next(iter(samples), ""))
        for index, letters, heading, samples in found.plan["outline"]["columns"]
    ]


def chosen_of(found: Import) -> tuple[tuple[ColumnRole, TableColumn], ...]:
    columns = {one.index: one for one in columns_of(found)}
    told: Mapping[str, int] = found.plan.get("mapping", {})
    return tuple((ColumnRole(role), columns[index]) for role, index in told.items() if index in columns)
