"""The act of differences of a claim as a file. It is asked for by whoever may see the claim; here nobody is asked again."""

from typing import Any

from domain.claim_act import ActSide, DifferenceAct, DifferenceLine, to_json
from domain.claims import WITH_ACT
from screens.order_parts import unit_name
from screens.screen import FileRef
from screens.words import Catalogue, Words
from storage import claims, orders, products
from storage.claims import Claim, Line
from storage.clients import Client
from usecases.claim_views import figures
from usecases.order_terms import terms_of
from usecases.order_views import get_any_client
from usecases.work import Work

PAPER = "ru"  # a Russian paper in any interface


async def build_claim_act(
    work: Work, reference: FileRef, catalogue: Catalogue
) -> tuple[str, dict[str, Any]] | None:
    """What the drawing process makes the PDF of; None where the claim is gone."""
    found = await _act(work, reference, catalogue)
    return None if found is None else (f"{found[0]}.pdf", to_json(found[1]))


async def build_claim_xlsx(
    work: Work, reference: FileRef, catalogue: Catalogue
) -> tuple[str, dict[str, Any]] | None:
    found = await _act(work, reference, catalogue)
    return None if found is None else (f"{found[0]}.xlsx", to_json(found[1]) | {"kind": "claim_act_xlsx"})


async def _act(work: Work, reference: FileRef, catalogue: Catalogue) -> tuple[str, DifferenceAct] | None:
    claim = await claims.find(work.tx, reference.id)
    if claim is None or claim.kind not in WITH_ACT:
        return None
    client = await get_any_client(work, claim.client_id)
    act = await act_of(work, claim, client, catalogue[PAPER])
    safe = "".join(sign for sign in client.name if sign not in '\\/:*?"<>|')[:60].strip()
    words = catalogue[reference.language]
    return words.plain("claim-act-file-name", number=claim.id, client=safe), act


async def act_of(work: Work, claim: Claim, client: Client, words: Words) -> DifferenceAct:
    """We are the supplier: the legal entity that sold the order, else the company's own."""
    company = work.rules.company
    supplier = ActSide(company.legal_name, company.tax_number)
    buyer = ActSide(client.legal_name or client.name, client.tax_number or "", client.address)
    order = await orders.find(work.tx, claim.order_id) if claim.order_id is not None else None
    contract = ""
    if order is not None:
        terms = await terms_of(work, order, client)
        if terms.seller is not None:
            supplier = ActSide(terms.seller.name, terms.seller.tax_number)
        if terms.buyer is not None:
            buyer = ActSide(terms.buyer.name, terms.buyer.tax_number, terms.address)
        if terms.contract is not None:
            contract = f"№ {terms.contract.number}"
    lines = await claims.lines_of(work.tx, claim.id)
    known = await products.by_ids(work.tx, [one.product_id for one in lines if one.product_id is not None])
    return DifferenceAct(
        number=str(claim.id),
        day=claim.created_at.date(),
        supplier=supplier,
        buyer=buyer,
        order=(order.entered_number or str(order.id)) if order is not None else "",
        order_day=order.day if order is not None else None,
        contract=contract,
        lines=tuple(
            _line(claim, one, known[one.product_id].code if one.product_id in known else "", words)
            for one in lines
        ),
        text=claim.text,
        photos=len(await claims.photos_of(work.tx, claim.id)),
    )


def _line(claim: Claim, one: Line, code: str, words: Words) -> DifferenceLine:
    found = figures(claim, one)
    return DifferenceLine(
        one.name,
        code,
        unit_name(words, one.unit) if one.unit else "",
        found.documents,
        found.fact,
        found.short,
        found.surplus,
        found.bad,
        one.price,
    )
