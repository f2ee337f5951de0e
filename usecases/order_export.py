"""Orders out to the accounting system: a day's, or all that never went. What went is remembered; nothing forbids a second time.

Sales support, accounting and the owner serve the company. A lead takes out the orders of the teams under them, and of the files
that went sees those in which every order is of these.
"""

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from domain.actors import Actor, Role
from domain.errors import ProzvonError
from domain.orders import OrderStatus
from screens.order_export_views import ChosenView, ExportForm, ExportsView, ExportView
from screens.screen import FileRef
from screens.words import LANGUAGES, Catalogue, Words
from storage import order_exports
from storage.order_exports import MOST_ORDERS, Export
from storage.orders import Order
from usecases.access import allowed
from usecases.errors import NotFoundError
from usecases.order_documents import documents_of
from usecases.scope import managers_for
from usecases.work import Work

EXPORTING = frozenset({Role.SUPPORT, Role.ACCOUNTANT, Role.LEAD, Role.OWNER})
LAST_SHOWN = 3
LOOKED_AT = 10  # of the last files, to find those that are a lead's
DAYS_BACK = 14
# Entered ones are in the accounting system already: among those that never went they would come a second time.
FRESH = (OrderStatus.HANDED_OVER, OrderStatus.ACCEPTED)
NEVER = frozenset({OrderStatus.DRAFT, OrderStatus.ON_APPROVAL, OrderStatus.REFUSED})
OF_DAY = tuple(status for status in OrderStatus if status not in NEVER)
ENDINGS = {ExportForm.COMMERCEML: "xml", ExportForm.XLSX: "xlsx"}
RUSSIAN = LANGUAGES[0]


class NothingToExportError(ProzvonError):
    """No order to put into a file; facts: day (a date; none: those that never went)."""

    code = "export-nothing"


@allowed(*EXPORTING)
async def open_exports(actor: Actor, work: Work) -> ExportsView:
    people = await _people(actor, work)
    found = await order_exports.fresh(work.tx, FRESH, people)
    asked = await order_exports.fresh(work.tx, (OrderStatus.QUESTION,), people)
    last = await order_exports.last(work.tx, LAST_SHOWN if people is None else LOOKED_AT)
    views = tuple(_view(actor, one) for one in await _seen(work, last, people))[:LAST_SHOWN]
    return ExportsView(len(found), _sum(found), len(asked), views, work.today(actor))


async def _people(actor: Actor, work: Work) -> list[int] | None:
    """Whose orders the actor takes out; None: everybody's."""
    return await managers_for(actor, work) if actor.role is Role.LEAD else None


async def _seen(work: Work, files: list[Export], people: list[int] | None) -> list[Export]:
    if people is None:
        return files
    authors = await order_exports.authors(work.tx, [one.id for one in files])
    return [one for one in files if authors.get(one.id, set()) <= {*people}]


def _view(actor: Actor, one: Export) -> ExportView:
    return ExportView(
        one.id, actor.local(one.at), one.day, ExportForm(one.form), one.orders, one.total, one.who
    )


def _sum(found: list[Order]) -> int:
    return sum(order.total for order in found)


@allowed(*EXPORTING)
async def list_days(actor: Actor, work: Work) -> tuple[date, ...]:
    """Today and the days before it, the newest first."""
    today = work.today(actor)
    return tuple(today - timedelta(days=back) for back in range(DAYS_BACK))


@allowed(*EXPORTING)
async def choose(actor: Actor, work: Work, day: date | None) -> ChosenView:
    """What a file would hold. Raises `NothingToExportError`."""
    found = await _found(actor, work, day)
    gone = await order_exports.gone(work.tx, [order.id for order in found])
    more = len(found) == MOST_ORDERS
    return ChosenView(day, len(found), _sum(found), len(gone), more, work.today(actor))


async def _found(actor: Actor, work: Work, day: date | None) -> list[Order]:
    people = await _people(actor, work)
    if day is None:
        found = await order_exports.fresh(work.tx, FRESH, people)
    else:
        found = await order_exports.of_day(work.tx, day, OF_DAY, people)
    if not found:
        raise NothingToExportError(day="none" if day is None else day)
    return found


@allowed(*EXPORTING)
async def export(actor: Actor, work: Work, day: date | None, form: ExportForm) -> ExportView:
    """Marks them as gone; the file is `FileRef("orders", export.id)`. Raises `NothingToExportError`."""
    found = await _found(actor, work, day)
    export_id = await order_exports.add(work.tx, found, employee_id=actor.id, at=work.now, day=day, form=form)
    return await get_export(actor, work, export_id)


@allowed(*EXPORTING)
async def get_export(actor: Actor, work: Work, export_id: int) -> ExportView:
    """To send its file once more. Raises `NotFoundError`, for a lead also where orders of other teams are in it."""
    found = await order_exports.find(work.tx, export_id)
    if found is None or not await _seen(work, [found], await _people(actor, work)):
        raise NotFoundError(what="export", id=export_id)
    return _view(actor, found)


# --- the file -----------------------------------------------------------------------------------------------------


async def build_orders(
    work: Work, reference: FileRef, catalogue: Catalogue
) -> tuple[str, dict[str, Any]] | None:
    """What the drawing process makes the file of; None where the export is gone."""
    found = await order_exports.find(work.tx, reference.id)
    if found is None:
        return None
    form, words = ExportForm(found.form), catalogue[reference.language]
    still = await order_exports.of_export(work.tx, found.id, OF_DAY)
    asked = await asked_of(work, still, form, catalogue, words)
    local = found.at.astimezone(ZoneInfo(work.rules.company.timezone))
    name = words.plain("export-file-name", day=(found.day or local.date()).isoformat(), number=found.id)
    return f"{name}.{ENDINGS[form]}", asked


async def asked_of(
    work: Work, found: list[Order], form: ExportForm, catalogue: Catalogue, words: Words
) -> dict[str, Any]:
    """The accounting system speaks Russian whoever asks; a table speaks as its reader does."""
    from domain.order_documents import document_to_json
    from exchange.orders_out import COLUMNS

    spoken = catalogue[RUSSIAN] if form is ExportForm.COMMERCEML else words
    documents = await documents_of(work, found, spoken)
    return {
        "kind": "orders",
        "form": form.value,
        "documents": [document_to_json(one) for one in documents],
        "formed": work.now.astimezone(ZoneInfo(work.rules.company.timezone)).replace(tzinfo=None).isoformat(),
        "labels": {name: words.plain("export-column", column=name) for name in COLUMNS},
        "title": words.plain("export-sheet"),
        "yes": words.plain("export-yes"),
        "no_vat": words.plain("form-no-vat"),
    }
