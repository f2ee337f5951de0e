"""An order, and all that may come of one: what `tests.conversations.rows` points at."""

from datetime import timedelta
from decimal import Decimal

from domain.actors import Actor
from domain.orders import OrderStatus, OrderStep
from domain.prices import Asked
from sandbox.files import Upload
from storage import (
    approvals,
    claims,
    client_entities,
    order_exports,
    order_papers,
    order_talk,
    orders,
    products,
    shortages,
)
from tests.office import Office
from usecases import card_requests
from usecases.work import Work

HAND = orders.patch("status", "total", "handed_at", "day", "hold")
DOUBTS = orders.patch("doubts")


async def lay_order(
    work: Work, manager: Actor, client: int, status: OrderStatus, *, held: bool
) -> tuple[int, int]:
    product = await products.write(
        work.tx, code=f"М{client}", name="Масло 82,5%", group_name="Молочное", unit="шт", pack_size=Decimal(20), prices={"опт": 150_00}
    )  # fmt: skip
    order = await orders.add_draft(work.tx, client, manager.id, work.now)
    await orders.put_line(
        work.tx, order, product, quantity=Decimal(5), unit="шт", price=150_00, discount=Decimal(0)
    )
    if status is OrderStatus.DRAFT:
        doubt = {"id": 1, "kind": "which", "text": "масло 5", "products": [product], "quantity": "5"}
        await work.tx.run(DOUBTS, id_=order, doubts=[doubt] if held else None)
    else:
        await work.tx.run(
            HAND, id_=order, status=status, total=750_00, handed_at=work.now, day=work.today(manager), hold="overdue" if held else ""
        )  # fmt: skip
    return product, order


async def lay_question(work: Work, order: int, asker: Actor) -> int:
    await order_talk.note_step(work.tx, order, asker.id, work.now, step=OrderStep.HANDED_OVER)
    found: int = await work.tx.value(
        order_talk.ASK, order_id=order, asked_by=asker.id, question="Какой?", asked_at=work.now
    )
    return found


async def lay_terms(office: Office, work: Work, manager: Actor, client: int, order: int) -> dict[str, int]:
    """Another legal entity of the client, and a file that Telegram keeps, attached to the order."""
    stored = office.telegram.files.store("document", Upload("заявка.pdf", b"%PDF"))
    await order_papers.add(
        work.tx, order, manager.id, kind="document", file_id=stored.file_id, name="заявка.pdf", at=work.now
    )
    return {
        "entity": await client_entities.add(work.tx, client, ("ООО «Лютик»", "7707083893", ""), work.now),
        "paper": (await order_papers.of_order(work.tx, order))[0].id,
    }


async def lay_lacking(work: Work, manager: Actor, client: int, product: int, order: int) -> dict[str, int]:
    """A wish that logistics is asked about, with a question of logistics to the manager; a discount that the lead is asked about."""
    request = await shortages.add_request(work.tx, product, "Масло 82,5%", work.now)
    wish = await shortages.add(
        work.tx,
        product_id=product,
        employee_id=manager.id,
        client_id=client,
        text="Масло 82,5%",
        quantity=Decimal(3),
        unit="шт",
        at=work.now,
        order_id=order,
        state="asked",
        amount=450_00,
        request_id=request,
    )
    query = await shortages.ask(work.tx, wish, manager.id, "Возьмут другое?", work.now)
    approval = await _approval(work, manager, order, product)
    return {"shortage": wish, "request": request, "query": query, "approval": approval}


async def _approval(work: Work, manager: Actor, order: int, product: int) -> int:
    """A discount beyond the manager's own, asked about."""
    later = work.now + timedelta(hours=1)
    asked = [Asked(product, 150_00, 130_00, Decimal(5))]
    return await approvals.add(
        work.tx,
        order,
        manager.id,
        on_credit=True,
        prepaid=False,
        asked=asked,
        at=work.now,
        nudge_at=later,
        due_at=later,
    )


async def lay_abroad(work: Work, manager: Actor, order: int) -> dict[str, int]:
    """What accounting is asked and told."""
    card = await _card(work, manager, order)
    found = await orders.find(work.tx, order)
    assert found is not None
    export = await order_exports.add(
        work.tx, [found], employee_id=manager.id, at=work.now, day=None, form="xlsx"
    )
    return {"card": card, "export": export}


async def _card(work: Work, manager: Actor, order: int) -> int:
    """Goods that accounting is asked about."""
    done = await card_requests.ask_for_goods(manager, work, order, "Хумус 20 шт")
    return done.mine.id


async def lay_claim(work: Work, manager: Actor, client: int) -> dict[str, int]:
    """A complaint, and the task that came of it."""
    claim = await work.tx.value(
        claims.ADD, client_id=client, employee_id=manager.id, kind="defect", text="", created_at=work.now, due=work.today(manager)
    )  # fmt: skip
    return {"claim": claim, "prevention": await _prevention(work, manager, claim)}


async def _prevention(work: Work, manager: Actor, claim: int) -> int:
    """The claim has goods, and has come too often."""
    await work.tx.run(
        claims.ADD_LINE, claim_id=claim, product_id=None, name="Масло", unit="box", documents=None, quantity=Decimal(3), price=None, amount=0
    )  # fmt: skip
    return await work.tx.value(  # type: ignore[no-any-return]
        claims.ADD_PREVENTION,
        employee_id=manager.id,
        kind="defect",
        fault=None,
        product_id=None,
        claims=[claim],
        due=work.today(manager),
        created_at=work.now,
    )
