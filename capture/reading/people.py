"""Birthdays, new contact persons, new clients."""

from collections.abc import Sequence
from typing import Final

from capture.acts import BirthdayAct, Named, NewClientAct, PersonAct, Span
from capture.language.board import Board
from capture.language.cues import ROLES
from capture.language.morph import forms_of, is_known, name_in_nominative, to_nominative
from capture.language.phrases import Hit
from capture.language.tokens import Kind
from capture.reading.births import find_born, find_by_role
from capture.reading.part import Findings, Part, find_hits
from capture.reading.rest import EMPTY_WORDS, MOST_WORDS
from domain.first_names import known_first_names
from domain.units import find_unit

_BEFORE_PHONE: Final = frozenset({"т", "тел", "телефон", "номер", "контакт"})


def read_birthday(part: Part, client: Named | None, said: Findings) -> None:
    cues = part.of("birthday")
    before = set(part.used)
    born = find_born(part, cues[0]) if cues else None
    if born is None:
        return
    by_role = find_by_role(part, client)
    for cue in (*cues, *part.of("role")):
        part.use(cue)
    day, month, year = born.birth
    person, mention = part.person_id([client] if client else [])
    name, span = "", None
    first_only = next((one for one in part.people if one.only_first), None)
    if mention is not None:
        part.use_range(mention.start, mention.end)
        span = part.span(mention.start, mention.end)
    elif first_only is not None and client is not None:
        name, span = (
            nominative_person(part, first_only.start, first_only.end),
            part.span(first_only.start, first_only.end),
        )
        part.use_range(first_only.start, first_only.end)
    elif by_role is not None:
        person, span = by_role[0], part.span(by_role[1].start, by_role[1].end)
    else:
        owners = {who for one in part.people if not one.only_first for who, _ in one.people}
        found = _name_near(part, cues[0])
        if len(owners) == 1 and client is None:
            person = next(iter(owners))
            for one in part.people:
                part.use_range(one.start, one.end)
        elif found is not None:
            name = nominative_person(part, *found)
            span = part.span(*found)
            part.use_range(*found)
    if person is None and not name:
        part.used = before
        return
    sources = [("date", part.span(born.start, born.end))] + ([("name", span)] if span else [])
    said.acts.append(BirthdayAct(client, day, month, year, person, name, sources=tuple(sources)))


def _name_near(part: Part, cue: Hit) -> tuple[int, int] | None:
    """Up to three words in a row that can be a name and belong to nothing else."""
    taken = {at for hit in part.hits for at in hit.used} | part.used
    runs: list[tuple[int, int]] = []
    at = part.segment.start
    while at < part.segment.end:
        end = at
        while (
            end < part.segment.end
            and end - at < MOST_WORDS
            and end not in taken
            and part.is_loose(end)
            and is_name_word(part, end)
        ):
            end += 1
        if end > at:
            runs.append((at, _with_surname(part, end, taken)))
        at = max(end, at + 1)
    return min(runs, key=lambda run: part.distance((cue.start, cue.end), run), default=None)


def _with_surname(part: Part, end: int, taken: set[int]) -> int:
    """«Лариса Соболь т. 8-903…»: an everyday word between a name and its phone is the surname."""
    tokens = part.board.tokens
    if (
        end >= part.segment.end
        or end in taken
        or not part.board.free[end]
        or tokens[end].kind is not Kind.WORD
    ):
        return end
    after = end + 1
    while after < part.segment.end and tokens[after].text in {"т", "тел", "телефон", "номер", ".", ","}:
        after += 1
    return (
        end + 1
        if any(start == after for start, _, _ in part.phones) and tokens[end].text not in _BEFORE_PHONE
        else end
    )


def is_name_word(part: Part, at: int) -> bool:
    token = part.board.tokens[at]
    small = len(token.text) < 2 or forms_of(token.text)[0].pos in {"PREP", "CONJ"}  # noqa: PLR2004
    if token.kind is not Kind.WORD or small or token.text in EMPTY_WORDS or find_unit(token.text) is not None:
        return False
    if any(form.tags & {"Name", "Surn", "Patr"} for form in forms_of(token.text)):
        return True
    return not is_known(token.text)


def nominative_person(part: Part, start: int, end: int) -> str:
    """The words of a name as written, put into the nominative where they stand in another case."""
    words = [(part.board.written(at, at + 1), part.board.tokens[at].text) for at in range(start, end)]
    if any(folded in known_first_names() for _, folded in words):
        return " ".join(written for written, _ in words)
    return " ".join(name_in_nominative(written) for written, _ in words)


def read_person(part: Part, client: Named | None, said: Findings) -> None:
    """«в ромашке новый закупщик Иванов Пётр 89161234567»."""
    cues = part.of("new_person")
    roles = [hit for hit in part.hits if hit.name in {"role", "new_person"}]
    if not cues and not (part.phones and (roles or _called(part) or _is_new(part))):
        return
    called = _called(part)
    anchor = (
        cues or roles or [Hit("role", at, at + 1, frozenset()) for at in (called or [part.phones[0][0]])]
    )[0]
    if not part.phones and not part.has("role") and not called and not any(len(hit.used) > 1 for hit in cues):
        return
    part.used |= set(called)
    found = _name_near(part, anchor)
    if found is None:
        return
    part.use_range(*found)
    sources = [("name", part.span(*found))]
    phone = ""
    if part.phones:
        start, end, phone = part.phones[0]
        part.use_range(start, end)
        sources.append(("phone", part.span(start, end)))
    role = _role_of(part, sources)
    for hit in (*cues, *roles):
        part.use(hit)
    said.acts.append(PersonAct(client, nominative_person(part, *found), phone, role, sources=tuple(sources)))


def _with_field(part: Part, at: int) -> int:
    """«менеджер по закупкам»."""
    tokens = part.board.tokens
    inside = at + 1 < part.segment.end and tokens[at].text == "по" and tokens[at + 1].kind is Kind.WORD
    return at + 2 if inside and forms_of(tokens[at + 1].text)[0].pos == "NOUN" else at


def _is_new(part: Part) -> bool:
    return any(
        token.text in {"теперь", "новый", "новая", "вместо"}
        for token in part.board.tokens[part.segment.start : part.segment.end]
    )


def _called(part: Part) -> list[int]:
    """Whoever «новый» or «теперь» stands before: a word for a person that no list has."""
    found = [
        at + 1
        for at in range(part.segment.start, part.segment.end - 1)
        if part.board.tokens[at].text in {"новый", "новая", "теперь"}
    ]
    return [
        at
        for at in found
        if any(
            {"NOUN", "anim"} <= form.tags and not form.tags & {"Name", "Surn"}
            for form in forms_of(part.board.tokens[at].text)[:1]
        )
    ]


def _role_of(part: Part, sources: list[tuple[str, Span]]) -> str:
    roles = frozenset(ROLES.split("/"))
    named = [at for at in range(part.segment.start, part.segment.end) if part.board.lemma_in(at, roles)]
    for at in named or _called(part):
        if part.board.tokens[at].kind is Kind.WORD:
            sources.append(("role", part.span(at, at + 1)))
            end = _with_field(part, at + 1)
            part.use_range(at, end)
            rest = part.board.written(at + 1, end) if end > at + 1 else ""
            return " ".join(filter(None, (to_nominative(part.board.written(at, at + 1)), rest)))
    return ""


def read_new_client(board: Board, phones: Sequence[tuple[int, int, str]]) -> NewClientAct | None:
    """«новый клиент Радуга 89031112233 Инна»: the name runs to the phone, a comma or a word of contact."""
    hit = next((one for one in find_hits(board) if one.name == "new_client" and one.start < 8), None)  # noqa: PLR2004
    if hit is None:
        return None
    stops = {
        "тел",
        "телефон",
        "номер",
        "контакт",
        "директор",
        "закупщик",
        "зовут",
        "звать",
        "контактное",
        "лпр",
        "спросить",
        ",",
    }
    start = hit.end
    while start < len(board) and (
        board.tokens[start].kind is Kind.MARK or board.tokens[start].text in {"называется", "это"}
    ):
        start += 1
    end = start
    while (
        end < len(board)
        and board.free[end]
        and board.tokens[end].text not in stops
        and not _starts_person(board, start, end)
    ):
        end += 1
    if end == start:
        return None
    sources = [("name", board.span(start, end))]
    person = _person_after(board, end, sources)
    phone = phones[0][2] if phones else ""
    if phones:
        sources.append(("phone", board.span(phones[0][0], phones[0][1])))
    return NewClientAct(None, board.written(start, end).strip(' "«»-'), phone, person, sources=tuple(sources))


def _starts_person(board: Board, start: int, at: int) -> bool:
    """A first name behind the name of a firm is the person's, unless the firm is a man's own."""
    if at == start or any(board.tokens[place].text in {"ип", "чп"} for place in range(start, at)):
        return False
    return board.tokens[at].text in known_first_names()


def _person_after(board: Board, at: int, sources: list[tuple[str, Span]]) -> str:
    run: list[int] = []
    for place in range(at, len(board)):
        token = board.tokens[place]
        is_name = (
            token.kind is Kind.WORD
            and board.free[place]
            and any(form.tags & {"Name", "Surn", "Patr"} for form in forms_of(token.text))
        )
        if is_name:
            run.append(place)
        elif run:
            break
    if not run:
        return ""
    sources.append(("person", board.span(run[0], run[-1] + 1)))
    return board.written(run[0], run[-1] + 1)
