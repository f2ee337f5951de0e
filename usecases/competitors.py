"""Competitors: what is heard of them is written down, and read as one sheet."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

from capture import acts
from capture.rival_line import as_rival_line
from domain.actors import SELLING, Actor
from domain.competitors import DAYS, CompetitorError, MarketNote, SheetLine, market_sheet
from domain.orders import find_price
from screens.competitors import COLUMNS
from screens.screen import FileRef
from screens.words import Catalogue
from storage import competitors, drafts, employees, products, timeline
from storage.competitors import Note
from storage.timeline import EventKind
from usecases.access import allowed
from usecases.draft_acts import id_of
from usecases.draft_world import understand_line
from usecases.scope import get_client, managers_for
from usecases.work import Work

LONGEST_NAME = 200


@allowed(*SELLING)
async def read_market(actor: Actor, work: Work) -> list[SheetLine]:
    """Of the actor's own notes; of a lead those of the whole team."""
    today = work.today(actor)
    since = work.now - timedelta(days=2 * DAYS)
    found = await competitors.since(work.tx, await managers_for(actor, work), since)
    return market_sheet((market_note(actor, note) for note in found), today)


def market_note(actor: Actor, note: Note) -> MarketNote:
    ours = find_price(note.prices, note.column or "", list(note.prices)) if note.prices else None
    return MarketNote(
        rival=note.rival,
        product=note.text,
        day=actor.local(note.at).date(),
        price=note.price,
        ours=ours.amount if ours is not None else None,
        change=note.change,
    )


@allowed(*SELLING)
async def check_may_note(_: Actor, work: Work) -> None:
    """Raises `AccessDeniedError` before anything is asked."""
    del work


@allowed(*SELLING)
async def add_line(actor: Actor, work: Work, text: str, client_id: int | None = None) -> tuple[str, ...]:
    """What one typed line says of competitors: their names. Raises `CompetitorError` where it says nothing of any."""
    if client_id is not None:
        await get_client(actor, work, client_id)
    heard = await _heard(actor, work, text, client_id) or await _heard(actor, work, as_rival_line(text), client_id)  # fmt: skip
    if not heard:
        raise CompetitorError(text=text[:100])
    for act in heard:
        product_id = id_of(act.product)
        product = await products.find(work.tx, product_id) if product_id is not None else None
        goods = product.name if product is not None else act.product.query if act.product is not None else ""
        whose = id_of(act.client) or client_id
        await _write(
            actor, work, act.name, whose, goods=goods, product_id=product.id if product else None, price=act.price, change=act.change
        )  # fmt: skip
    return tuple(dict.fromkeys(act.name for act in heard))


async def _heard(actor: Actor, work: Work, line: str, client_id: int | None) -> list[acts.CompetitorAct]:
    read = await understand_line(actor, work, line, client_id)
    return [act for act in read.acts if isinstance(act, acts.CompetitorAct) and act.name]


async def _write(
    actor: Actor,
    work: Work,
    name: str,
    client_id: int | None,
    *,
    goods: str = "",
    product_id: int | None = None,
    price: int | None = None,
    change: Decimal | None = None,
) -> None:
    if client_id is not None:
        await get_client(actor, work, client_id)
    await drafts.add_competitor(
        work.tx,
        actor.id,
        name[:LONGEST_NAME],
        work.now,
        client_id=client_id,
        product_id=product_id,
        text=goods,
        price=price,
        change=change,
    )
    if client_id is not None:
        said = f"{change.normalize():f}" if change is not None else None
        facts: dict[str, Any] = {"name": name, "product": goods or None, "price": price, "change": said}
        known = {key: value for key, value in facts.items() if value is not None}
        await timeline.add(work.tx, client_id, actor.hand, work.now, EventKind.COMPETITOR, **known)


async def build_market_sheet(
    work: Work, reference: FileRef, catalogue: Catalogue
) -> tuple[str, bytes] | None:
    """The sheet of the employee that the reference names; None where they are gone."""
    from exchange.xlsx_out import write_table_xlsx

    actor = await employees.find(work.tx, reference.id)
    if actor is None or not actor.sells:
        return None
    words = catalogue[reference.language]
    rows = [
        (
            line.rival,
            line.product,
            line.seen,
            _roubles(line.price),
            _roubles(line.ours),
            line.difference,
            _roubles(line.before),
        )
        for line in await read_market(actor, work)
    ]
    heads = [words.plain(f"market-column-{name}") for name in COLUMNS]
    name = words.plain("market-file-name", day=work.today(actor).isoformat())
    return f"{name}.xlsx", write_table_xlsx(heads, rows, words.plain("market-sheet-name"))


def _roubles(kopecks: int | None) -> Decimal | None:
    return None if kopecks is None else Decimal(kopecks) / 100
