"""A legal entity typed in one line."""

import pytest

from exchange.entities import read_entity


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ООО «Лютик», ИНН 7707083893, КПП 770101001", ("ООО «Лютик»", "7707083893", "770101001")),
        ("ООО Лютик 7707083893", ("ООО Лютик", "7707083893", "")),
        ("7707083893 / 770101001 АО «24 часа»", ("АО «24 часа»", "7707083893", "770101001")),
        ("ИП Петров П. П. инн: 500100732259", ("ИП Петров П. П.", "500100732259", "")),
    ],
)
def test_a_name_with_its_numbers(text: str, found: tuple[str, str, str]) -> None:
    assert read_entity(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "ООО «Лютик»",
        "7707083893",
        "ООО «Лютик» 7707083894",
        "ООО «Лютик» 7707083893 7701254366",
        "ООО «Лютик» 7707083893 770101001 770101002",
        "«—» 7707083893",
    ],
)
def test_without_a_name_or_with_wrong_digits_it_is_none(text: str) -> None:
    assert read_entity(text) is None
