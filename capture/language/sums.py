"""Sums of money inside a longer line: «120к», «полтора ляма», «85 300», «99 р 50 коп», «семнадцать пятьсот»."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from capture.language.numerals import COUNTS, GROUPS, ORDINALS, POWERS, Number, numbers_at, word_set
from capture.language.tokens import Kind, Token
from capture.when.time_words import END, MIDDLE, NAMED, OF_TIME, START, WEEKDAYS, time_word
from domain.units import find_unit

__all__ = ["Number", "Sum", "find_sum", "numbers_at", "sum_at"]

THOUSAND: Final = 1000
MILLION: Final = 1_000_000
MOST_ROUBLES: Final = 10**14
LONGEST_BARE: Final = 10**9
_GROUP: Final = 3
_SHORT: Final = word_set("р руб коп к тыс тыр тыщ т р тр млн мил")
_MULTIPLIERS: Final = {
    **dict.fromkeys(
        word_set(
            "тыс тысяч тысяча тысячи тысячу тыщ тыща тыщи тыщу тыр тр к k косарь косаря косарей касарь thousand"
        ),
        THOUSAND,
    ),
    **dict.fromkeys(
        word_set(
            "млн mln миллион миллиона миллионов кк kk лям ляма лямов лимон лимона лимонов лимончик million"
        ),
        MILLION,
    ),
}
# Each of these alone is one of them; «тыс» without a number is nothing.
_ONE: Final = word_set("тысяча тысячу тысячи тыща тыщу миллион миллиона лям косарь лимон")
_HALF_OF: Final = {
    "миллиона": MILLION,
    "ляма": MILLION,
    "лимона": MILLION,
    "тысячи": THOUSAND,
    "тыщи": THOUSAND,
    "косаря": THOUSAND,
}
_ROUBLES: Final = word_set(
    "р руб рубль рубля рублей рублях рублики рублев рэ rub rouble roubles ruble rubles ₽"
)
_KOPECKS: Final = word_set("коп копейка копейки копеек копейку kopeck kopecks")
_FEWER_THAN_A_ROUBLE: Final = range(100)
_APART: Final = frozenset(".,")


@dataclass(frozen=True, slots=True)
class Sum:
    """`kopecks` said by the tokens [start, end); `marked`: a currency or a multiplier was said."""

    start: int
    end: int
    kopecks: int
    marked: bool


@dataclass(frozen=True, slots=True)
class _Mark:
    """What stands after a number: «тыс.», «т.р.», «руб»; «т» alone is not sure to be of money."""

    end: int
    times: int = 1
    currency: bool = False
    sure: bool = True


def sum_at(tokens: Sequence[Token], at: int) -> Sum | None:
    """The longest sum that begins at token `at`.

    A number of a day, an hour, a unit or a percent is no sum, nor is a bare figure as long as a phone or a tax number.
    """
    found = find_sum(tokens, at)
    if found is None or found.marked:
        return found
    return None if found.kopecks >= LONGEST_BARE * 100 or _is_other(tokens, found.end) else found


def find_sum(tokens: Sequence[Token], at: int) -> Sum | None:
    """The same whatever follows, for an answer that is a sum as a whole."""
    if not 0 <= at < len(tokens) or tokens[at].kind is Kind.MARK:
        return None
    return _kopecks_alone(tokens, at) or _roubles(tokens, at)


def _word(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].text if 0 <= at < len(tokens) else ""


def _is_glued(tokens: Sequence[Token], at: int) -> bool:
    return 0 < at < len(tokens) and tokens[at - 1].end == tokens[at].start


def _is_other(tokens: Sequence[Token], at: int) -> bool:
    """«5%», «15-го», «15:30», «20 кор», «3 дня», «12.03.85»."""
    word = _word(tokens, at)
    if word in {"%", "процент", "процента", "процентов"} or (
        word in {"г", "л", "м"} and _is_glued(tokens, at)
    ):
        return True
    if word in {"-", ":", "/", "."} and _is_glued(tokens, at) and _is_glued(tokens, at + 1):
        return _word(tokens, at + 1)[:1].isdigit() or word == "-"
    return time_word(word) in OF_TIME or find_unit(word) is not None


# --- roubles


def _roubles(tokens: Sequence[Token], at: int) -> Sum | None:
    """Falling powers of a thousand, then roubles, then kopecks."""
    total, room, marked, fraction = Decimal(0), MOST_ROUBLES + 1, False, False
    end, term = at, _term(tokens, at)
    while term is not None:
        value, mark, term_end = term
        if value * mark.times >= room or (end != at and not _may_follow(tokens, end, value, mark, room)):
            break
        total += value * mark.times * _carried(end, at, term, room)
        marked = (
            marked or (mark.times > 1 and mark.sure) or mark.currency or _has_power(tokens, end, term_end)
        )
        end, room = term_end, mark.times
        fraction = value != int(value) and mark.times == 1
        term = None if mark.times == 1 or mark.currency else _term(tokens, end)
    if end == at or total * 100 != int(total * 100):
        return None
    if room == 1 and not fraction and _was_currency(tokens, end):
        kopecks = _kopecks_alone(tokens, end)
        if kopecks is not None:
            return Sum(at, kopecks.end, int(total * 100) + kopecks.kopecks, marked=True)
    return Sum(at, end, int(total * 100), marked)


def _term(tokens: Sequence[Token], at: int) -> tuple[Decimal, _Mark, int] | None:
    """A number with what stands after it: (value, mark, end)."""
    word = _word(tokens, at)
    half = _half(tokens, at)
    if half is not None:
        return half
    alone = numbers_at(tokens, at) is None or _MULTIPLIERS.get(word) == MILLION
    if word in _ONE and alone and (mark := _mark(tokens, at)) is not None:
        return Decimal(1), mark, mark.end
    if word in {"тысяч", "тыщ"} and (inverted := _thousands_first(tokens, at)) is not None:
        return inverted
    count = _count(tokens, at)
    mark = None if count is None else _mark(tokens, count.end)
    if count is None or mark is not None:
        return None if count is None or mark is None else (count.value, mark, mark.end)
    of_letters = tokens[at].kind is Kind.WORD
    # A power of a thousand among the words of the number has been counted by it.
    times = _MULTIPLIERS.get(_word(tokens, count.end - 1), 1) if of_letters else 1
    fraction = of_letters and count.value != int(count.value)
    return None if fraction else (count.value / times, _Mark(count.end, times), count.end)


def _thousands_first(tokens: Sequence[Token], at: int) -> tuple[Decimal, _Mark, int] | None:
    """«тысяч двадцать»."""
    count = _count(tokens, at + 1)
    following = None if count is None else _mark(tokens, count.end)
    if count is None or count.value >= THOUSAND or (following is not None and following.times > 1):
        return None
    end = count.end if following is None else following.end
    return count.value, _Mark(end, THOUSAND, following is not None), end


def _has_power(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(token.text in POWERS for token in tokens[start:end])


def _half(tokens: Sequence[Token], at: int) -> tuple[Decimal, _Mark, int] | None:
    """«полмиллиона», «пол-ляма», «пол ляма»."""
    word = _word(tokens, at)
    if not word.startswith("пол"):
        return None
    of, end = (_word(tokens, at + 1), at + 2) if word == "пол" else (word[3:].lstrip("-"), at + 1)
    times = _HALF_OF.get(of)
    if times is None:
        return None
    after = _mark(tokens, end)
    currency = after is not None and after.times == 1
    end = after.end if after is not None and currency else end
    return Decimal("0.5"), _Mark(end, times, currency), end


def _count(tokens: Sequence[Token], at: int) -> Number | None:
    """A number as sums have them: groups of three figures are one, and «семнадцать пятьсот» is 17 500."""
    number = numbers_at(tokens, at)
    if number is None:
        return None
    if tokens[at].kind is Kind.NUMBER:
        return _joined(tokens, at) or (number if _is_money(tokens[at].text) or number.end > at + 1 else None)
    hundreds = numbers_at(tokens, number.end)
    if (
        hundreds is None
        or tokens[number.end].kind is not Kind.WORD
        or _word(tokens, number.end - 1) in _MULTIPLIERS
    ):
        return number
    first = COUNTS.get(_word(tokens, number.end), 0)
    spoken = 200 <= first < THOUSAND and hundreds.value < THOUSAND and 0 < number.value < THOUSAND  # noqa: PLR2004
    return Number(at, hundreds.end, number.value * THOUSAND + hundreds.value) if spoken else number


def _is_money(text: str) -> bool:
    """At most two figures after the point."""
    return len(text.replace(",", ".").partition(".")[2]) < _GROUP


def _joined(tokens: Sequence[Token], at: int) -> Number | None:
    """«85 300», «1 250 000,50», «1'000», «120.000», «1.250.000»."""
    first = tokens[at].text
    head, dot, tail = first.partition(".")
    if not head.isdecimal() or len(head) > _GROUP or head[0] == "0" or (dot and len(tail) != _GROUP):
        return None
    text, end, cents = head + tail, at + 1, ""
    while not cents:
        place = _next_group(tokens, end, dotted=bool(dot))
        if place is None:
            break
        group, comma, cents = tokens[place].text.replace(",", ".").partition(".")
        if len(group) != _GROUP or len(cents) >= _GROUP or bool(comma) != bool(cents):
            break
        text, end = text + group, place + 1
    if end == at + 1 and not dot:
        return None
    return Number(at, end, Decimal(f"{text}.{cents or 0}")) if len(text) < 16 else None  # noqa: PLR2004


def _next_group(tokens: Sequence[Token], at: int, *, dotted: bool) -> int | None:
    """The place of a further group of figures: one space away, or after a mark with no spaces."""
    place = at
    if (
        _word(tokens, at) in ({"."} if dotted else {"'", "’"})
        and _is_glued(tokens, at)
        and _is_glued(tokens, at + 1)
    ):
        place = at + 1
    elif at >= len(tokens) or dotted or tokens[at].start - tokens[at - 1].end != 1:
        return None
    token = tokens[place]
    whole = token.text.replace(",", ".").partition(".")[0]
    return place if token.kind is Kind.NUMBER and token.value is not None and len(whole) == _GROUP else None


def _may_follow(tokens: Sequence[Token], at: int, value: Decimal, mark: _Mark, room: int) -> bool:
    """«25 тысяч 300» and «1 млн 200 тыс» go on, «50 тыс 20 кор» and «120 тыс 5 декабря» do not."""
    if mark.times > 1 or mark.currency:
        return True
    # The hundreds of a group: what is smaller is rather a day or a quantity.
    if value != int(value) or not (100 <= value < THOUSAND or room > value >= THOUSAND):  # noqa: PLR2004
        return False
    return not _is_other(tokens, mark.end) and _word(tokens, at) not in GROUPS


def _carried(end: int, at: int, term: tuple[Decimal, _Mark, int], room: int) -> int:
    """Hundreds right after millions are thousands: «1 млн 200», unless roubles were named."""
    value, mark, _ = term
    return (
        THOUSAND
        if end != at and room == MILLION and mark.times == 1 and not mark.currency and value < THOUSAND
        else 1
    )


# --- marks


def _mark(tokens: Sequence[Token], at: int) -> _Mark | None:
    """A multiplier, a currency, or both: «тыс», «т.р.», «тыс. руб.», «к», «р», «штук рублей»."""
    word = _word(tokens, at)
    if word in {"штук", "штуки", "штука", "шт"} and _word(tokens, at + 1) in _ROUBLES - {"р"}:
        return _Mark(at + 2, THOUSAND, currency=True)
    times, currency = 1, False
    parts = [part for part in word.split(".") if part]
    if word == "т" or parts[:1] == ["т"]:
        return _thousand_roubles(tokens, at, parts)
    if not parts:
        return None
    for part in parts:
        if part in _MULTIPLIERS and times == 1 and not currency:
            times = _MULTIPLIERS[part]
        elif part in _ROUBLES and not currency:
            currency = True
        else:
            return None
    if word in {"к", "k"} and _is_preposition(tokens, at):
        return None
    end = _past_dot(tokens, at)
    if not currency and _word(tokens, end) in _ROUBLES:
        end, currency = _past_dot(tokens, end), True
    return _Mark(end, times, currency)


def _thousand_roubles(tokens: Sequence[Token], at: int, parts: Sequence[str]) -> _Mark:
    """«т.р.», «т р», «т. р.», «т»: a tonne has no place where a sum is looked for."""
    end = _past_dot(tokens, at)
    if parts[1:] and parts[1] in _ROUBLES:
        return _Mark(end, THOUSAND, currency=True)
    if _word(tokens, end) in _ROUBLES:
        return _Mark(_past_dot(tokens, end), THOUSAND, currency=True)
    return _Mark(end, THOUSAND, sure=False)


def _is_preposition(tokens: Sequence[Token], at: int) -> bool:
    """«50 к пятнице»: with a space before it, «к» belongs to the day after it."""
    if _is_glued(tokens, at) or at + 1 >= len(tokens):
        return False
    following = tokens[at + 1]
    word = time_word(following.text)
    return (
        following.kind is Kind.NUMBER
        or word in WEEKDAYS
        or NAMED.get(word, 0) > 0
        or word in ORDINALS
        or word in COUNTS
        or word in END | START | MIDDLE
        or word
        in {
            "вечеру",
            "утру",
            "обеду",
            "новому",
            "следующей",
            "следующему",
            "этой",
            "этому",
            "выходным",
            "празднику",
            "праздникам",
        }
    )


def _past_dot(tokens: Sequence[Token], at: int) -> int:
    """After the word at `at`, and after the point of its abbreviation."""
    text = _word(tokens, at).rpartition(".")[2]
    return at + 2 if _word(tokens, at + 1) == "." and _is_glued(tokens, at + 1) and text in _SHORT else at + 1


# --- kopecks


def _was_currency(tokens: Sequence[Token], end: int) -> bool:
    before = end - 2 if _word(tokens, end - 1) in _APART else end - 1
    return _word(tokens, before).rpartition(".")[2] in _ROUBLES


def _kopecks_alone(tokens: Sequence[Token], at: int) -> Sum | None:
    count = numbers_at(tokens, at)
    if count is None or count.value not in _FEWER_THAN_A_ROUBLE or _word(tokens, count.end) not in _KOPECKS:
        return None
    return Sum(at, _past_dot(tokens, count.end), int(count.value), marked=True)
