"""Whom and what the words of a line may name: a few rows by the terms of names, however large the base is."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

import sqlalchemy as sa

from capture.naming.terms import Lookup, lookups
from domain.search import grams, stem
from storage.capture_tables import client_terms, product_terms
from storage.clients import BY_GRAMS as CLIENTS_BY_GRAMS
from storage.database import Statement, Transaction, one_of
from storage.products import BY_GRAMS as PRODUCTS_BY_GRAMS

CLIENT_ROOM, PRODUCT_ROOM = 60, 120
HEAVY = 600
SLIPS = 8
NEAR_ROOM = 25
NEAR, GLUED, FIGURES = "?", "+", "#"
_CLIENTS = sa.select(client_terms.c.client_id, client_terms.c.term).where(
    one_of(client_terms.c.manager_id, "managers"), one_of(client_terms.c.term, "terms")
)
CLIENTS_BY_TERMS = _CLIENTS.limit(HEAVY)
CLIENTS_AMONG = _CLIENTS.where(one_of(client_terms.c.client_id, "ids"))
_PRODUCTS = sa.select(product_terms.c.product_id, product_terms.c.term).where(
    one_of(product_terms.c.term, "terms")
)
PRODUCTS_BY_TERMS = _PRODUCTS.limit(HEAVY)
PRODUCTS_AMONG = _PRODUCTS.where(one_of(product_terms.c.product_id, "ids"))


async def named_in(tx: Transaction, line: str, managers: Sequence[int]) -> tuple[list[int], list[int]]:
    """Ids of the clients of `managers` (at most `CLIENT_ROOM`) and of the products (`PRODUCT_ROOM`) that a line may name.

    Those who share most of its rarer words come first, and each word has its share of the room. A word that nobody has
    is looked for by its trigrams, as a slip of the finger.
    """
    looks = lookups(line)
    whose = {"managers": list(managers)}
    people = await _by_terms(tx, CLIENTS_BY_TERMS, looks.words, looks.glued, whose)
    goods = await _by_terms(tx, PRODUCTS_BY_TERMS, looks.words, looks.glued, {})
    unknown = [
        word for word in looks.words if word.near and not people.get(word.word) and not goods.get(word.word)
    ]
    for word in unknown[:SLIPS]:
        near = sorted(_grams(word.word))
        people[f"{NEAR}{word.word}"] = await tx.values(CLIENTS_BY_GRAMS, grams=near, n=NEAR_ROOM, **whose)
        goods[f"{NEAR}{word.word}"] = await tx.values(PRODUCTS_BY_GRAMS, grams=near, n=NEAR_ROOM)
    await _weigh_figures(tx, CLIENTS_AMONG, people, looks.figures, whose)
    await _weigh_figures(tx, PRODUCTS_AMONG, goods, looks.figures, {})
    return _share(people, CLIENT_ROOM), _share(goods, PRODUCT_ROOM)


# By word, who has it; marked where the word is no plain one. Those found by trigrams stand nearest first.
Hits = dict[str, list[int]]


async def _by_terms(
    tx: Transaction,
    statement: Statement,
    words: Iterable[Lookup],
    glued: Sequence[str],
    whose: dict[str, list[int]],
) -> Hits:
    """By word, who has it: its exact terms, else how it is heard; and neighbours that are one word there."""
    hits: Hits = {}
    for word in words:
        found = await tx.rows(statement, lambda id_, _: id_, terms=list(word.terms), **whose)
        if not found and word.heard:
            found = await tx.rows(statement, lambda id_, _: id_, terms=[word.heard], **whose)
        if found:
            hits[word.word] = list(dict.fromkeys(found))
    if glued:
        for id_, term in await tx.rows(statement, lambda id_, term: (id_, term), terms=list(glued), **whose):
            hits.setdefault(f"{GLUED}{term}", []).append(id_)
    return hits


def _grams(word: str) -> frozenset[str]:
    """Trigrams of the stem, without the last: the word may be cut short."""
    own = stem(word)
    return frozenset(gram for gram in grams(own) if not gram.endswith("_"))


async def _weigh_figures(
    tx: Transaction, among: Statement, hits: Hits, figures: Sequence[str], whose: dict[str, list[int]]
) -> None:
    """Which of those found have the numbers of the line in their names: they come before the others of the family."""
    ids = list(dict.fromkeys(id_ for found in hits.values() for id_ in found))
    if figures and ids:
        for id_, term in await tx.rows(
            among, lambda id_, term: (id_, term), terms=list(figures), ids=ids, **whose
        ):
            hits.setdefault(f"{FIGURES}{term}", []).append(id_)


def _share(hits: Hits, room: int) -> list[int]:
    """At most `room` ids: by turns from each word, the rarest word first, whoever shares most words before the rest."""
    points: dict[int, float] = {}
    for found in hits.values():
        for id_ in found:
            points[id_] = points.get(id_, 0.0) + 1 / len(found)
    rows = [
        found if word.startswith(NEAR) else sorted(found, key=lambda id_: -points[id_])
        for word, found in hits.items()
        if not word.startswith(FIGURES)
    ]
    rows.sort(key=len)
    by_turns = (id_ for turn in zip_longest(*rows) for id_ in turn if id_ is not None)
    taken: dict[int, None] = {}
    for id_ in by_turns:
        taken[id_] = None
        if len(taken) == room:
            break
    return list(taken)
