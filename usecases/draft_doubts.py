"""What keeps the acts of a draft from being saved: the questions that are left, in the order of asking."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from capture import acts
from capture.acts import Named
from capture.settling import DoubtKind, Settled, settle
from domain.outcomes import ClaimKind, Outcome, RefusalReason
from screens.draft_views import Doubt, DoubtField
from storage.clients import Client
from storage.products import Product
from usecases.draft_acts import WITH_GOODS, Drafted, id_of, wants_client, whose
from usecases.order_views import price_of

MOST_OPTIONS = 6
NEXT_IS_ASKED = frozenset({Outcome.CALL_BACK, Outcome.THINKING, Outcome.MEETING})
MET = frozenset({acts.NextKind.VISIT, acts.NextKind.MEETING})


@dataclass(frozen=True, slots=True)
class Known:
    """What the acts of a draft name, as it now is in the base: without those that are gone or foreign.

    `names` of every candidate client, `recent` the clients to offer where none was said, `newcomer` the new client of the
    same draft, `now` local.
    """

    clients: Mapping[int, Client]
    names: Mapping[int, str]
    products: Mapping[int, Product]
    people: Mapping[int, str]
    recent: tuple[tuple[int, str], ...]
    newcomer: str
    now: datetime

    def find_client(self, named: Named | None) -> Client | None:
        return self.clients.get(id_of(named) or 0)

    def find_product(self, named: Named | None) -> Product | None:
        return self.products.get(id_of(named) or 0)


def is_of_newcomer(one: Drafted, known: Known) -> bool:
    """Without a word about whose it is, an act belongs to the new client of the same draft."""
    return bool(known.newcomer) and one.act.client is None and wants_client(one.act)


def doubts_of(drafted: Sequence[Drafted], at: int, known: Known) -> tuple[Doubt, ...]:
    """Of the act at this place; a struck one asks nothing."""
    one = drafted[at]
    if not one.live:
        return ()
    found = [*_client_doubts(one, known)]
    if isinstance(one.act, acts.OrderAct):
        for line_no, line in enumerate(one.act.lines):
            if line_no not in one.lines_struck:
                found += _line_doubts(one, line_no, line, known)
    elif isinstance(one.act, WITH_GOODS) and one.act.product is not None:
        found += _product_doubts(one.act.product, None, known, needed=False) or _wanted(one.act, known)
    elif isinstance(one.act, acts.CallAct):
        found += _call_doubts(one.act, drafted)
    elif isinstance(one.act, acts.NextAct) and _is_past(one.act, known.now):
        found.append(Doubt(DoubtField.DAY))
    elif isinstance(one.act, acts.PromiseAct) and one.act.due < known.now.date():
        found.append(Doubt(DoubtField.DUE))
    return tuple(found)


def _is_past(act: acts.NextAct, now: datetime) -> bool:
    if act.day != now.date() or act.clock is None:
        return act.day < now.date()
    return act.clock < now.time()


def _client_doubts(one: Drafted, known: Known) -> list[Doubt]:
    named = one.act.client
    if known.find_client(named) is not None or is_of_newcomer(one, known):
        return []
    if isinstance(one.act, acts.NewClientAct) or (named is None and not wants_client(one.act)):
        return []
    candidates = [int(id_) for id_ in named.candidates] if named is not None else []
    options = tuple((id_, known.names[id_]) for id_ in candidates if id_ in known.names)
    query = named.query if named is not None else ""
    offered = options or (() if query else known.recent)
    return [Doubt(DoubtField.CLIENT, query, options=offered[:MOST_OPTIONS])]


def _product_doubts(named: Named, line_no: int | None, known: Known, *, needed: bool) -> list[Doubt]:
    """Goods that are not ours at all stay words, except where an order needs them."""
    if known.find_product(named) is not None:
        return []
    ids = [int(id_) for id_ in named.candidates]
    options = tuple((id_, known.products[id_].name) for id_ in ids if id_ in known.products)
    if not options and not needed:
        return []
    return [Doubt(DoubtField.PRODUCT, named.query, line_no, options[:MOST_OPTIONS])]


def _wanted(act: acts.Act, known: Known) -> list[Doubt]:
    """Of goods asked about that we have, or may have: an order, or none to be had. What the stock lacks needs no question."""
    if not isinstance(act, acts.ShortageAct) or not act.asked:
        return []
    product = known.find_product(act.product)
    if product is None or (product.stock is not None and product.stock <= 0):
        return []
    return [Doubt(DoubtField.WANTED, options=((1, "order"), (0, "lack")), product=product.name)]


def _line_doubts(one: Drafted, line_no: int, line: acts.LineOfOrder, known: Known) -> list[Doubt]:
    product = known.find_product(line.product)
    if product is None:
        return _product_doubts(line.product, line_no, known, needed=True)
    settled = settle_line(one, line_no, product, known.find_client(one.act.client))
    query, pack = line.product.query, product.pack_size
    if settled is DoubtKind.BASIS:
        options = ((1, "pack"), (0, "unit"))
        return [
            Doubt(DoubtField.BASIS, query, line_no, options, product.name, product.unit, pack, line.price)
        ]
    if not isinstance(settled, Settled):
        return [Doubt(DoubtField.QUANTITY, query, line_no, (), product.name, product.unit, pack)]
    return []


def settle_line(one: Drafted, line_no: int, product: Product, client: Client | None) -> Settled | DoubtKind:
    """By the rules of the order dialogue: quantities in own units, the price of a pack or of one unit."""
    assert isinstance(one.act, acts.OrderAct)
    line = one.act.lines[line_no]
    listed = price_of(product, client) if client is not None else None
    return settle(
        line, product, list_price=listed.amount if listed else None, per_pack=dict(one.per_pack).get(line_no)
    )


def _call_doubts(call: acts.CallAct, drafted: Iterable[Drafted]) -> list[Doubt]:
    """What the menus ask before they log such an outcome."""
    beside = [one.act for one in drafted if one.live and whose(one.act) == whose(call)]
    found = []
    if call.outcome is Outcome.PROMISE and not any(isinstance(act, acts.PromiseAct) for act in beside):
        found.append(Doubt(DoubtField.DUE))
    if call.outcome in NEXT_IS_ASKED and not any(_answers(act, call.outcome) for act in beside):
        found.append(Doubt(DoubtField.DAY))
    if call.outcome is Outcome.REFUSAL and call.reason is None:
        found.append(Doubt(DoubtField.REASON, options=_codes(RefusalReason)))
    if call.outcome is Outcome.CLAIM and not any(isinstance(act, acts.ClaimAct) for act in beside):
        found.append(Doubt(DoubtField.CLAIM_KIND, options=_codes(ClaimKind)))
    return found


def _answers(act: acts.Act, outcome: Outcome) -> bool:
    return isinstance(act, acts.NextAct) and (outcome is not Outcome.MEETING or act.kind in MET)


def _codes(kind: type[RefusalReason] | type[ClaimKind]) -> tuple[tuple[int, str], ...]:
    return tuple((place, member.value) for place, member in enumerate(kind))
