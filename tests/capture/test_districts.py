"""The part of a town that an address names."""

import pytest

from capture.districts import read_district


@pytest.mark.parametrize(
    ("address", "district"),
    [
        ("109377, г. Москва, р-н Выхино, ул. Ферганская, 10", "Выхино"),
        ("Тула, мкр. Южный, д 3", "Южный"),
        ("Приморский район, Савушкина 10", "Приморский"),
        ("Люблино р-н, дом 2", "Люблино"),
        ("Московская обл., г Химки, ул. Победы 4", "Химки"),
        ("109000, Россия, Казань, Баумана 3", "Казань"),
        ("Нижний Новгород, ул Горького", "Нижний Новгород"),
        ("ул. Ленина, 5", ""),
        ("Центральный рынок, место 5", ""),
        ("Ленина 5", ""),
        ("", ""),
    ],
)
def test_a_district_else_the_town_else_nothing(address: str, district: str) -> None:
    assert read_district(address) == district
