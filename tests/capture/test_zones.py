"""A time zone as people type it."""

from zoneinfo import ZoneInfo

import pytest

from capture.zones import TOWNS, read_zone


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Тюмень", "Asia/Yekaterinburg"),
        ("г. Орёл", "Europe/Moscow"),
        ("ростов на дону", "Europe/Moscow"),
        ("мск+2", "Asia/Yekaterinburg"),
        ("МСК -1", "Europe/Kaliningrad"),
        ("UTC+12", "Asia/Kamchatka"),
        ("+7:00", "Asia/Krasnoyarsk"),
        ("gmt-3", "Etc/GMT+3"),
        ("samara", "Europe/Samara"),
        ("utc+15", None),
        ("где-то", None),
        ("7", None),
        ("", None),
    ],
)
def test_reading(typed: str, zone: str | None) -> None:
    assert read_zone(typed) == zone


def test_every_zone_is_one() -> None:
    assert all(
        ZoneInfo(zone)
        for zone in {*TOWNS.values(), *(read_zone(f"UTC{n:+d}") or "UTC" for n in range(-14, 15))}
    )
