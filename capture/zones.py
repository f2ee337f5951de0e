"""A time zone as people type it: a town, «мск+2», «UTC+5»."""

import re
from typing import Final

# Zones of Russia by the hours ahead of UTC: the one with most people stands for all.
BY_HOURS: Final = {
    2: "Europe/Kaliningrad", 3: "Europe/Moscow", 4: "Europe/Samara", 5: "Asia/Yekaterinburg", 6: "Asia/Omsk",
    7: "Asia/Krasnoyarsk", 8: "Asia/Irkutsk", 9: "Asia/Yakutsk", 10: "Asia/Vladivostok", 11: "Asia/Magadan",
    12: "Asia/Kamchatka",
}  # fmt: skip
MOSCOW: Final = 3
MOST: Final = 14
_TOWNS: Final = {
    2: "калининград",
    3: "москва мск питер спб санкт-петербург петербург казань нижний-новгород ростов-на-дону ростов краснодар сочи воронеж"
    " тула тверь рязань ярославль калуга смоленск брянск белгород курск липецк орёл тамбов иваново владимир кострома вологда"
    " архангельск мурманск петрозаводск псков новгород пенза саранск чебоксары йошкар-ола киров ставрополь махачкала"
    " симферополь севастополь волгоград минск",
    4: "самара тольятти саратов ульяновск астрахань ижевск баку ереван тбилиси",
    5: "екатеринбург екб челябинск тюмень пермь уфа оренбург курган сургут ханты-мансийск салехард магнитогорск алматы астана"
    " ташкент",
    6: "омск бишкек",
    7: "новосибирск нск красноярск томск барнаул кемерово новокузнецк абакан горно-алтайск кызыл",
    8: "иркутск улан-удэ братск",
    9: "якутск чита благовещенск",
    10: "владивосток хабаровск комсомольск-на-амуре биробиджан",
    11: "магадан южно-сахалинск сахалин",
    12: "камчатка петропавловск-камчатский анадырь",
}
TOWNS: Final = {
    town.replace("ё", "е"): BY_HOURS[hours] for hours, towns in _TOWNS.items() for town in towns.split()
} | {"омск": "Asia/Omsk", "новосибирск": "Asia/Novosibirsk", "томск": "Asia/Tomsk", "барнаул": "Asia/Barnaul"}
_LATIN: Final = {zone.partition("/")[2].lower(): zone for zone in BY_HOURS.values()}
_OFFSET: Final = re.compile(r"(utc|gmt|мск|msk|москва)?\s*([+\-\u2212])\s*(\d{1,2})(?::?00)?")


def read_zone(text: str) -> str | None:
    """An IANA name, or None for what is neither a town that is known nor whole hours from UTC or Moscow."""
    typed = " ".join(text.lower().replace("ё", "е").replace("г.", " ").split())
    known = TOWNS.get(typed.replace(" ", "-")) or TOWNS.get(typed) or _LATIN.get(typed)
    if known:
        return known
    found = _OFFSET.fullmatch(typed)
    if found is None:
        return None
    hours = int(found[3]) * (1 if found[2] == "+" else -1)
    hours += MOSCOW if (found[1] or "").startswith(("м", "msk")) else 0
    if abs(hours) > MOST:
        return None
    # names of such zones count westward
    return BY_HOURS.get(hours) or (f"Etc/GMT{-hours:+d}" if abs(hours) <= 12 or hours > 0 else None)  # noqa: PLR2004
