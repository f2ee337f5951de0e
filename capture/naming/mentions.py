"""Who is spoken of: clients by any part of their names, people by any form of theirs, and the client of a person."""

import re
from dataclasses import dataclass
from typing import Final

from capture.acts import Named
from capture.language.board import Board
from capture.language.morph import forms_of, is_known
from capture.language.sums import numbers_at
from capture.language.tokens import Kind
from capture.naming.names import KINDS_OF_PLACE, LEGAL_FORMS, SMALL_WORDS
from capture.naming.world import World
from domain.first_names import known_first_names
from domain.units import find_unit

# Of each client: which words of its name each token is.
Spoken = dict[str, dict[int, set[int]]]
_BEFORE: Final = (
    frozenset(
        [
            "у",
            "к",
            "ко",
            "в",
            "во",
            "с",
            "со",
            "от",
            "из",
            "для",
            "на",
            "по",
            "про",
            "клиент",
            "клиента",
            "клиенту",
        ]
    )
    | LEGAL_FORMS
)
_JOINTS: Final = frozenset(['"', "«", "»", "-", "№", "'", "n", "#", "номер"])
_STEP: Final = 3
# A firm may be called «Садко», which the dictionary takes for an adverb; nobody is called by a part of a name like that.
_EVERYDAY: Final = frozenset({"VERB", "INFN", "PREP", "CONJ", "PRCL", "NPRO", "INTJ", "NUMR"})
_EVERYDAY_PART: Final = _EVERYDAY | {"ADVB", "PRED", "GRND"}
_STREETS: Final = frozenset(
    [
        "ул",
        "улица",
        "улице",
        "улицу",
        "улицы",
        "пер",
        "переулок",
        "переулке",
        "проспект",
        "проспекте",
        "просп",
        "шоссе",
        "площадь",
        "площади",
        "набережная",
        "бульвар",
        "бульваре",
    ]
)
_SMALLEST: Final = 3


@dataclass(frozen=True, slots=True)
class ClientMention:
    """`who` over tokens [start, end), the preposition before it included; `score` tells how much of the name was said."""

    start: int
    end: int
    who: Named
    used: frozenset[int]
    score: float = 1.0
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class PersonMention:
    """Those whom the words may mean: (person id, client id)."""

    start: int
    end: int
    people: tuple[tuple[str, str], ...]
    only_first: bool = False


def client_mentions(board: Board, world: World, phrased: frozenset[int] = frozenset()) -> list[ClientMention]:
    """Every client named on the board, in order; their words are taken. A word of a turn of speech (`phrased`) names nobody by itself."""
    found: list[ClientMention] = []
    at = 0
    while at < len(board):
        mention = _client_at(board, world, at) if board.free[at] else None
        if (
            mention is not None
            and mention.score <= 1.0
            and (mention.used <= phrased or _is_street(board, mention))
        ):
            mention = None
        if mention is None:
            at += 1
            continue
        found.append(mention)
        board.take(range(mention.start, mention.end))
        at = mention.end
    return _without_goods(board, world, found)


def _is_street(board: Board, mention: ClientMention) -> bool:
    """«ул мира 5» is an address."""
    first = min(mention.used)
    return first > 0 and board.tokens[first - 1].text in _STREETS


def _without_goods(board: Board, world: World, found: list[ClientMention]) -> list[ClientMention]:
    """Where somebody else is named, a word of goods beside a number is goods: «у пуделя разбита лейка 1 шт»."""
    kept: list[ClientMention] = []
    for mention in found:
        is_goods = all(world.goods_by(board.tokens[at].text) for at in mention.used)
        others = [
            one
            for one in found
            if one is not mention and (one.who != mention.who or one.score > mention.score)
        ]
        near = any(
            not board.breaks_between(min(one.end, mention.end), max(one.start, mention.start))
            for one in others
        )
        partial = mention.score <= 1.0
        if (
            is_goods
            and others
            and (
                (partial and (near or _beside_goods(board, world, mention))) or _beside_number(board, mention)
            )
        ):
            for at in range(mention.start, mention.end):
                board.free[at] = True
        else:
            kept.append(mention)
    return kept


def _beside_goods(board: Board, world: World, mention: ClientMention) -> bool:
    """«наливной пол монолит»: a word of goods on either side of it."""
    sides = [at for at in (min(mention.used) - 1, max(mention.used) + 1) if 0 <= at < len(board)]
    return any(board.tokens[at].kind is Kind.WORD and world.goods_by(board.tokens[at].text) for at in sides)


def _beside_number(board: Board, mention: ClientMention) -> bool:
    before, after = min(mention.used) - 1, max(mention.used) + 1
    sides = [at for at in (before, after) if 0 <= at < len(board)]
    return any(
        numbers_at(board.tokens, at) is not None or find_unit(board.tokens[at].text) is not None
        for at in sides
    )


def person_mentions(board: Board, world: World) -> list[PersonMention]:
    """Every known person named on the board, in order; nothing is taken yet, for a bare first name may be of anybody."""
    found: list[PersonMention] = []
    at = 0
    while at < len(board):
        mention = _person_at(board, world, at)
        if mention is None:
            at += 1
            continue
        found.append(mention)
        at = mention.end
    return found


def _client_at(board: Board, world: World, at: int) -> ClientMention | None:
    token = board.tokens[at]
    if token.kind is not Kind.WORD or token.text in SMALL_WORDS or token.text in LEGAL_FORMS:
        return None
    first = _words_of(board, world, at, near=True)
    if not first:
        return None
    said: Spoken = {}
    for client, word in first:
        said.setdefault(client, {}).setdefault(at, set()).add(word)
    said, end, used = _extend(board, world, at, said)
    number = _number_before(board, world, at, said)
    scores = {client: _score(world, client, words) for client, words in said.items()}
    top = max(scores.values())
    best = sorted(client for client, score in scores.items() if score >= top - 1e-9)
    if top < 1 and not (len(first) == 1 and _may_stand_alone(board, world, at, next(iter(first)))):
        return None
    kinds = _EVERYDAY if top > 1 else _EVERYDAY_PART
    if all(_only_everyday(board, place, kinds) for place in used) and not _is_marked(board, at):
        return None
    start = _with_preposition(board, at - (number is not None))
    who = (
        Named(best[0])
        if len(best) == 1
        else Named(None, board.written(_with_form(board, at), end), tuple(best))
    )
    everyday = start == at and len(used) == 1 and is_known(token.text)
    doubtful = everyday and (
        not all(_is_called(world, client, said[client]) for client in best)
        or all(world.names[client][0].one_man for client in best)
    )
    return ClientMention(start, end, who, frozenset(used), top, doubtful)


def _number_before(board: Board, world: World, at: int, said: Spoken) -> int | None:
    """«1000 мелочей», «5 элемент»: the number that a name begins with."""
    if not at or board.tokens[at - 1].value is None or not board.free[at - 1]:
        return None
    found = world.clients_by(board.tokens[at - 1].text)
    of = {client: place for client, place in found if client in said}
    for client, place in of.items():
        said[client][at - 1] = {place}
    return at - 1 if of else None


def _words_of(board: Board, world: World, at: int, *, near: bool) -> set[tuple[str, int]]:
    """Which words of which clients token `at` is; every part of a hyphenated one must be of the same client."""
    word = board.tokens[at].text
    near = (
        near
        and len(word) > _SMALLEST
        and find_unit(word) is None
        and not is_known(word)
        and not world.goods_by(word)
        and not world.people_by(word)
    )
    whole = world.clients_by(word)
    parts = [part for part in re.split(r"[-.'’]", word) if part]
    if whole or len(parts) < 2:  # noqa: PLR2004
        return whole or (world.clients_by(word, near=True) if near else set())
    each = [world.clients_by(part, near=near) for part in parts]
    common = set[str].intersection(*({client for client, _ in one} for one in each)) if all(each) else set()
    glued = world.clients_by("".join(parts))
    return {(client, at_) for one in each for client, at_ in one if client in common} | glued


def _extend(board: Board, world: World, at: int, said: Spoken) -> tuple[Spoken, int, list[int]]:
    """Words after the first that belong to the same names: «звезда на садовой», «продукты 24 на мира»."""
    end, used, place, skipped = at + 1, [at], at + 1, 0
    while place < len(board) and board.free[place] and skipped < _STEP:
        token = board.tokens[place]
        if token.text in SMALL_WORDS or token.text in _JOINTS:
            place, skipped = place + 1, skipped + 1
            continue
        more = _follow(board, world, place, said)
        if not more:
            break
        said = {client: {**said[client], place: words} for client, words in more.items()}
        used.append(place)
        place += 1
        end, skipped = place, 0
    return said, _with_quote(board, end), used


def _follow(board: Board, world: World, at: int, said: Spoken) -> dict[str, set[int]]:
    """New words of the names begun; in a name begun a slip is forgiven even where the word exists."""
    word = board.tokens[at].text
    number = numbers_at(board.tokens, at)
    if number is not None and number.end == at + 1:
        word = f"{number.value.normalize():f}"
    found = world.clients_by(word) or (world.clients_by(word, near=True) if len(word) > _SMALLEST else set())
    parts = [part for part in re.split(r"[-.'’]", word) if part]
    if not found and len(parts) > 1:
        found = {pair for part in parts for pair in world.clients_by(part)}
    more: dict[str, set[int]] = {}
    for client, place in found:
        if client in said and not any(place in words for words in said[client].values()):
            more.setdefault(client, set()).add(place)
    return more


def _score(world: World, client: str, said: dict[int, set[int]]) -> float:
    """Words that name count one, weak ones a little; a name said to its last word a little more."""
    names = world.names[client]
    score = sum(
        max(0.3 if names[at].number else 0.4 if names[at].weak else 1.0 for at in places)
        for places in said.values()
    )
    spoken = {names[at].text for places in said.values() for at in places}
    own = [word for word in names if word.own]
    return score + (
        0.05
        if (own and all(word.text in spoken for word in own))
        or (names[-1].text in spoken and names[-1].glued)
        else 0.0
    )


def _is_called(world: World, client: str, said: dict[int, set[int]]) -> bool:
    """Whether all of the name was said but what kind of place it is: «уют» is the café «Уют», «кот» is not «Пёс и Кот»."""
    names = world.names[client]
    spoken = {at for places in said.values() for at in places}
    return all(at in spoken or not word.own or word.text in KINDS_OF_PLACE for at, word in enumerate(names))


def _may_stand_alone(board: Board, world: World, at: int, pair: tuple[str, int]) -> bool:
    """A kind of place that only one client has: «столовая»."""
    word = world.names[pair[0]][pair[1]]
    return not word.number and not word.weak and len(board.tokens[at].text) > _SMALLEST


def _only_everyday(board: Board, at: int, kinds: frozenset[str]) -> bool:
    """A word that is first of all a verb, an adverb or the like: «дай», «плюс», «почти»."""
    token = board.tokens[at]
    return token.kind is Kind.WORD and is_known(token.text) and forms_of(token.text)[0].pos in kinds


def _is_marked(board: Board, at: int) -> bool:
    before = board.tokens[at - 1].text if at else ""
    return before in _BEFORE or before in {"«", '"'}


def _with_form(board: Board, at: int) -> int:
    return at - 1 if at and board.tokens[at - 1].text in LEGAL_FORMS else at


def _with_preposition(board: Board, at: int) -> int:
    start = at
    while (
        start
        and board.free[start - 1]
        and (board.tokens[start - 1].text in _BEFORE or board.tokens[start - 1].text in {"«", '"'})
        and at - start < _STEP
    ):
        start -= 1
    return start


def _with_quote(board: Board, end: int) -> int:
    return end + 1 if end < len(board) and board.tokens[end].text == "»" else end


def _person_at(board: Board, world: World, at: int) -> PersonMention | None:
    token = board.tokens[at]
    if token.kind is not Kind.WORD or not board.free[at]:
        return None
    people, end, parts = _people_from(board, world, at)
    if not people or ("first" not in parts and _after_other_name(board, at)):
        return None
    if is_known(token.text) and not _is_name(token.text) and end == at + 1 and "last" not in parts:
        return None
    if "middle" in parts and len(parts) == 1 and end == at + 1 and len(people) > 1:
        return None
    return PersonMention(at, end, tuple(sorted(people)), parts == {"first"})


def _after_other_name(board: Board, at: int) -> bool:
    """«мария ивановна», «анна орлова»: a first name before that is not theirs makes it somebody else."""
    before = board.tokens[at - 1] if at else None
    return before is not None and before.text in known_first_names()


def _people_from(board: Board, world: World, at: int) -> tuple[set[tuple[str, str]], int, set[str]]:
    """The people whose names the longest run of words from `at` can be, where the run ends, and the parts said."""
    people: set[tuple[str, str]] = set()
    said: dict[tuple[str, str], set[str]] = {}
    end = at
    parts: set[str] = set()
    nominative: set[tuple[str, str]] = set()
    while end < len(board) and board.free[end] and board.tokens[end].kind is Kind.WORD and end - at < _STEP:
        here: dict[tuple[str, str], set[str]] = {}
        for form in world.people_by(board.tokens[end].text):
            here.setdefault((form.person, form.client), set()).add(form.part)
            nominative |= {(form.person, form.client)} if form.nominative else set()
        fresh = {who: new - said.get(who, set()) for who, new in here.items()}
        now = {who for who, new in fresh.items() if new and (not people or who in people)}
        if not now:
            break
        people = now
        parts |= set().union(*(fresh[who] for who in now))
        for who in now:
            said.setdefault(who, set()).update(fresh[who])
        end += 1
    if len(people) > 1 and at < len(board):
        # «гареева отказалась» is she, «от гареева» is he.
        governed = at > 0 and board.tokens[at - 1].text in _BEFORE
        fitting = people & nominative if not governed else people - nominative
        people = fitting or people
    return people, end, parts


def _is_name(word: str) -> bool:
    return any(form.tags & {"Name", "Surn", "Patr"} for form in forms_of(word))
