"""Sums of money as documents write them."""

from typing import Final

RUBLES: Final = ("рубль", "рубля", "рублей")
KOPECKS: Final = ("копейка", "копейки", "копеек")
LARGEST: Final = 10**11  # roubles, of which the words are known


def in_figures(kopecks: int) -> str:
    """«120 500,00» with spaces that do not break; without a sign."""
    whole, part = divmod(abs(kopecks), 100)
    return f"{whole:,}".replace(",", "\u00a0") + f",{part:02d}"


def in_words(kopecks: int) -> str:
    """«Сто двадцать тысяч пятьсот рублей 00 копеек», without a sign; figures where there are no words for it."""
    from pytils import numeral

    whole, part = divmod(abs(kopecks), 100)
    if whole < LARGEST:
        words = str(numeral.sum_string(whole, numeral.MALE, RUBLES))
    else:
        words = f"{in_figures(whole * 100)[:-3]} {numeral.choose_plural(whole, RUBLES)}"
    return f"{words[0].upper()}{words[1:]} {part:02d} {numeral.choose_plural(part, KOPECKS)}"
