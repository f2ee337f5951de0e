"""Every text of the catalogues in every form it can take."""

import re
from dataclasses import replace
from functools import cache
from itertools import product

import pytest

from domain.congratulations import Moment
from domain.first_names import Gender
from domain.greetings import (
    TEXTS,
    Facts,
    Greeting,
    GreetingSettings,
    Occasion,
    Tone,
    greeting_args,
    template_keys,
)
from domain.names import Formality, Named, PersonName, parse_name
from screens.greeting_card import COPY_LIMIT
from screens.greetings import greeting_text
from screens.words import LANGUAGES, LOCALES, Words

SETTINGS = GreetingSettings(womens_ages=True)
HOLIDAY = ("Днём работника потребительской кооперации", "the Day of Consumer Cooperative Workers")
LONG = Named(PersonName("Александрина", "Константиновна", "Преображенская-Вознесенская"))
LONGEST = Named(PersonName("Абдурахман", "Мухаммадкаримович оглы", "Саид-Магомедов"))
BARE = Named(PersonName(last="Саид-Магомедов-Преображенский"))
UNTOLD = Named(PersonName("Саша", last="Ким"))
INFORMAL = re.compile(r"\b(?:ты|тебя|тебе|тобой|тво\w+)\b", re.IGNORECASE)
FORMAL = re.compile(r"\b(?:Вы|Вас|Вам|Вами|Ваш\w*)\b")
SPACES = re.compile(r"  |^ | $| [.,!:;]|[.,!:;]{2}|[.,!:;](?=\w)|[{}$]")
NO_YO = re.compile(
    r"\b(?:еще|ее|днем|легк(?!о\b)\w+|надежн\w+|твое\w*|тепл(?:ый|ая|ым|ыми|ых)|счет|идет|ждет|найдет)\b"
)
BELATED = {"ru": re.compile("прошедшим|наступившим|[Нн]а днях"), "en": re.compile("elated|has just been")}
AHEAD = {
    "ru": re.compile("наступающим|[Сс]коро"),
    "en": re.compile("[Ee]arly|coming|soon|ahead|New Year"),
}


@cache
def words(language: str) -> Words:
    return Words(language)


def facts() -> list[Facts]:
    years = (0, 1, 2, 5, 11, 21, 24)
    return [
        *(Facts(jubilee=age, years=count) for age, count in product((None, 50), (0, 5))),
        *(
            Facts(Occasion.HOLIDAY, years=count, holiday=HOLIDAY[0], holiday_en=HOLIDAY[1])
            for count in (0, 21)
        ),
        *(Facts(one, partner=False) for one in Occasion if one not in (Occasion.HOLIDAY, Occasion.TOGETHER)),
        *(Facts(one, years=2) for one in (Occasion.NEW_YEAR, Occasion.MARCH_8, Occasion.FEBRUARY_23)),
        *(Facts(one, years=count) for one in (Occasion.FOUNDED, Occasion.TOGETHER) for count in years),
    ]


def written(
    language: str, named: Named, known: Facts, formality: Formality, moment: Moment
) -> list[tuple[str, str]]:
    """(key, text) of the whole set in both tones."""
    args = greeting_args(named, known, formality, SETTINGS)
    keys = [key for tone in Tone for key in template_keys(known.text_set, tone)]
    return [(key, greeting_text(words(language), Greeting(key, args), moment)) for key in keys]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_as_many_texts_as_are_offered(language: str) -> None:
    lines = [
        line for path in (LOCALES / language).glob("greetings*.ftl") for line in path.read_text().splitlines()
    ]
    found = {line.partition(" =")[0] for line in lines if re.match(r"greeting-\w+-\w+-\d+ =", line)}
    assert found == {key for text_set in TEXTS for tone in Tone for key in template_keys(text_set, tone)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_texts_are_the_same(language: str) -> None:
    known = Facts(Occasion.TOGETHER, years=1)
    sets = [
        *(Facts(one, years=2) for one in Occasion if one not in (Occasion.HOLIDAY, Occasion.TOGETHER)),
        known,
        replace(known, years=2),
    ]
    texts = [text for each in sets for _, text in written(language, LONG, each, Formality.FORMAL, Moment.DAY)]
    assert len(set(texts)) == len(texts) == sum(2 * TEXTS[each.text_set] for each in sets)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("named", [LONG, LONGEST, BARE, UNTOLD], ids=lambda named: named.name.full)
def test_every_text_in_every_form(language: str, named: Named) -> None:
    for known, formality, moment in product(facts(), Formality, Moment):
        for key, text in written(language, named, known, formality, moment):
            told = f"{key}: {text}"
            assert len(text) <= COPY_LIMIT, told
            assert not SPACES.search(text), told
            assert text[0].isupper(), told
            assert text[-1] in ".!", told
            assert text.count("!") <= 2, told
            assert (named.address(formality) in text) is named.is_addressed, told
            if language == "ru":
                assert not (FORMAL if formality is Formality.INFORMAL else INFORMAL).search(text), told
                assert not NO_YO.search(text), told


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_late_text_says_so_and_an_early_one_too(language: str) -> None:
    for known, named in product(facts(), (LONG, BARE)):
        for moment, says in ((Moment.LATE, BELATED), (Moment.EARLY, AHEAD)):
            for key, text in written(language, named, known, Formality.FORMAL, moment):
                assert says[language].search(text), f"{key}: {text}"
        for key, text in written(language, named, known, Formality.FORMAL, Moment.DAY):
            assert not BELATED[language].search(text), f"{key}: {text}"


def test_each_gender_is_spoken_to_as_itself() -> None:
    for known, gender in product(facts(), (*Gender, None)):
        named = Named(PersonName("Саша"), gender)
        texts = [text for _, text in written("ru", named, known, Formality.FORMAL, Moment.DAY)]
        assert gender is Gender.MALE or not any(re.search("Уважаемый|Дорогой", text) for text in texts)
        assert gender is Gender.FEMALE or not any(re.search("Уважаемая|Дорогая", text) for text in texts)


def test_english_holds_no_russian() -> None:
    mary = Named(PersonName("Mary", last="Smith"), Gender.FEMALE)
    for known, moment in product(facts(), Moment):
        for key, text in written("en", mary, known, Formality.FORMAL, moment):
            assert not re.search("[а-яё]", text.lower()), key


def one(name: str, key: str, known: Facts | None = None, language: str = "ru", **more: str) -> str:
    formality = Formality(more.get("formality", "formal"))
    gender = Gender(more["gender"]) if "gender" in more else None
    args = greeting_args(Named(parse_name(name), gender), known or Facts(), formality, GreetingSettings())
    return greeting_text(words(language), Greeting(key, args), Moment(more.get("moment", "day")))


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (one("Смирнова Ольга Петровна", "greeting-birthday-business-1"), "Уважаемая Ольга Петровна! С днём рождения! Желаю"),
        (one("Иванов Пётр Ильич", "greeting-birthday-business-1", Facts(jubilee=50)), "Уважаемый Пётр Ильич! С 50-летием!"),
        (one("Смирнова Ольга", "greeting-birthday-warm-1", Facts(jubilee=50)), "Дорогая Ольга! С юбилеем!"),
        (one("Саша", "greeting-birthday-business-1"), "Здравствуйте, Саша! С днём рождения!"),
        (one("Саша", "greeting-birthday-business-1", formality="informal"), "Саша, добрый день! С днём рождения!"),
        (one("Саша", "greeting-birthday-warm-1", gender="female"), "Дорогая Саша! С днём рождения!"),
        (one("Смирнова Ольга", "greeting-birthday-warm-1", moment="late"), "Дорогая Ольга! С прошедшим днём рождения!"),
        (one("Смирнова Ольга", "greeting-birthday-warm-4", moment="early"), "Ольга, поздравляю Вас с наступающим днём рождения!"),
        (one("Смирнова О.П.", "greeting-birthday-business-1"), "Здравствуйте! С днём рождения!"),
        (one("Смирнова О.П.", "greeting-birthday-warm-4"), "Поздравляю Вас с днём рождения!"),
        (one("Ольга", "greeting-holiday-warm-2", Facts(Occasion.HOLIDAY, holiday="Днём строителя")), "Ольга, от всей души поздравляю Вас с Днём строителя!"),
        (one("Пётр", "greeting-newyear-warm-3", Facts(Occasion.NEW_YEAR), moment="early"), "Пётр, с наступающим Новым годом!"),
        (one("Пётр", "greeting-newyear-warm-3", Facts(Occasion.NEW_YEAR), moment="late"), "Пётр, с наступившим Новым годом!"),
        (one("Пётр", "greeting-founded-warm-3", Facts(Occasion.FOUNDED, years=10)), "Пётр, с 10-летием компании!"),
        (one("Пётр", "greeting-together-business-1", Facts(Occasion.TOGETHER, years=5)), "Пётр, сегодня исполняется пять лет, как мы работаем вместе. Спасибо"),
        (one("Пётр", "greeting-together-warm-1", Facts(Occasion.TOGETHER, years=2), moment="late"), "Пётр, а ведь на днях исполнилось два года, как"),
        (one("Смирнов", "greeting-firstyear-business-1", Facts(Occasion.TOGETHER, years=1), moment="late"), "На днях исполнился год, как мы работаем вместе. Спасибо"),
        (one("Mary Smith", "greeting-birthday-business-1", language="en"), "Dear Mary, happy birthday! I wish"),
        (one("Mary Smith", "greeting-birthday-warm-1", language="en", moment="late"), "Happy belated birthday, Mary! May"),
        (one("Smith J.", "greeting-birthday-business-1", Facts(jubilee=50), "en", gender="male"), "Happy 50th birthday! I wish"),
    ],
)  # fmt: skip
def test_openings(text: str, starts: str) -> None:
    assert text.startswith(starts)


def test_years_together_are_named_only_where_they_are_known() -> None:
    told = one("Ольга", "greeting-birthday-business-9", Facts(years=5))
    assert told.endswith("Спасибо за пять лет совместной работы.")
    assert one("Ольга", "greeting-birthday-business-9").endswith("Спасибо за доверие и совместную работу.")


PARTNERSHIP = {
    "ru": re.compile("[Сс]пасибо за (?!труд)|[Бб]лагодарю|сотруднич|вместе(?! с весной)|Работать с"),
    "en": re.compile("Thank you for (?!your work and)|work(?:ing)? (?:with you|together)"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_somebody_who_has_not_bought_yet_is_not_thanked(language: str) -> None:
    said = set()
    for known in facts():
        if known.occasion is not Occasion.TOGETHER:
            shown = written(language, LONG, replace(known, partner=False), Formality.FORMAL, Moment.DAY)
            said |= {text for _, text in shown if PARTNERSHIP[language].search(text)}
    assert said == set()
