"""A line of Russian becomes acts: whom it is about, what happened, what comes next. By rules alone, pure and at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from capture.acts import (
    Act,
    BirthdayAct,
    CallAct,
    CompetitorAct,
    Named,
    NewClientAct,
    NoteAct,
    OffersAct,
    PersonAct,
    ShortageAct,
    Span,
    Understanding,
)
from capture.language.board import Board
from capture.language.morph import forms_of
from capture.language.sums import sum_at
from capture.language.tokens import Kind
from capture.naming.mentions import ClientMention, PersonMention, client_mentions, person_mentions
from capture.naming.phones import find_phones
from capture.naming.world import SHORT, ClientEntry, PersonEntry, ProductEntry, World
from capture.questions import read_question
from capture.reading.asked import read_asked
from capture.reading.claims import read_claims
from capture.reading.contacts import read_next
from capture.reading.market import read_competitors, read_offers, read_shortages
from capture.reading.money import find_sums, read_money
from capture.reading.orders import find_goods, read_orders
from capture.reading.outcome import read_outcome
from capture.reading.part import Facts, Findings, Part, find_hits
from capture.reading.people import is_name_word, read_birthday, read_new_client, read_person
from capture.reading.rest import EMPTY_WORDS, MOST_WORDS, note_text, notes, rest_of
from capture.reading.segments import CONTINUES, Segment, is_heading_colon, segments_of
from capture.when.moments import Moment, moment_at
from domain.calendar import WorkCalendar


def understand(
    line: str, world: World, *, now: datetime, calendar: WorkCalendar, last_client: str | None = None
) -> Understanding:
    """The acts of a line. `now` is local and aware; `last_client` is the id that «им», «туда», «ещё» refer to."""
    board = Board(line, world)
    board.drop_list_marks()
    phones = find_phones(board)
    created = read_new_client(board, phones)
    if created is not None:
        return _with_rest(board, created)
    clients, people = _who(board, world, now, calendar)
    question = read_question(board, [one.who for one in clients] or _remembered(board, last_client))
    if question is not None:
        return Understanding((question,))
    for one in people:
        board.take(range(one.start, one.end))
    moments = _moments(board, now, calendar)
    facts = Facts(world, tuple(find_hits(board)), tuple(moments), tuple(people), tuple(phones), now)
    acts: list[Act] = []
    unread: list[str] = []
    for segment in segments_of(board, clients, people, _busy(board, facts)):
        found, rest = _read(board, facts, segment, last_client)
        acts += _likewise(board, facts, segment, acts, found)
        unread += rest
    return Understanding(tuple(acts), tuple(unread))


def clients_named(line: str, world: World, *, now: datetime, calendar: WorkCalendar) -> list[Named]:
    """Whom a line speaks of, whatever it says of them: «когда машина для Ромашки»."""
    board = Board(line, world)
    board.drop_list_marks()
    clients, _ = _who(board, world, now, calendar)
    return [one.who for one in clients if not one.doubtful]


def warm_up() -> None:
    """Reads the dictionary and the phrases, which would else cost the first line 0.2 s. Takes about 30 MB; safe in a thread."""
    world = World(
        [ClientEntry("1", "Ромашка", people=(PersonEntry("2", "Смирнова Ольга"),))],
        [ProductEntry("3", "Масло 82,5%")],
    )
    line = "рмашка взяла 20 кор масла 82,5, перзвонить в пт в 15, тел 89161234567"
    understand(line, world, now=datetime(2026, 1, 12, 10, tzinfo=UTC), calendar=WorkCalendar())


def _with_rest(board: Board, created: NewClientAct) -> Understanding:
    """What is said beside a new client cannot be written down before the client is there: it is shown as not read."""
    last = max(end for _, (_, end) in created.sources)
    rest = board.text[last:].strip(" ,.;:-")
    return Understanding((created,), (rest,) if any(one.isalpha() for one in rest) else ())


def _who(
    board: Board, world: World, now: datetime, calendar: WorkCalendar
) -> tuple[list[ClientMention], list[PersonMention]]:
    """Clients and people named. What is surely a whole name of a person, or a day, is no client."""
    phrased = frozenset(at for hit in find_hits(board) if len(hit.used) > 1 for at in hit.used)
    full = [
        one
        for one in person_mentions(board, world)
        if one.end - one.start > 1 and len({client for _, client in one.people}) == 1
    ]
    dates = [one for one in _moments(board, now, calendar, take=False) if _is_surely_a_day(board, one)]
    board.take(at for one in full for at in range(one.start, one.end))
    board.take(at for moment in dates for at in range(moment.start, moment.end))
    clients = client_mentions(board, world, phrased)
    for person in full:
        board.give_back(person.start, person.end)
    people = person_mentions(board, world)
    for moment in dates:
        board.give_back(moment.start, moment.end)
    return clients, people


def _busy(board: Board, facts: Facts) -> frozenset[int]:
    """Tokens that mean something by themselves: an event, a day, goods or a number."""
    said = {at for hit in facts.hits for at in hit.used} | {
        at for one in facts.moments for at in range(one.start, one.end)
    }
    return frozenset(said | _goods_places(board, facts.world))


def _is_surely_a_day(board: Board, moment: Moment) -> bool:
    """«5 марта», «на субботу»: a day whatever the clients are called."""
    opens = forms_of(board.tokens[moment.start].text)[0].pos == "PREP"
    return moment.birth is not None or (opens and moment.end - moment.start > 1 and moment.day is not None)


def _goods_places(board: Board, world: World) -> set[int]:
    return {
        at
        for at, token in enumerate(board.tokens)
        if board.free[at]
        and (
            token.value is not None
            or (token.kind is Kind.WORD and len(token.text) >= SHORT and world.goods_by(token.text))
        )
    }


def _remembered(board: Board, last_client: str | None) -> list[Named]:
    continues = any(token.text in CONTINUES for token in board.tokens)
    return [Named(last_client)] if last_client is not None and continues else []


def _moments(board: Board, now: datetime, calendar: WorkCalendar, *, take: bool = True) -> list[Moment]:
    found: list[Moment] = []
    at = 0
    while at < len(board):
        # The colon of a heading is no part of a clock.
        colon = next((place for place in range(at, len(board)) if is_heading_colon(board, place)), len(board))
        moment = moment_at(board.tokens[:colon], at, now, calendar) if board.free[at] else None
        if moment is not None and board.is_free(moment.start, moment.end) and not _is_of_sum(board, moment):
            found.append(moment)
            if take:
                board.take(range(moment.start, moment.end))
            at = moment.end
        else:
            at += 1
    return found


def _is_of_sum(board: Board, moment: Moment) -> bool:
    """«на 12 500 руб» is no twelve o'clock."""
    last = moment.end - 1
    found = sum_at(board.tokens, last) if board.tokens[last].value is not None else None
    return found is not None and found.end > moment.end


def _read(
    board: Board, facts: Facts, segment: Segment, last_client: str | None
) -> tuple[list[Act], list[str]]:
    """The acts of a segment, said of each of its clients."""
    named = [who for who, _ in segment.clients]
    if not named:
        return _read_unnamed(board, facts, segment, last_client)
    acts: list[Act] = []
    for who, span in segment.clients:
        part = Part(board, facts, segment)
        found = _acts_of(part, who, [who])
        acts += [_with_source(act, span) for act in _counted_once(found, len(named))]
    if segment.doubtful and all(isinstance(act, NoteAct) for act in acts):
        # «мороз на улице» is no news of the client Moroz.
        return [], [board.written(segment.start, segment.end)]
    return acts, []


def _likewise(
    board: Board, facts: Facts, segment: Segment, before: Sequence[Act], found: list[Act]
) -> list[Act]:
    """«юдин из кометы тоже»: the outcome of the call told before it."""
    same = any(token.text == "тоже" for token in board.tokens[segment.start : segment.end])
    call = next((act for act in reversed(before) if isinstance(act, CallAct)), None)
    if not same or call is None or any(isinstance(act, CallAct) for act in found):
        return found
    person, _ = Part(board, facts, segment).person_id([who for who, _ in segment.clients])
    here = board.span(segment.start, segment.end)
    made: list[Act] = [
        replace(
            call, client=who, person=person, note="", sources=(("outcome", here), ("client", span or here))
        )
        for who, span in segment.clients
    ]
    return made or found


def _counted_once(acts: Sequence[Act], clients: int) -> list[Act]:
    """«разослал 3 кп: ромашка, вектор, уют» is one offer to each."""
    return [
        replace(act, count=1) if isinstance(act, OffersAct) and act.count == clients > 1 else act
        for act in acts
    ]


def _read_unnamed(
    board: Board, facts: Facts, segment: Segment, last_client: str | None
) -> tuple[list[Act], list[str]]:
    """Nobody of ours is named: somebody unknown is, or the client spoken of last is meant, or nobody."""
    part = Part(board, facts, segment)
    continues = any(token.text in CONTINUES for token in board.tokens)
    stranger = None if continues or _is_of_nobody(part) else _stranger(part)
    who = Named(last_client) if last_client is not None and stranger is None else None
    if stranger is not None:
        start, end = stranger
        who = Named(None, board.written(start, end))
        board.take(range(start, end))
        part = Part(board, facts, segment)
    acts = _acts_of(part, who, [who] if who is not None else [])
    if stranger is not None:
        span = board.span(*stranger)
        if not any(
            isinstance(act, CallAct) or (act.client is who and not isinstance(act, NoteAct)) for act in acts
        ):
            return [], [board.text.strip()]
        return [_with_source(act, span) for act in acts if not isinstance(act, NoteAct)], []
    if last_client is not None and not continues:
        acts = [_without_client(act) for act in acts if not isinstance(act, NoteAct)]
    if last_client is None:
        acts = [act for act in acts if not isinstance(act, NoteAct)]
    if any(isinstance(act, NoteAct | CallAct) for act in acts):
        return acts, []
    return acts, [board.written(start, end) for start, end in rest_of(part)] if acts else [board.text.strip()]


def _is_of_nobody(part: Part) -> bool:
    """News of a competitor, a thing not in stock, offers by the dozen, a birthday: no client need be named."""
    return part.has(
        "raised", "lowered", "cheaper", "dearer", "out_of_stock", "ask_logistics", "birthday", "rival"
    )


def _without_client(act: Act) -> Act:
    """Offers, news of competitors and the like are of nobody unless somebody is named."""
    return (
        replace(act, client=None)
        if isinstance(act, OffersAct | CompetitorAct | BirthdayAct | ShortageAct | PersonAct)
        else act
    )


def _with_source(act: Act, span: Span | None) -> Act:
    return act if span is None else replace(act, sources=(*act.sources, ("client", span)))


def _acts_of(part: Part, client: Named | None, clients: Sequence[Named]) -> list[Act]:
    """Reads one segment; what takes numbers and days by the surest words goes first."""
    said = Findings([], set())
    ids = {one.id for one in clients if one.id}
    for mention in part.people:
        if any(who in ids for _, who in mention.people):
            part.use_range(mention.start, mention.end)
    read_birthday(part, client, said)
    read_person(part, client, said)
    read_offers(part, client, said)
    find_sums(part)
    find_goods(part, unknown=client is not None)
    read_shortages(part, client, said)
    read_competitors(part, client, said)
    read_claims(part, client, said)
    read_asked(part, client, said)
    read_orders(part, client, said)
    read_money(part, client, said)
    read_next(part, client, said)
    call = read_outcome(part, client, said, clients)
    acts = said.acts
    part.understood = bool(acts) or call is not None
    if call is not None:
        text = note_text(part)
        spans = tuple(("note", part.span(start, end)) for start, end in rest_of(part))
        sources = (("outcome", part.span(part.segment.start, part.segment.end)), *spans)
        return [replace(call, note=text, sources=sources), *acts]
    return [*acts, *notes(part, client)] if client is not None else acts


def _stranger(part: Part) -> tuple[int, int] | None:
    """A name in the place of a client's that is nobody of ours: the nouns before the first event or the first goods."""
    board = part.board
    taken = {at for hit in part.hits for at in hit.used}
    first = part.segment.start
    while first < part.segment.end and board.tokens[first].text in EMPTY_WORDS:
        first += 1
    start = first
    if (
        start < part.segment.end
        and board.tokens[start].kind is Kind.WORD
        and forms_of(board.tokens[start].text)[0].pos == "PREP"
    ):
        start += 1
    end = start
    while (
        end < part.segment.end
        and end not in taken
        and board.free[end]
        and _is_name_like(part, end)
        and end - start < MOST_WORDS
    ):
        end += 1
    if end == start or end >= part.segment.end:
        return None
    follows = end in taken or not board.free[end] or board.tokens[end].value is not None
    return (start, end) if follows else None


def _is_name_like(part: Part, at: int) -> bool:
    token = part.board.tokens[at]
    if token.kind is not Kind.WORD or token.text in EMPTY_WORDS or part.world.goods_by(token.text):
        return False
    reading = forms_of(token.text)[0]
    return is_name_word(part, at) or (reading.pos == "NOUN" and reading.lemma not in EMPTY_WORDS)
