"""An import before it is loaded: what was read, what would change, what was not understood."""

from collections.abc import Sequence
from datetime import date

from domain.imports import ImportKind
from screens import format as written
from screens import import_goods, order_statuses, payments, report_forms
from screens.callbacks.imports import (
    Apply,
    AskDoubts,
    AssignTo,
    Discard,
    MapColumns,
    OpenImports,
    SendProblems,
)
from screens.import_views import AlreadyLoaded, Biggest, DebtsView, ImportView, ProblemLine
from screens.order_parts import short
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

SHOWN_PROBLEMS = 8
SHOWN_NAMES = 10
SHOWN_TEXT = 40
ROOM = 60


def preview(words: Words, view: ImportView, today: date) -> Screen:
    lines = [_title(words, view)]
    if view.overtaken and not (view.debts and view.debts.already):
        lines.append(_meanwhile(words, view.meanwhile, today))
    if view.debts is not None:
        lines += _debt_lines(words, view, view.debts, today)
    elif view.bank is not None:
        lines += payments.preview_lines(words, view.bank) + _problem_lines(words, view.problems)
    elif view.kind is ImportKind.TEMPLATE:
        lines += report_forms.preview_lines(words, view)
    elif view.orders is not None:
        lines += order_statuses.preview_lines(words, view.orders) + _problem_lines(words, view.problems)
    else:
        facts = {"new": view.new, "changed": view.changed, "same": view.same, "bad": len(view.problems)}
        lines.append(words("import-counts", **facts))
        lines += import_goods.lines(words, view.goods) if view.goods else []
        lines += _unknown_lines(words, view)
        lines += _problem_lines(words, view.problems)
    if view.ignored:
        lines += ["", words("import-ignored", names=listed(words, view.ignored))]
    lines += _manager_lines(words, view)
    return Screen(clipped("\n".join(lines)), _rows(words, view))


def _title(words: Words, view: ImportView) -> str:
    if view.debts is not None and view.debts.shape:
        return words("msg-import-debts", shape=view.debts.shape, name=view.file_name)
    return words("msg-import-preview", kind=view.kind.value, name=view.file_name)


def _meanwhile(words: Words, loaded: AlreadyLoaded | None, today: date) -> str:
    if loaded is None:
        return words("import-recounted")
    when = written.moment(words, loaded.at, today)
    by = "other" if loaded.by else "self"
    return words("import-overtaken", name=loaded.file_name, when=when, by=by, who=loaded.by)


def _rows(words: Words, view: ImportView) -> tuple[tuple[Button, ...], ...]:
    no = tap(words.plain("btn-import-discard"), Discard(load=view.id))
    if view.unassigned:
        offers = [tap(name, AssignTo(load=view.id, employee=id_)) for id_, name in view.candidates[:ROOM]]
        return (*in_rows(offers, 2), (no,))
    seen = view.debts.seen if view.debts else 0
    first = (
        tap(words.plain("btn-imports"), OpenImports())
        if view.is_idle
        else tap(words.plain("btn-import-load"), Apply(load=view.id, seen=seen))
    )
    more = []
    if view.doubts:
        more.append(tap(words.plain("btn-import-doubts", count=view.doubts), AskDoubts(load=view.id)))
    if view.mappable:
        more.append(tap(words.plain("btn-import-map"), MapColumns(load=view.id)))
    if view.debts and (len(view.problems) > SHOWN_PROBLEMS or len(view.unknown) > SHOWN_NAMES):
        more.append(tap(words.plain("btn-import-list"), SendProblems(load=view.id)))
    goods = import_goods.rows(words, view.id, view.goods) if view.goods else ()
    return ((first, no), *goods, *in_rows(more, 2))


# --- debts --------------------------------------------------------------------------------------------------------


def _debt_lines(words: Words, view: ImportView, debts: DebtsView, today: date) -> list[str]:
    day, days = written.short_day(words, debts.as_of), (today - debts.as_of).days
    age = "future" if days < 0 else "past"
    lines = [
        words("import-as-of", day=day, days=days, age=age)
        if debts.dated
        else words("import-undated", day=day)
    ]
    if debts.newest is not None:
        lines.append(words("import-older", day=written.short_day(words, debts.newest)))
    if debts.skipped:
        lines.append(words("import-skipped", names=listed(words, debts.skipped)))
    if debts.already is not None:
        when = written.moment(words, debts.already.at, today)
        by = "other" if debts.already.by else "self"
        return [*lines, "", words("import-already", when=when, by=by, who=debts.already.by)]
    facts = {"changed": view.changed, "new": view.new, "same": view.same, "unknown": len(view.unknown)}
    lines.append(words("import-debt-counts", **facts))
    lines.append(_total_line(words, debts))
    lines += _problem_lines(words, view.problems)
    lines += _change_lines(words, debts)
    lines += _unknown_lines(words, view)
    if debts.passed_over:
        lines.append(words("import-passed-over", count=debts.passed_over))
    if debts.foreign:
        lines.append(words("import-foreign", count=debts.foreign))
    return lines


def _total_line(words: Words, debts: DebtsView) -> str:
    state = "none" if not debts.stated else "yes" if debts.balanced else "off" if debts.off else "no"
    total = written.money(words, debts.total)
    return words("import-total", sum=total, state=state, off=written.money(words, debts.off))


def _change_lines(words: Words, debts: DebtsView) -> list[str]:
    """From the file before to this one."""
    lines = []
    if debts.before is not None:
        lines.append(words("import-since", day=written.short_day(words, debts.before)))
        lines.append(words("import-balance", **_pairs(words, debts)))
    for key, found in (
        ("paid", debts.paid),
        ("late", debts.late),
        ("grown", debts.grown),
        ("cleared", debts.cleared),
        ("held", debts.held),
    ):
        if found.count:
            facts = {"sum": written.money(words, found.sum), "names": _with_sums(words, found)}
            if key == "cleared":
                facts["most"] = "yes" if found.sum * 2 > debts.debt[0] else "no"
            lines.append(words(f"import-{key}", count=found.count, **facts))
    return ["", *lines] if lines else []


def _pairs(words: Words, debts: DebtsView) -> dict[str, str]:
    sums = {
        "was": debts.debt[0],
        "now": debts.debt[1],
        "late_was": debts.overdue[0],
        "late_now": debts.overdue[1],
    }
    return {name: written.money(words, kopecks) for name, kopecks in sums.items()}


def _with_sums(words: Words, found: Biggest) -> str:
    named = ", ".join(
        words.plain("import-name-sum", name=short(name, SHOWN_TEXT), sum=written.thousands(words, kopecks))
        for name, kopecks in found.names
    )
    left = found.count - len(found.names)
    return f"{named}, {words.plain('import-more', count=left)}" if left > 0 else named


# --- what was not understood --------------------------------------------------------------------------------------


def _unknown_lines(words: Words, view: ImportView) -> list[str]:
    if not view.unknown:
        return []
    names = listed(words, view.unknown)
    kopecks = view.debts.unknown_sum if view.debts else 0
    sum_ = written.money(words, kopecks) if kopecks else "none"
    count = len(view.unknown)
    return ["", words("import-unknown", kind=view.kind.value, count=count, sum=sum_, names=names)]


def listed(words: Words, names: Sequence[str], count: int | None = None) -> str:
    quoted = ", ".join(
        words.plain("import-quoted", name=short(name, SHOWN_TEXT)) for name in names[:SHOWN_NAMES]
    )
    left = (count or len(names)) - min(len(names), SHOWN_NAMES)
    return f"{quoted} {words.plain('import-more', count=left)}" if left > 0 else quoted


def _problem_lines(words: Words, problems: Sequence[ProblemLine]) -> list[str]:
    if not problems:
        return []
    lines = ["", words("import-problems", count=len(problems))]
    for problem in problems[:SHOWN_PROBLEMS]:
        why = words.plain("import-why", code=problem.code)
        key = "import-problem" if problem.text else "import-problem-empty"
        lines.append(words(key, cell=problem.cell, text=short(problem.text, SHOWN_TEXT), why=why))
    left = len(problems) - SHOWN_PROBLEMS
    return [*lines, words("import-more", count=left)] if left > 0 else lines


def _manager_lines(words: Words, view: ImportView) -> list[str]:
    lines = []
    if view.unknown_managers:
        lines += ["", words("import-unknown-managers", names=listed(words, view.unknown_managers))]
    if view.unassigned:
        lines += ["", words("ask-import-manager", count=view.unassigned)]
    elif view.assignee:
        lines += ["", words("import-assignee", name=view.assignee)]
    elif view.is_idle and not (view.debts and view.debts.already):
        lines += ["", words("import-nothing")]
    return lines
