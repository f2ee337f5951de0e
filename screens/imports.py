"""Files that are brought in: what may be, what was read, what would change, what did."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from domain.imports import ImportKind, ImportState
from domain.names import display_phone
from screens import format as written
from screens.callbacks.clients import OpenClients
from screens.callbacks.debts import OpenDebts
from screens.callbacks.imports import (
    Apply,
    AssignTo,
    ChooseKind,
    Discard,
    FindWhose,
    GiveTo,
    OpenImports,
    SendSample,
    Undo,
)
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

SHOWN_PROBLEMS = 8
SHOWN_NAMES = 10
SHOWN_TEXT = 40
ROOM = 60


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """Why (`code`), where («E17»), and what stands there."""

    code: str
    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class DebtsView:
    """What a receivables file says and would change; sums in kopecks.

    `dated`: the day is the file's own. `newest`: the day of a newer file that was loaded before. `off`: by how much the file's total
    differs. `cleared` are clients whom the file does not name and who owe so far.
    """

    as_of: date
    dated: bool
    newest: date | None
    total: int
    stated: bool
    balanced: bool
    off: int
    recognised: int
    paid: int
    late: tuple[tuple[str, int], ...]
    late_count: int
    cleared: tuple[str, ...]
    cleared_count: int
    cleared_sum: int


@dataclass(frozen=True, slots=True)
class ImportView:
    """An import before it is loaded. `unassigned` new clients wait for one of `candidates`."""

    id: int
    kind: ImportKind
    file_name: str
    new: int
    changed: int
    same: int
    problems: tuple[ProblemLine, ...] = ()
    ignored: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    unassigned: int = 0
    assignee: str = ""
    candidates: tuple[tuple[int, str], ...] = ()
    unknown_managers: tuple[str, ...] = ()
    debts: DebtsView | None = None


@dataclass(frozen=True, slots=True)
class KindQuestion:
    id: int
    file_name: str
    kinds: tuple[ImportKind, ...]


@dataclass(frozen=True, slots=True)
class ContactQuestion:
    """The one contact of a file, whose client is not known; `offered` as (id, name)."""

    id: int
    name: str
    phone: str
    organisation: str
    offered: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Loaded:
    """An import that was applied."""

    id: int
    kind: ImportKind
    file_name: str
    new: int
    changed: int
    hours: int


class PastImport(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def kind(self) -> ImportKind: ...
    @property
    def file_name(self) -> str: ...
    @property
    def state(self) -> ImportState: ...


Shown = ImportView | KindQuestion | ContactQuestion


def reading(words: Words, name: str) -> Screen:
    return Screen(words("msg-import-reading", name=name))


def shown(words: Words, found: Shown, today: date) -> Screen:
    if isinstance(found, KindQuestion):
        return _ask_kind(words, found)
    if isinstance(found, ContactQuestion):
        return _ask_whose(words, found)
    return preview(words, found, today)


def _ask_kind(words: Words, found: KindQuestion) -> Screen:
    buttons = [
        tap(words.plain(f"import-kind-{kind}"), ChooseKind(load=found.id, kind=kind)) for kind in found.kinds
    ]
    no = tap(words.plain("btn-import-discard"), Discard(load=found.id))
    return Screen(words("ask-import-kind", name=found.file_name), (*in_rows(buttons, 2), (no,)))


def _ask_whose(words: Words, found: ContactQuestion) -> Screen:
    lines = [words("msg-contact", name=found.name, phone=display_phone(found.phone) if found.phone else "")]
    if found.organisation:
        lines.append(words("import-organisation-unknown", name=found.organisation))
    lines.append(words("ask-import-whose"))
    offers = tuple((tap(name, GiveTo(load=found.id, client=id_)),) for id_, name in found.offered)
    last = (
        tap(words.plain("btn-import-whose"), FindWhose(load=found.id)),
        tap(words.plain("btn-import-discard"), Discard(load=found.id)),
    )
    return Screen("\n".join(lines), (*offers, last))


# --- the preview --------------------------------------------------------------------------------------------------


def preview(words: Words, view: ImportView, today: date) -> Screen:
    lines = [words("msg-import-preview", kind=view.kind.value, name=view.file_name)]
    lines.append(
        words(
            "import-counts", kind=view.kind.value, new=view.new, changed=view.changed, same=view.same,
            bad=len(view.problems),
        )
    )  # fmt: skip
    if view.debts is not None:
        lines += _debt_lines(words, view.debts, today)
    lines += _unknown_lines(words, view)
    lines += _problem_lines(words, view.problems)
    if view.ignored:
        lines += ["", words("import-ignored", names=_listed(words, view.ignored))]
    lines += _manager_lines(words, view)
    return Screen(clipped("\n".join(lines)), _preview_rows(words, view))


def _preview_rows(words: Words, view: ImportView) -> tuple[tuple[Button, ...], ...]:
    no = tap(words.plain("btn-import-discard"), Discard(load=view.id))
    if view.unassigned:
        offers = [tap(name, AssignTo(load=view.id, employee=id_)) for id_, name in view.candidates[:ROOM]]
        return (*in_rows(offers, 2), (no,))
    if _is_idle(view):
        return ((tap(words.plain("btn-imports"), OpenImports()), no),)
    return ((tap(words.plain("btn-import-load"), Apply(load=view.id)), no),)


def _is_idle(view: ImportView) -> bool:
    return not (view.new or view.changed or (view.debts and view.debts.recognised))


def _debt_lines(words: Words, debts: DebtsView, today: date) -> list[str]:
    day = written.short_day(words, debts.as_of)
    lines = [
        words("import-as-of", day=day, days=max((today - debts.as_of).days, 0), dated=_flag(debts.dated))
    ]
    if debts.newest is not None:
        lines.append(words("import-older", day=written.short_day(words, debts.newest)))
    state = "none" if not debts.stated else "yes" if debts.balanced else "off" if debts.off else "no"
    total = written.money(words, debts.total)
    lines.append(words("import-total", sum=total, state=state, off=written.money(words, debts.off)))
    if debts.paid:
        lines.append(words("import-paid", sum=written.money(words, debts.paid)))
    if debts.late_count:
        worst = ", ".join(
            words.plain("import-name-sum", name=name, sum=written.thousands(words, overdue))
            for name, overdue in debts.late
        )
        lines.append(words("import-late", count=debts.late_count, names=worst))
    if debts.cleared_count:
        lines.append(
            words(
                "import-cleared", count=debts.cleared_count, sum=written.money(words, debts.cleared_sum),
                names=_listed(words, debts.cleared, debts.cleared_count),
            )
        )  # fmt: skip
    return lines


def _flag(value: bool) -> str:
    return "yes" if value else "no"


def _unknown_lines(words: Words, view: ImportView) -> list[str]:
    if not view.unknown:
        return []
    names = _listed(words, view.unknown)
    return ["", words("import-unknown", kind=view.kind.value, count=len(view.unknown), names=names)]


def _listed(words: Words, names: Sequence[str], count: int | None = None) -> str:
    quoted = ", ".join(words.plain("import-quoted", name=name[:SHOWN_TEXT]) for name in names[:SHOWN_NAMES])
    left = (count or len(names)) - min(len(names), SHOWN_NAMES)
    return f"{quoted} {words.plain('import-more', count=left)}" if left > 0 else quoted


def _problem_lines(words: Words, problems: Sequence[ProblemLine]) -> list[str]:
    if not problems:
        return []
    lines = ["", words("import-problems", count=len(problems))]
    for problem in problems[:SHOWN_PROBLEMS]:
        why = words.plain("import-why", code=problem.code)
        key = "import-problem" if problem.text else "import-problem-empty"
        lines.append(words(key, cell=problem.cell, text=problem.text[:SHOWN_TEXT], why=why))
    left = len(problems) - SHOWN_PROBLEMS
    return [*lines, words("import-more", count=left)] if left > 0 else lines


def _manager_lines(words: Words, view: ImportView) -> list[str]:
    lines = []
    if view.unknown_managers:
        lines += ["", words("import-unknown-managers", names=_listed(words, view.unknown_managers))]
    if view.unassigned:
        lines += ["", words("ask-import-manager", count=view.unassigned)]
    elif view.assignee:
        lines += ["", words("import-assignee", name=view.assignee)]
    elif _is_idle(view):
        lines += ["", words("import-nothing")]
    return lines


# --- afterwards ---------------------------------------------------------------------------------------------------


def loaded(words: Words, done: Loaded) -> Screen:
    text = words(
        "msg-import-loaded", kind=done.kind.value, name=done.file_name, new=done.new, changed=done.changed,
        hours=done.hours,
    )  # fmt: skip
    undo = tap(words.plain("btn-import-undo"), Undo(load=done.id))
    back = tap(words.plain("btn-imports"), OpenImports())
    if done.kind is ImportKind.PRODUCTS:
        return Screen(text, ((undo, back),))
    if done.kind is ImportKind.RECEIVABLES:
        place = tap(words.plain("btn-import-debts"), OpenDebts())
    else:
        place = tap(words.plain("btn-import-clients"), OpenClients())
    return Screen(text, ((place, undo), (back,)))


def discarded(words: Words, name: str) -> Screen:
    row = (tap(words.plain("btn-imports"), OpenImports()),)
    return Screen(words("msg-import-discarded", name=name), (row,))


def undone(words: Words, name: str, kept: Sequence[str]) -> Screen:
    lines = [words("msg-import-undone", name=name)]
    if kept:
        lines.append(words("import-kept", count=len(kept), names=_listed(words, kept)))
    return Screen(clipped("\n".join(lines)), ((tap(words.plain("btn-imports"), OpenImports()),),))


def imports(
    words: Words, kinds: Sequence[ImportKind], last: Sequence[tuple[PastImport, str, bool]]
) -> Screen:
    """`last`: an import, when in the reader's time, and whether it can be taken back."""
    lines = [words("msg-imports"), *(words(f"import-may-{kind}") for kind in kinds)]
    samples = [
        tap(words.plain("btn-import-sample", kind=kind.value), SendSample(kind=kind))
        for kind in kinds
        if kind is not ImportKind.CONTACTS
    ]
    if last:
        lines += ["", words("imports-last")]
    for past, when, _ in last:
        facts = {"kind": past.kind.value, "state": past.state.value}
        lines.append(words("imports-line", name=past.file_name, when=when, **facts))
    undo = [
        (tap(words.plain("btn-import-undo-named", name=past.file_name[:SHOWN_TEXT]), Undo(load=past.id)),)
        for past, _, may in last
        if may
    ]
    return Screen(clipped("\n".join(lines)), (*in_rows(samples, 2), *undo))
