"""Language, time zone, push times."""

from collections.abc import Mapping
from datetime import time

from domain.actors import Actor
from domain.pushes import PushKind
from screens import format as written
from screens.callbacks.settings import ChooseLanguage, ChooseTime, ChooseZone, OpenSettings
from screens.screen import Screen, in_rows, tap
from screens.words import LANGUAGES, Words

ZONES = (
    "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk",
    "Asia/Krasnoyarsk", "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
)  # fmt: skip
CLOCKS = (
    time(8), time(8, 30), time(9), time(9, 30), time(10), time(10, 30), time(11), time(12),
    time(15), time(16), time(16, 30), time(17), time(18), time(18, 30), time(19), time(20),
)  # fmt: skip


def zone_name(words: Words, zone: str) -> str:
    return words.plain(f"zone-{zone.partition('/')[2].lower()}") if zone in ZONES else zone


def settings(words: Words, actor: Actor, times: Mapping[PushKind, time]) -> Screen:
    lines = [
        words(
            "msg-settings",
            language=words.plain(f"language-{words.language}"),
            zone=zone_name(words, actor.timezone),
        )
    ]
    lines += ["", words("settings-pushes")] if times else []
    lines += [
        words("settings-push", push=words.plain(f"push-{kind}"), clock=f"{clock:%H:%M}")
        for kind, clock in times.items()
    ]
    change = [
        tap(words.plain("btn-push-time", push=words.plain(f"push-{kind}")), ChooseTime(kind=kind))
        for kind in times
    ]
    first = (tap(words.plain("btn-language"), ChooseLanguage()), tap(words.plain("btn-zone"), ChooseZone()))
    return Screen("\n".join(lines), (first, *in_rows(change, 2)))


def languages(words: Words) -> Screen:
    row = tuple(
        tap(
            _marked(words, words.plain(f"language-{code}"), now=code == words.language),
            ChooseLanguage(language=code),
        )
        for code in LANGUAGES
    )
    return Screen(words("msg-choose-language"), (row, (tap(words.plain("btn-back"), OpenSettings()),)))


def _marked(words: Words, value: str, *, now: bool) -> str:
    return words.plain("btn-setting-now", value=value) if now else value


def zones(words: Words, now: str) -> Screen:
    buttons = [
        tap(_marked(words, zone_name(words, zone), now=zone == now), ChooseZone(zone=zone)) for zone in ZONES
    ]
    return Screen(
        words("msg-choose-zone"), (*in_rows(buttons, 2), (tap(words.plain("btn-back"), OpenSettings()),))
    )


def clocks(words: Words, kind: PushKind, now: time, first: time) -> Screen:
    """`now` is the chosen time, `first` the one before any choice: a change can be taken back."""
    buttons = [
        tap(
            _marked(words, f"{clock:%H:%M}", now=clock == now),
            ChooseTime(kind=kind, clock=f"{clock:%H:%M}"),
        )
        for clock in sorted({*CLOCKS, now, first})
    ]
    return Screen(
        words("msg-choose-clock", push=written.begun(words.plain(f"push-{kind}"))),
        (*in_rows(buttons, 4), (tap(words.plain("btn-back"), OpenSettings()),)),
    )
