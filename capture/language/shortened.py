"""Words cut short as thumbs cut them: «наб», «перезв.», «дост», «ч/з»."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from capture.language.tokens import Kind, Token
from domain.units import find_unit

# What each stands for, in the form in which it is meant.
WHOLE: Final = {
    "наб": "набрать", "набр": "набрать", "перезв": "перезвонить", "перезвон": "перезвонить", "позв": "позвонить", "позвон": "позвонить", "прозв": "прозвонить",
    "созв": "созвон", "зв": "звонок", "дозв": "дозвонился", "недозв": "недозвон", "отв": "отвечает", "отвеч": "отвечает", "ответ": "ответ", "недост": "недоступен",
    "дост": "доставка", "доствк": "доставка", "отгр": "отгрузка", "обещ": "обещал", "опл": "оплата", "оплат": "оплатили", "ск": "скидка", "скид": "скидка",
    "тел": "телефон", "прошл": "прошлый", "посл": "последний", "сег": "сегодня", "завт": "завтра", "предл": "предложение", "предлож": "предложение", "комм": "коммерческое",
    "зак": "заказ", "встр": "встреча", "отпр": "отправил", "дир": "директор", "бух": "бухгалтер", "зам": "зам", "закуп": "закупщик", "проц": "процентов", "скока": "сколько", "скок": "сколько", "чо": "что", "чё": "что", "че": "что", "претенз": "претензия",
    "просроч": "просрочка", "докум": "документы", "догов": "договор", "задолж": "задолженность", "след": "след", "нед": "нед", "мес": "месяц", "понед": "понедельник",
}  # fmt: skip
_MORE: Final = frozenset(
    [
        "пн",
        "вт",
        "ср",
        "чт",
        "пт",
        "сб",
        "вс",
        "янв",
        "фев",
        "мар",
        "апр",
        "авг",
        "сен",
        "сент",
        "окт",
        "ноя",
        "нояб",
        "дек",
        "руб",
        "р",
        "коп",
        "тыс",
        "т",
        "ул",
        "им",
        "г",
        "ип",
        "см",
        "др",
        "т.р",
        "т.д",
        "т.п",
        "хоз",
        "хол",
        "мин",
        "ч",
        "сл",
    ]
)
_LONGEST_UNIT: Final = 5


def unshortened(text: str, tokens: Sequence[Token]) -> list[Token]:
    """The tokens with words made whole, without the points of abbreviations: «20 кор. масла», «на след. нед. во вторник»."""
    made: list[Token] = []
    for at, token in enumerate(tokens):
        last = at + 1 == len(tokens)
        fresh_line = not last and "\n" in text[token.end : tokens[at + 1].start]
        if (
            token.text == "."
            and made
            and made[-1].end == token.start
            and _is_short(tokens[at - 1].text)
            and not (last or fresh_line)
        ):
            continue
        if token.text in {"з", "3"} and len(made) > 1 and made[-1].text == "/" and made[-2].text == "ч":
            made[-2:] = [Token(Kind.WORD, "через", made[-2].start, token.end)]
            continue
        made.append(replace(token, text=WHOLE[token.text]) if token.text in WHOLE else token)
    return made


def _is_short(word: str) -> bool:
    return word in WHOLE or word in _MORE or (len(word) <= _LONGEST_UNIT and find_unit(word) is not None)
