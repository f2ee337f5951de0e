"""The world a line lives in: the manager's clients with their people, and the goods, indexed by the forms of their words.

An index is built once for many lines; a bot builds a small one for each line, of those who may be meant.
"""

from collections.abc import Iterable
from typing import Final

from capture.language.morph import is_known, keys_of, sound_of, stem_key
from capture.naming.entries import ClientEntry, PersonEntry, ProductEntry
from capture.naming.labels import LONG_ENOUGH, Goods, code_key, label_of, letters_of
from capture.naming.names import NameWord, PersonForm, client_words, name_words, person_forms

__all__ = ["ClientEntry", "PersonEntry", "ProductEntry", "World"]

NEAR: Final = 5
FAR: Final = 8
SHORT: Final = 3


class World:
    """Clients and goods by the keys of their words (`capture.language.morph.keys_of`)."""

    def __init__(self, clients: Iterable[ClientEntry], products: Iterable[ProductEntry]) -> None:
        self.clients = {one.id: one for one in clients}
        self.goods = [Goods(one, label_of(one.name)) for one in products]
        self.names: dict[str, tuple[NameWord, ...]] = {}
        self.by_name: dict[str, set[tuple[str, int]]] = {}
        self.by_person: dict[str, list[PersonForm]] = {}
        self.by_word: dict[str, frozenset[int]] = {}
        self.by_mark: dict[str, frozenset[int]] = {}
        self.by_code: dict[str, int] = {}
        self.numbers = frozenset(number for one in self.goods for number in one.label.numbers)
        self._index_clients()
        self._index_goods()
        self._client_sounds = _sounds(
            word.text for words in self.names.values() for word in words if not word.number
        )
        self._goods_sounds = _sounds(word for one in self.goods for word in name_words(one.entry.name))
        self._heads = _heads(word for one in self.goods for word in name_words(one.entry.name))
        self._near: dict[tuple[str, bool], frozenset[str]] = {}

    def clients_by(self, word: str, *, near: bool = False) -> set[tuple[str, int]]:
        """(client id, number of the word in its name) of the names that hold the word; `near` forgives a slip."""
        found: set[tuple[str, int]] = set()
        for key in self._text_keys(word):
            found |= self.by_name.get(key, set())
        if not found and near:
            for other in self._nearest(word, goods=False):
                for key in keys_of(other):
                    found |= self.by_name.get(key, set())
        return found

    def goods_by(self, word: str, *, near: bool = False) -> frozenset[int]:
        """Numbers of the goods whose names hold the word in any form, or begin so where the word is cut short."""
        found = frozenset[int]().union(*(self.by_word.get(key, frozenset()) for key in self._text_keys(word)))
        if not found and near:
            near_words = self._nearest(word, goods=True)
            found = frozenset[int]().union(*(self.by_word.get(key, frozenset()) for other in near_words for key in keys_of(other)))  # fmt: skip
        return found

    def knows(self, word: str) -> bool:
        """Whether some name of the world has the word."""
        return word in self.by_person or any(
            key in self.by_name or key in self.by_word for key in self._text_keys(word)
        )

    def people_by(self, word: str) -> list[PersonForm]:
        return self.by_person.get(word, [])

    def _text_keys(self, word: str) -> frozenset[str]:
        return keys_of(word) if is_known(word) else keys_of(word) | {stem_key(word)}

    def _nearest(self, word: str, *, goods: bool) -> frozenset[str]:
        asked = (word, goods)
        if asked not in self._near:
            if len(self._near) > 10_000:  # noqa: PLR2004
                self._near.clear()
            sounds = self._goods_sounds if goods else self._client_sounds
            begun = (
                frozenset(one for one in self._heads.get(word[:SHORT], ()) if one.startswith(word))
                if goods
                else frozenset[str]()
            )
            self._near[asked] = (
                begun
                if begun and not is_known(word)
                else _nearest_words(word, sounds, short_forms=goods, slips=not is_known(word))
            )
        return self._near[asked]

    def _index_clients(self) -> None:
        seen: dict[str, set[str]] = {}
        for client in self.clients.values():
            for word in {word for name in (client.name, client.legal) for word in name_words(name)}:
                seen.setdefault(word, set()).add(client.id)
        shared = frozenset(word for word, ids in seen.items() if len(ids) > 1)
        for client in self.clients.values():
            names = client_words(client, shared)
            self.names[client.id] = names
            for at, name in enumerate(names):
                for key in name.keys:
                    self.by_name.setdefault(key, set()).add((client.id, at))
            for person in client.people:
                for form, part, nominative in person_forms(person.name):
                    self.by_person.setdefault(form, []).append(
                        PersonForm(person.id, client.id, part, nominative)
                    )

    def _index_goods(self) -> None:
        words: dict[str, set[int]] = {}
        marks: dict[str, set[int]] = {}
        for at, one in enumerate(self.goods):
            for keys in one.label.words:
                for key in keys:
                    words.setdefault(key, set()).add(at)
            abbreviation = letters_of(one.entry.code)
            if len(abbreviation) >= SHORT:
                words.setdefault(abbreviation, set()).add(at)
            for mark in one.label.marks:
                marks.setdefault(mark, set()).add(at)
            if one.entry.code:
                self.by_code[code_key(one.entry.code)] = at
        self.by_word = {key: frozenset(places) for key, places in words.items()}
        self.by_mark = {key: frozenset(places) for key, places in marks.items()}


def _heads(words: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for word in words:
        if len(word) > SHORT:
            found.setdefault(word[:SHORT], set()).add(word)
    return found


def _sounds(words: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for word in words:
        if len(word) >= LONG_ENOUGH:
            found.setdefault(sound_of(word), set()).add(word)
    return found


def _nearest_words(
    word: str, sounds: dict[str, set[str]], *, short_forms: bool, slips: bool
) -> frozenset[str]:
    """Words heard alike, with a slip of one letter (two in a long word), or of which the word is the beginning."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract

    heard = sound_of(word)
    if len(word) < LONG_ENOUGH or len(heard) < LONG_ENOUGH - 1:
        return frozenset()
    if heard in sounds:
        return frozenset(sounds[heard])
    most = 0 if len(heard) < LONG_ENOUGH or not slips else 1 if len(heard) < FAR else 2
    near = extract(heard, sounds.keys(), scorer=OSA.distance, score_cutoff=most, limit=3) if most else []
    if near:
        least = min(distance for _, distance, _ in near)
        return frozenset(one for found, distance, _ in near if distance == least for one in sounds[found])
    if short_forms:
        begun = {one for sound, words in sounds.items() if _same_root(heard, sound, slips) for one in words}
        return frozenset(begun)
    return frozenset()


def _same_root(heard: str, sound: str, cut_short: bool) -> bool:
    """«сгущенка» and «сгущенное», «подсолн» and «подсолнечное»: one root, or the beginning of a word."""
    if cut_short and sound.startswith(heard):
        return True
    shared = next((at for at, (one, other) in enumerate(zip(heard, sound, strict=False)) if one != other), min(len(heard), len(sound)))  # fmt: skip
    return shared >= NEAR and shared >= 0.7 * len(heard) and shared >= len(sound) - 3
