"""What the columns of a table are that was not understood."""

from domain.imports import ColumnRole
from screens.callbacks.imports import AskColumn, ChooseColumn, Discard
from screens.import_views import ColumnQuestion, TableColumn
from screens.screen import Screen, clipped, tap
from screens.words import Words

SKIPPED = -1
SHOWN_COLUMNS = 25
SHOWN_HEADING = 30
SHOWN_LABEL = 60


def question(words: Words, asked: ColumnQuestion) -> Screen:
    lines = [words("ask-import-column", why=asked.why, role=asked.role.value, name=asked.file_name)]
    lines += [
        words("import-column-chosen", role=role.value, column=_label(words, column))
        for role, column in asked.chosen
    ]
    offers = [
        (tap(_label(words, column), ChooseColumn(load=asked.id, role=asked.role, column=column.index)),)
        for column in asked.columns[:SHOWN_COLUMNS]
    ]
    last = [tap(words.plain("btn-import-discard"), Discard(load=asked.id))]
    if not asked.required:
        skip = ChooseColumn(load=asked.id, role=asked.role, column=SKIPPED)
        last.insert(0, tap(words.plain("btn-import-skip"), skip))
    if asked.before is not None:
        last.append(tap(words.plain("btn-import-column-back"), AskColumn(load=asked.id, role=asked.before)))
    return Screen(clipped("\n".join(lines)), (*offers, tuple(last)))


def _label(words: Words, column: TableColumn) -> str:
    known = {"letters": column.letters, "heading": column.heading[:SHOWN_HEADING], "sample": column.sample}
    state = "both" if column.heading and column.sample else "heading" if column.heading else "sample"
    return words.plain("import-column", state=state, **known)[:SHOWN_LABEL]


def remembered(words: Words, name: str, chosen: tuple[tuple[ColumnRole, TableColumn], ...]) -> Screen:
    lines = [words("msg-import-columns", name=name)]
    lines += [
        words("import-column-chosen", role=role.value, column=_label(words, column))
        for role, column in chosen
    ]
    return Screen(clipped("\n".join(lines)))
