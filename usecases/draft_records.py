"""What a draft records besides contacts and orders: birthdays, payments, notes, offers, competitors, goods asked for in vain."""

from collections.abc import Iterable
from typing import Any

from capture import acts
from capture.acts import Act
from domain.actors import Actor
from domain.leads import OfferChannel
from domain.outcomes import NextKind
from domain.reasons import NextReason
from storage import counters, timeline
from storage import drafts as stored
from storage.timeline import EventKind
from usecases.access import inner
from usecases.birthdays import save_birthday
from usecases.calls import offer_sent
from usecases.client_changes import add_note
from usecases.debts import believe_paid, owes_at_most
from usecases.draft_acts import id_of
from usecases.draft_doubts import Known
from usecases.offers import note_made
from usecases.persons import add_person
from usecases.scope import get_client, lock_client
from usecases.shortages import note_wish
from usecases.work import Work


@inner
async def save_records(actor: Actor, work: Work, said: Iterable[Act], known: Known) -> tuple[int, ...]:
    """Ids of the wishes for goods that are not there."""
    wishes = []
    for act in said:
        match act:
            case acts.BirthdayAct():
                await _birthday(actor, work, act)
            case acts.PaymentAct():
                await _payment(actor, work, act)
            case acts.NoteAct():
                await add_note(actor, work, id_of(act.client) or 0, act.text)
            case acts.OffersAct():
                await _offers(actor, work, act)
            case acts.CompetitorAct():
                await _competitor(actor, work, act, known)
            case acts.ShortageAct():
                wishes.append(await _shortage(actor, work, act, known))
            case _:
                pass
    return tuple(wishes)


async def _birthday(actor: Actor, work: Work, act: acts.BirthdayAct) -> None:
    birth = (act.day, act.month, act.year)
    if act.person is not None:
        await save_birthday(actor, work, int(act.person), birth)
        return
    person = await add_person(actor, work, id_of(act.client) or 0, act.name, birth=birth)
    if person.birth != birth:
        await save_birthday(actor, work, person.id, birth)


async def _payment(actor: Actor, work: Work, act: acts.PaymentAct) -> None:
    """A manager's word that money came: the files of the accountants stay the only judge of promises.

    Word of all that is overdue leaves the client alone, as the button «Оплатил» does.
    """
    client = await lock_client(actor, work, id_of(act.client) or 0)
    facts: dict[str, Any] = {"amount": act.amount} if act.amount is not None else {}
    if act.day is not None:
        facts["day"] = act.day.isoformat()
    await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.PAYMENT, said="yes", **facts)
    whole = act.amount is None or await owes_at_most(actor, work, client, act.amount)
    if client.debt > 0 and whole:
        await believe_paid(actor, work, client)


async def _offers(actor: Actor, work: Work, act: acts.OffersAct) -> None:
    """Counted for today; the offer that this client was promised is sent by this, with the call that follows."""
    client_id = id_of(act.client)
    by_email = act.channel is acts.Channel.EMAIL
    left = act.count
    if client_id is not None and by_email and left == 1:
        client = await get_client(actor, work, client_id)
        if client.next_kind == NextKind.TASK and client.next_reason == NextReason.OFFER:
            await offer_sent(actor, work, client_id)
            return
    name = "email_offers" if by_email else "phone_offers"
    await counters.add(work.tx, actor.id, work.today(actor), **{name: left})
    if client_id is not None:
        client = await get_client(actor, work, client_id)
        what = "offer-sent" if by_email else "offer-made"
        await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.CHANGED, what=what)
        channel = OfferChannel.EMAIL if by_email else OfferChannel.PHONE
        await note_made(actor, work, client.id, channel)


async def _competitor(actor: Actor, work: Work, act: acts.CompetitorAct, known: Known) -> None:
    product = known.find_product(act.product)
    text = product.name if product is not None else act.product.query if act.product is not None else ""
    client_id = id_of(act.client)
    await stored.add_competitor(
        work.tx,
        actor.id,
        act.name,
        work.now,
        client_id=client_id,
        product_id=product.id if product is not None else None,
        text=text,
        price=act.price,
        change=act.change,
    )
    if client_id is not None:
        client = await get_client(actor, work, client_id)
        change = f"{act.change.normalize():f}" if act.change is not None else None
        facts = {"name": act.name, "product": text or None, "price": act.price, "change": change}
        said = {name: value for name, value in facts.items() if value is not None}
        await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.COMPETITOR, **said)


async def _shortage(actor: Actor, work: Work, act: acts.ShortageAct, known: Known) -> int:
    product = known.find_product(act.product)
    text = product.name if product is not None else act.product.query if act.product is not None else ""
    client_id = id_of(act.client)
    client = await get_client(actor, work, client_id) if client_id is not None else None
    wish = await note_wish(actor, work, client, product, text=text, quantity=act.quantity, unit=act.unit)
    if client is not None:
        unit = act.unit.value if act.unit is not None else product.unit if product is not None else ""
        said = {"qty": f"{act.quantity.normalize():f}", "unit": unit} if act.quantity else {}
        await timeline.add(work.tx, client.id, actor.hand, work.now, EventKind.SHORTAGE, product=text, **said)
    return wish
