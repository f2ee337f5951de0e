"""Which texts to offer for an occasion: three of them, none that the person had in three years. The texts are in the catalogues."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.names import Formality, Gender, Named

YEARS_REMEMBERED: Final = 3
# Other ages are nobody's milestone, and not each of them ends in “th”.
ROUND: Final = 5
MOST_VARIANTS: Final = 9


class Tone(StrEnum):
    BUSINESS = "business"
    WARM = "warm"


class Closeness(StrEnum):
    """How well the manager knows the person."""

    DISTANT = "distant"
    WORKING = "working"
    CLOSE = "close"


class Occasion(StrEnum):
    """What is congratulated on. A professional holiday is `HOLIDAY`, whichever of them it is."""

    BIRTHDAY = "birthday"
    HOLIDAY = "holiday"
    NEW_YEAR = "newyear"
    MARCH_8 = "march8"
    FEBRUARY_23 = "february23"
    FOUNDED = "founded"
    TOGETHER = "together"


# The first year of working together has texts of its own: nobody calls one year «годы».
FIRST_YEAR: Final = "firstyear"
# How many texts the catalogues hold of each set for each tone: three pages of three for three years, or a page a year.
TEXTS: Final[Mapping[str, int]] = {Occasion.BIRTHDAY: 27} | dict.fromkeys(
    [*(one for one in Occasion if one is not Occasion.BIRTHDAY), FIRST_YEAR], 9
)


@dataclass(frozen=True, slots=True)
class GreetingSettings:
    """`variants` texts at a time. A jubilee's age is said to a man; to a woman only where `womens_ages` is set."""

    variants: int = 3
    mens_ages: bool = True
    womens_ages: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.variants <= MOST_VARIANTS:
            raise ValueError(f"variants must be 1 to {MOST_VARIANTS}")


@dataclass(frozen=True, slots=True)
class Facts:
    """The occasion and what is known of it; no text speaks of what is 0, None or empty.

    `jubilee` is the age, on the jubilee of a birthday alone; `years` full years together, of a foundation those of the company;
    `holiday` the Russian instrumental («Днём строителя»), `holiday_en` what stands after “on” (“Builder's Day”). Somebody who has not
    bought yet is no `partner`: no text then speaks of work done together.
    """

    occasion: Occasion = Occasion.BIRTHDAY
    jubilee: int | None = None
    years: int = 0
    holiday: str = ""
    holiday_en: str = ""
    partner: bool = True

    @property
    def text_set(self) -> str:
        first = self.occasion is Occasion.TOGETHER and self.years <= 1
        return FIRST_YEAR if first else self.occasion


@dataclass(frozen=True, slots=True)
class Greeting:
    """A key of the catalogue with its arguments, all but `when`: that is said by the day on which it is read."""

    key: str
    args: Mapping[str, str | int]


def default_tone(closeness: Closeness | None, *, familiar: bool) -> Tone:
    """Warm for somebody close; unsaid, for somebody on «ты»."""
    if closeness is None:
        return Tone.WARM if familiar else Tone.BUSINESS
    return Tone.WARM if closeness is Closeness.CLOSE else Tone.BUSINESS


def template_keys(text_set: str, tone: Tone, count: int | None = None) -> tuple[str, ...]:
    """Keys as the catalogues name them: `greeting-birthday-warm-1` and on; all of them without `count`."""
    size = TEXTS[text_set] if count is None else count
    return tuple(f"greeting-{text_set}-{tone}-{number}" for number in range(1, size + 1))


def ordered_templates(
    keys: Sequence[str], *, person_id: int, year: int, used: Collection[str] = (), count: int = 3
) -> tuple[str, ...]:
    """All of `keys` but the `used` ones, in the order in which a person is offered them in a year.

    Each person has an own fixed order, cut into blocks of `count`. A year opens with its own block and goes on with each third one:
    with nine blocks or more the first three pages of any three years on end share nothing, even where nothing was recorded.
    """
    order = sorted(keys, key=lambda key: hashlib.sha256(f"{person_id}:{key}".encode()).digest())
    blocks = len(order) // count
    steps = sorted(range(blocks), key=lambda step: (step % YEARS_REMEMBERED, step))
    turned = [order[at * count + place] for at in ((year + step) % blocks for step in steps) for place in range(count)]  # fmt: skip
    return tuple(key for key in (*turned, *order[blocks * count :]) if key not in used)


def page_of_greetings(
    named: Named,
    facts: Facts,
    *,
    person_id: int,
    year: int,
    formality: Formality,
    tone: Tone,
    settings: GreetingSettings,
    used: Collection[str] = (),
    page: int = 0,
) -> tuple[Greeting, ...]:
    """A page of texts; page after page goes round all that are not in `used`. `person_id` is any steady number."""
    keys = template_keys(facts.text_set, tone)
    left = ordered_templates(keys, person_id=person_id, year=year, used=used, count=settings.variants)
    start, count = page * settings.variants, min(settings.variants, len(left))
    args = greeting_args(named, facts, formality, settings)
    return tuple(Greeting(left[(start + place) % len(left)], args) for place in range(count))


def greeting_args(
    named: Named, facts: Facts, formality: Formality, settings: GreetingSettings
) -> dict[str, str | int]:
    """What every text of every set is given; `age` is 0 when it is not to be said."""
    gender = named.known_gender
    may_say = {Gender.MALE: settings.mens_ages, Gender.FEMALE: settings.womens_ages, None: False}[gender]
    age = facts.jubilee if facts.jubilee and may_say and facts.jubilee % ROUND == 0 else 0
    return {
        "occasion": facts.occasion.value,
        "named": "yes" if named.is_addressed else "no",
        "name": named.address(formality),
        "gender": "unknown" if gender is None else gender.value,
        "formality": formality.value,
        "jubilee": "yes" if facts.jubilee else "no",
        "age": age,
        "years": facts.years,
        "holiday": facts.holiday,
        "holiday_en": facts.holiday_en,
        "partner": "yes" if facts.partner else "no",
    }


def pack_variants(chosen: Sequence[Greeting]) -> str:
    """What storage keeps of the texts that were offered: «birthday-warm:3,1,7». Which of them was sent nobody can tell."""
    numbers = [greeting.key.rpartition("-")[2] for greeting in chosen]
    set_and_tone = chosen[0].key.removeprefix("greeting-").rpartition("-")[0] if chosen else ""
    return f"{set_and_tone}:{','.join(numbers)}" if chosen else ""


def used_keys(packed: Sequence[str], text_set: str, settings: GreetingSettings) -> frozenset[str]:
    """Keys of a set among what was offered in past years, the last first: as many years as leave a page of each tone.

    What names no set is of a birthday.
    """
    return frozenset().union(*(_used_of(packed, text_set, tone, settings) for tone in Tone))


def _used_of(packed: Sequence[str], text_set: str, tone: Tone, settings: GreetingSettings) -> frozenset[str]:
    keys, used = frozenset(template_keys(text_set, tone)), frozenset[str]()
    for each in packed:
        said, _, numbers = each.partition(":")
        if (said if "-" in said else f"{Occasion.BIRTHDAY}-{said}") == f"{text_set}-{tone}":
            more = used | (keys & {f"greeting-{text_set}-{tone}-{number}" for number in numbers.split(",")})
            if len(keys) - len(more) < settings.variants:
                break
            used = more
    return used
