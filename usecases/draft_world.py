"""The small world that a line is read in: the clients and the goods that its words may name."""

from collections.abc import Iterable

from capture.acts import Understanding
from capture.naming.world import ClientEntry, PersonEntry, World
from domain.actors import Actor
from storage import clients, naming, persons, products
from usecases.access import inner
from usecases.draft_acts import id_of
from usecases.scope import managers_for
from usecases.typed_goods import product_entry
from usecases.work import Work


@inner
async def read_world(actor: Actor, work: Work, text: str, always: Iterable[int] = ()) -> World:
    """At most `naming.CLIENT_ROOM` clients, `always` besides, and `naming.PRODUCT_ROOM` products, however large the base is."""
    managers = await managers_for(actor, work)
    client_ids, product_ids = await naming.named_in(work.tx, text, managers)
    ids = list(dict.fromkeys([*always, *client_ids]))
    people: dict[int, list[PersonEntry]] = {}
    for person in await persons.of_clients(work.tx, ids):
        people.setdefault(person.client_id, []).append(PersonEntry(str(person.id), person.name, person.role))
    found = {one.id: one for one in await clients.by_ids(work.tx, ids, managers)}
    goods = await products.on_sale(work.tx, product_ids)
    return World(
        [
            ClientEntry(str(id_), found[id_].name, found[id_].legal_name, tuple(people.get(id_, ())))
            for id_ in ids
            if id_ in found
        ],
        [product_entry(goods[id_]) for id_ in product_ids if id_ in goods],
    )


@inner
async def understand_line(
    actor: Actor, work: Work, text: str, last_client: int | None, always: Iterable[int] = ()
) -> Understanding:
    """The acts of a line as `actor` says it now. Reads the base, changes nothing."""
    from capture.understand import understand

    known = [*always, *([last_client] if last_client is not None else [])]
    world = await read_world(actor, work, text, known)
    return understand(
        text,
        world,
        now=actor.local(work.now),
        calendar=work.rules.calendar,
        last_client=str(last_client) if last_client is not None else None,
    )


@inner
async def clients_of(actor: Actor, work: Work, text: str) -> set[int | None]:
    """Whom the words speak of: what is told of them, or at least their names; None where a name fits several."""
    from capture.understand import clients_named, understand

    world = await read_world(actor, work, text)
    now, calendar = actor.local(work.now), work.rules.calendar
    told = understand(text, world, now=now, calendar=calendar)
    named = [act.client for act in told.acts if act.client is not None]
    return {id_of(one) for one in named or clients_named(text, world, now=now, calendar=calendar)}
