"""Greetings for the eye: what a manager is offered for mixed people, in both languages.

    python -m bench.greetings [--language ru|en] [--count 20] [--year 2026]

A text that one would be ashamed to send is to be rewritten in `locales/*/greetings*.ftl`.
"""

import argparse
from itertools import islice, product

from domain.congratulations import Moment
from domain.greetings import Facts, GreetingSettings, Occasion, Tone, page_of_greetings
from domain.names import Formality, Named, parse_name
from screens.greetings import greeting_text
from screens.words import LANGUAGES, Words

PEOPLE = {
    "ru": (
        "Смирнова Ольга Петровна", "Иванов Пётр Ильич", "Саша Ким", "Саркисян Анаит", "Мамедов Рашид Ахмед оглы",
        "Коваль И.И.", "Лев Толстой", "Гульнара Рашидовна",
    ),
    "en": ("Mary Smith", "John Brown", "Alex Kim", "Smith J.", "Anna Müller", "Ben Carter", "Peter Novak", "Olga"),
}  # fmt: skip
OCCASIONS = (
    Facts(partner=False),
    Facts(jubilee=50, years=5),
    Facts(Occasion.HOLIDAY, holiday="Днём работника торговли", holiday_en="Trade Workers' Day"),
    Facts(Occasion.NEW_YEAR, years=2),
    Facts(years=3),
    Facts(Occasion.MARCH_8),
    Facts(Occasion.FEBRUARY_23),
    Facts(Occasion.FOUNDED, years=10),
    Facts(Occasion.TOGETHER, years=5),
    Facts(Occasion.TOGETHER, years=1),
)
NAMES = {
    Occasion.MARCH_8: {"ru": "Ольга Петровна", "en": "Mary Smith"},
    Occasion.FEBRUARY_23: {"ru": "Лев Ильич", "en": "John Brown"},
}


def sheet(language: str, count: int, year: int) -> list[str]:
    """`count` texts, each of another person, occasion, tone, address and moment than the one before."""
    words, settings, people = Words(language), GreetingSettings(), PEOPLE[language]
    ways = list(product(Moment, Formality, Tone))
    lines = []
    for number in islice(range(10**6), count):
        facts = OCCASIONS[number % len(OCCASIONS)]
        name = NAMES.get(facts.occasion, {}).get(language, people[number * 3 % len(people)])
        moment, formality, tone = ways[number * 7 % len(ways)]
        offered = page_of_greetings(
            Named(parse_name(name)),
            facts,
            person_id=number,
            year=year,
            formality=formality,
            tone=tone,
            settings=settings,
        )
        text = greeting_text(words, offered[0], moment)
        lines.append(f"{offered[0].key}, {moment}, {formality} ({len(text)})\n    {text}")
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--year", type=int, default=2026)
    asked = parser.parse_args()
    for language in [asked.language] if asked.language else LANGUAGES:
        print("\n".join(sheet(language, asked.count, asked.year)), end="\n\n")


if __name__ == "__main__":
    main()
