"""Orders as papers: read for the order form and for the accounting system, many at once."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from domain.order_documents import DocumentLine, OrderDocument, Party
from domain.orders import vat_of
from domain.prices import VatMode
from screens.order_parts import unit_name
from screens.order_terms_views import EntityView, TermsView
from screens.words import Words
from storage import client_codes, order_exports, products, stops
from storage.clients import Client
from storage.orders import Line, Order
from storage.products import Product
from usecases.import_parts import breathe
from usecases.order_terms import terms_of
from usecases.order_views import as_line, get_any_client, people_names
from usecases.work import Work


async def documents_of(work: Work, found: Sequence[Order], words: Words) -> list[OrderDocument]:
    """In the order given; units and hours as `words` writes them."""
    rows = await order_exports.lines_of(work.tx, [order.id for order in found])
    ids = list({row.product_id for of_order in rows.values() for row in of_order})
    known = await products.by_ids(work.tx, ids)
    idents = await products.external_ids(work.tx, ids)
    goods = {one.id: (one, idents.get(one.id, one.code)) for one in known.values()}
    codes = await client_codes.find_codes(work.tx, list({order.client_id for order in found}))
    people = await people_names(work, list({order.employee_id for order in found}))
    made = []
    for at, order in enumerate(found):
        await breathe(at)
        client = await get_any_client(work, order.client_id)
        terms = await terms_of(work, order, client)
        prepaid = await stops.terms_of(work.tx, order.id) is not None
        lines = tuple(_line(work, row, *goods[row.product_id], words) for row in rows.get(order.id, ()))
        buyer = _buyer(client, terms, codes.get(client.id, ""))
        manager = people.get(order.employee_id, "")
        made.append(
            _document(work, order, terms, buyer, lines, manager=manager, prepaid=prepaid, words=words)
        )
    return made


def _document(
    work: Work,
    order: Order,
    terms: TermsView,
    buyer: Party,
    lines: tuple[DocumentLine, ...],
    *,
    manager: str,
    prepaid: bool,
    words: Words,
) -> OrderDocument:
    handed = _local(work, order.handed_at or order.created_at)
    start, end = terms.window
    on_top = work.rules.prices.vat is VatMode.ON_TOP
    return OrderDocument(
        ident=str(order.id),
        number=str(order.id),
        day=order.day or handed.date(),
        at=handed.time().replace(microsecond=0),
        buyer=buyer,
        total=order.total,
        lines=lines,
        seller=_seller(work, terms),
        on_top=on_top and any(line.vat_rate is not None for line in lines),
        delivery=order.delivery,
        window=None if start is None and end is None else (start or 0, end or 24 * 60 - 1),
        address=terms.address,
        contract=_contract(terms, words),
        manager=manager,
        comment=order.comment,
        prepaid=prepaid,
        entered_number=order.entered_number or "",
    )


def _line(work: Work, row: Line, product: Product, ident: str, words: Words) -> DocumentLine:
    mode = work.rules.prices.vat
    # Zero is how goods without VAT are kept; the rate of exporters is no matter of an order to us.
    rate = None if mode is VatMode.NONE else row.vat_rate or None
    amount = as_line(row, product.name).amount
    return DocumentLine(
        ident=ident,
        code=product.code,
        name=product.name,
        unit=unit_name(words, row.unit),
        quantity=row.quantity,
        price=row.price,
        discount=row.discount,
        amount=amount,
        vat_rate=rate,
        vat=vat_of(amount, rate, mode),
        comment=row.comment,
    )


def _buyer(client: Client, terms: TermsView, code: str) -> Party:
    """The code stands for the client's own legal entity; another one of its entities is known by its tax number."""
    entity = terms.buyer or EntityView(0, client.legal_name or client.name, client.tax_number or "")
    own = not entity.id
    return Party(
        code if own else "", client.name, entity.name, entity.tax_number, entity.reason_code, entity.address
    )


def _seller(work: Work, terms: TermsView) -> Party | None:
    if terms.seller is not None:
        one = terms.seller
        return Party("", one.name, one.name, one.tax_number, one.reason_code, one.address)
    company = work.rules.company
    return (
        Party("", company.legal_name, company.legal_name, company.tax_number) if company.legal_name else None
    )


def _contract(terms: TermsView, words: Words) -> str:
    if terms.contract is None:
        return ""
    signed = f"{terms.contract.signed:%d.%m.%Y}" if terms.contract.signed else "no"
    return words.plain("form-contract-of", number=terms.contract.number or "no", day=signed)


def _local(work: Work, moment: datetime) -> datetime:
    return moment.astimezone(ZoneInfo(work.rules.company.timezone))
