"""Files that are brought in: what may be, what was read, what would change, what did."""

from collections.abc import Sequence
from datetime import date

from domain.imports import ImportKind, ImportState
from domain.names import display_phone
from screens import card_requests, import_columns, import_doubts, order_statuses, payments, report_forms
from screens import format as written
from screens.callbacks.clients import OpenClients
from screens.callbacks.debts import OpenDebts
from screens.callbacks.imports import (
    ChooseKind,
    Discard,
    FindWhose,
    GiveTo,
    OpenImports,
    OpenNames,
    SendSample,
    ShowLoad,
    Undo,
)
from screens.callbacks.targets import OpenTargets
from screens.import_preview import SHOWN_TEXT, listed, preview
from screens.import_views import (
    ColumnQuestion,
    ContactQuestion,
    DoubtQuestion,
    ImportView,
    KindQuestion,
    Loaded,
    PastImport,
    Shown,
)
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words


def reading(words: Words, name: str) -> Screen:
    return Screen(words("msg-import-reading", name=name))


def progress(words: Words, name: str, done: int, total: int) -> Screen:
    """How far a large file is read, in rows."""
    facts = {"done": written.grouped(done), "total": written.grouped(total)}
    return Screen(words("msg-import-progress", name=name, **facts))


def loading(words: Words, name: str) -> Screen:
    """A long file is being laid."""
    return Screen(words("msg-import-loading", name=name))


def shown(words: Words, found: Shown | DoubtQuestion | Loaded, today: date) -> Screen:
    if isinstance(found, ImportView):
        return preview(words, found, today)
    if isinstance(found, Loaded):
        return loaded(words, found)
    if isinstance(found, DoubtQuestion):
        return import_doubts.question(words, found)
    if isinstance(found, ColumnQuestion):
        return import_columns.question(words, found)
    if isinstance(found, KindQuestion):
        return _ask_kind(words, found)
    return _ask_whose(words, found)


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


# --- afterwards ---------------------------------------------------------------------------------------------------


def loaded(words: Words, done: Loaded) -> Screen:
    if done.bank is not None:
        return payments.loaded(words, done.id, done.file_name, done.bank, done.hours)
    if done.kind is ImportKind.TEMPLATE:
        return report_forms.loaded(words, done)
    if done.kind is ImportKind.STATUSES:
        return order_statuses.loaded(words, done.id, done.file_name, done.changed, done.hours)
    text = words(
        "msg-import-loaded", kind=done.kind.value, name=done.file_name, new=done.new, changed=done.changed,
        hours=done.hours,
    )  # fmt: skip
    if done.unknown:
        text = f"{text}\n{words('import-loaded-unknown', count=done.unknown)}"
    undo = tap(words.plain("btn-import-undo"), Undo(load=done.id))
    back = tap(words.plain("btn-imports"), OpenImports())
    if done.kind is ImportKind.PRODUCTS:
        return Screen(text, ((undo, back),))
    if done.kind is ImportKind.TARGETS:
        place = tap(words.plain("btn-targets-month"), OpenTargets())
    elif done.kind is ImportKind.RECEIVABLES:
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
        lines.append(words("import-kept", count=len(kept), names=listed(words, kept)))
    return Screen(clipped("\n".join(lines)), ((tap(words.plain("btn-imports"), OpenImports()),),))


def _unfinished(words: Words, last: Sequence[tuple[PastImport, str, bool]]) -> tuple[tuple[Button, ...], ...]:
    """Files whose questions, or whose preview, were left half-way."""
    return tuple(
        (tap(words.plain("btn-import-go-on", name=past.file_name[:SHOWN_TEXT]), ShowLoad(load=past.id)),)
        for past, _, _ in last
        if past.state in {ImportState.ASKING, ImportState.PREVIEW}
    )


def imports(
    words: Words,
    kinds: Sequence[ImportKind],
    last: Sequence[tuple[PastImport, str, bool]],
    waiting: int = 0,
    cards: int = 0,
) -> Screen:
    """`last`: an import, when in the reader's time, and whether it can be taken back. `waiting` payments have no client, `cards` no code."""
    lines = [words("msg-imports"), *(words(f"import-may-{kind}") for kind in kinds)]
    samples = [
        tap(words.plain("btn-import-sample", kind=kind.value), SendSample(kind=kind))
        for kind in kinds
        if kind not in {ImportKind.CONTACTS, ImportKind.TEMPLATE}
    ]
    names: tuple[tuple[Button, ...], ...] = ()
    if ImportKind.RECEIVABLES in kinds:
        names = ((tap(words.plain("btn-import-names"), OpenNames(start=0)),),)
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
    rows = (
        *payments.waiting_row(words, waiting),
        *card_requests.waiting_row(words, cards),
        *_unfinished(words, last),
        *in_rows(samples, 2),
        *names,
        *undo,
    )
    return Screen(clipped("\n".join(lines)), rows)
