"""Which texts to offer for a congratulation: three of them, and never last year's. The texts themselves are in the catalogues."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.names import Formality, Gender, PersonName, address


class Tone(StrEnum):
    BUSINESS = "business"
    WARM = "warm"


@dataclass(frozen=True, slots=True)
class GreetingSettings:
    """`templates` is how many texts the catalogues hold for each tone; twice `variants` at the least."""

    variants: int = 3
    templates: int = 8


@dataclass(frozen=True, slots=True)
class Greeting:
    """A key of the catalogue with its arguments: name, gender (male, female, unknown), formality, age (0 when unsaid)."""

    key: str
    args: Mapping[str, str | int]


def template_keys(occasion: str, tone: Tone, count: int) -> tuple[str, ...]:
    """Keys as the catalogues name them: `greeting-birthday-warm-1` and on."""
    return tuple(f"greeting-{occasion}-{tone}-{number}" for number in range(1, count + 1))


def choose_templates(
    keys: Sequence[str], *, person_id: int, year: int, used: Collection[str] = (), count: int = 3
) -> tuple[str, ...]:
    """`count` of `keys` for a person and a year, none of those in `used`; fewer when too few are left.

    Each person has an own fixed order of all keys, and each year takes the next `count` of it: with at least 2 x `count` keys no
    variant returns the year after, even where nothing was recorded.
    """
    order = sorted(keys, key=lambda key: hashlib.sha256(f"{person_id}:{key}".encode()).digest())
    if not order:
        return ()
    start = year * count % len(order)
    turned = order[start:] + order[:start]
    return tuple(key for key in turned if key not in used)[:count]


def greetings(
    name: PersonName,
    *,
    person_id: int,
    year: int,
    gender: Gender | None,
    formality: Formality,
    settings: GreetingSettings,
    tone: Tone = Tone.BUSINESS,
    used: Collection[str] = (),
    jubilee: int | None = None,
) -> tuple[Greeting, ...]:
    """Birthday texts for a person; `jubilee` is the age to name, given only on a jubilee."""
    args: dict[str, str | int] = {
        "name": address(name, formality),
        "gender": "unknown" if gender is None else gender.value,
        "formality": formality.value,
        "age": jubilee or 0,
    }
    keys = template_keys("birthday", tone, settings.templates)
    chosen = choose_templates(keys, person_id=person_id, year=year, used=used, count=settings.variants)
    return tuple(Greeting(key, args) for key in chosen)
