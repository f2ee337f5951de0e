"""Who a name of a file is: the questions, the search, and what was answered before."""

from collections.abc import Sequence

from screens import format as written
from screens.callbacks.imports import (
    AskDoubts,
    AskLater,
    FindSame,
    ForgetName,
    NotOurs,
    OpenImports,
    OpenNames,
    RestNotOurs,
    SameAs,
    ShowLoad,
)
from screens.clients import ClientLine
from screens.import_views import Candidate, DoubtQuestion, KnownName
from screens.screen import Button, Screen, clipped, tap
from screens.words import Words

SHOWN_NAME = 60
SHOWN_BUTTON = 60


def question(words: Words, asked: DoubtQuestion) -> Screen:
    lines = [words("ask-import-doubt", number=asked.number, total=asked.total), *_named(words, asked)]
    if asked.said is not None:
        name, client = asked.said
        lines = [_said(words, name, client), "", *lines]
    if not asked.candidates:
        lines.append(words("import-nobody-alike"))
    offers = tuple(
        (tap(_label(one), SameAs(load=asked.id, doubt=asked.place, client=one.id)),)
        for one in asked.candidates
    )
    rest = (
        (
            tap(words.plain("btn-import-find"), FindSame(load=asked.id, doubt=asked.place)),
            tap(words.plain("btn-import-not-ours"), NotOurs(load=asked.id, doubt=asked.place)),
        ),
        (
            tap(words.plain("btn-import-later"), AskLater(load=asked.id, doubt=asked.place)),
            tap(words.plain("btn-import-preview"), ShowLoad(load=asked.id)),
        ),
    )
    several = asked.total > asked.number
    others = ((tap(words.plain("btn-import-rest"), RestNotOurs(load=asked.id)),),) if several else ()
    return Screen(clipped("\n".join(lines)), (*offers, *rest, *others))


def _named(words: Words, asked: DoubtQuestion) -> list[str]:
    lines = [words("import-doubt", name=asked.name, sum=written.money(words, asked.amount))]
    if asked.tax_number:
        lines.append(words("import-doubt-number", number=asked.tax_number))
    return lines


def _said(words: Words, name: str, client: str) -> str:
    if not client:
        return words("import-said-nobody", name=name[:SHOWN_NAME])
    return words("import-said", name=name[:SHOWN_NAME], client=client)


def _label(one: Candidate) -> str:
    return " · ".join(filter(None, (one.name, one.manager, one.address)))[:SHOWN_BUTTON]


def find(words: Words, asked: DoubtQuestion) -> Screen:
    return Screen("\n".join([words("ask-import-find"), *_named(words, asked)]), (_back(words, asked),))


def found(words: Words, asked: DoubtQuestion, lines: Sequence[ClientLine]) -> Screen:
    """`lines` answer what was typed; none: the question stays open."""
    said = [words("ask-import-which" if lines else "import-not-found"), *_named(words, asked)]
    offers = tuple(
        (tap(_label(Candidate(one.id, one.name, one.manager, one.address)), SameAs(load=asked.id, doubt=asked.place, client=one.id)),)
        for one in lines
    )  # fmt: skip
    return Screen(clipped("\n".join(said)), (*offers, _back(words, asked)))


def _back(words: Words, asked: DoubtQuestion) -> tuple[Button, ...]:
    return (
        tap(words.plain("btn-import-questions"), AskDoubts(load=asked.id)),
        tap(words.plain("btn-import-preview"), ShowLoad(load=asked.id)),
    )


def forgotten(words: Words, name: str) -> str:
    return words.plain("ack-import-forgotten", name=name[:SHOWN_NAME])


def known_names(words: Words, names: Sequence[KnownName], following: int | None) -> Screen:
    """A page of them; `following` is where the next one starts."""
    back = tap(words.plain("btn-imports"), OpenImports())
    if not names:
        return Screen(words("msg-import-no-names"), ((back,),))
    lines = [words("msg-import-names")]
    for one in names:
        key = "import-known-name" if one.client else "import-known-nobody"
        lines.append(words(key, name=one.name[:SHOWN_NAME], client=one.client, manager=one.manager))
    forget = tuple(
        (tap(words.plain("btn-import-forget", name=one.name[:SHOWN_BUTTON]), ForgetName(known=one.id)),)
        for one in names
    )
    more = (tap(words.plain("btn-import-more-names"), OpenNames(start=following)),) if following else ()
    return Screen(clipped("\n".join(lines)), (*forget, (*more, back)))
