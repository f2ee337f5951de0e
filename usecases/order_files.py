"""The order form that sales support prints or keeps: xlsx and PDF, written by the drawing process."""

import re
from collections.abc import Sequence
from html import unescape
from typing import Any

from screens.screen import FileRef
from screens.words import Catalogue, Words
from storage import orders
from storage.orders import Order
from usecases.order_documents import documents_of
from usecases.order_papers import count_papers
from usecases.work import Work

Asked = dict[str, Any]


async def build_order_form(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, Asked] | None:
    """As xlsx; None where the order is gone."""
    return await _asked(work, reference, catalogue, "order_form", "xlsx")


async def build_order_pdf(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, Asked] | None:
    """As PDF; None where the order is gone."""
    return await _asked(work, reference, catalogue, "order_pdf", "pdf")


async def _asked(
    work: Work, reference: FileRef, catalogue: Catalogue, kind: str, ending: str
) -> tuple[str, Asked] | None:
    from exchange.order_form import LABELS, OrderForm, form_to_json

    order = await orders.find(work.tx, reference.id)
    if order is None:
        return None
    words = catalogue[reference.language]
    [document] = await documents_of(work, [order], words)
    form = OrderForm(
        document,
        papers=await count_papers(work, order.id),
        changes=await _changes(work, order, words),
        checks=await _checks(work, order, words),
    )
    labels = {label: words.plain(f"form-{label.replace('_', '-')}") for label in LABELS}
    name = words.plain("order-file-name", number=document.number)
    return f"{name}.{ending}", {"kind": kind, **form_to_json(form, labels)}


async def _changes(work: Work, order: Order, words: Words) -> tuple[str, ...]:
    """What one side changed after it was handed over and the other has not seen yet."""
    from screens.desk import difference_lines
    from usecases.order_changes import differences

    found = [
        *await differences(work, order.id, by_desk=False),
        *await differences(work, order.id, by_desk=True),
    ]
    return _plain(difference_lines(words, found))


async def _checks(work: Work, order: Order, words: Words) -> tuple[str, ...]:
    """What was clarified with the client before it was handed over."""
    from screens.checks import check_lines
    from usecases.check_lines import lines_for

    return _plain(check_lines(words, await lines_for(work, order.id)))


def _plain(lines: Sequence[str]) -> tuple[str, ...]:
    """A paper has no HTML."""
    return tuple(unescape(re.sub(r"<[^>]+>", "", line)) for line in lines)
