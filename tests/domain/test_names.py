import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import InvalidNameError
from domain.names import (
    Case,
    Formality,
    Gender,
    PersonName,
    Phone,
    address,
    display_phone,
    find_gender,
    find_phone,
    inflect,
    normalise_phone,
    parse_name,
)


@pytest.mark.parametrize(
    ("text", "last", "first", "middle"),
    [
        ("Смирнова Ольга Петровна", "Смирнова", "Ольга", "Петровна"),
        ("Ольга Петровна Смирнова", "Смирнова", "Ольга", "Петровна"),
        ("Ольга Смирнова", "Смирнова", "Ольга", ""),
        ("Смирнова Ольга", "Смирнова", "Ольга", ""),
        ("смирнова ольга", "Смирнова", "Ольга", ""),
        ("Ольга Петровна", "", "Ольга", "Петровна"),
        ("Оля", "", "Оля", ""),
        ("Смирнова О.П.", "Смирнова", "О.", "П."),
        ("О. П. Смирнова", "Смирнова", "О.", "П."),
        ("Смирнов И.", "Смирнов", "И.", ""),
        ("ИВАНОВ ИВАН", "Иванов", "Иван", ""),
        ("Марина Никитина", "Никитина", "Марина", ""),
        ("Никитина Марина", "Никитина", "Марина", ""),
        ("Ильина Нина", "Ильина", "Нина", ""),
        ("Роман Абрамович", "", "Роман", "Абрамович"),
        ("Ольга Абрамович", "Абрамович", "Ольга", ""),
        ("Иван Петрович Абрамович", "Абрамович", "Иван", "Петрович"),
        ("Абрамович Роман Аркадьевич", "Абрамович", "Роман", "Аркадьевич"),
        ("Мамедов Рашид Ахмед оглы", "Мамедов", "Рашид", "Ахмед оглы"),
        ("Римский-Корсаков Николай Андреевич", "Римский-Корсаков", "Николай", "Андреевич"),
        ("Хабибуллина Айсылу", "Хабибуллина", "Айсылу", ""),
        ("Шарль Азнавур", "Азнавур", "Шарль", ""),
        ("John Smith", "Smith", "John", ""),
        ("Петрова Мария Гарсиа", "Петрова Гарсиа", "Мария", ""),
        ("Петров", "Петров", "", ""),
        ("Петрович", "", "", "Петрович"),
        ("Смирнова Петровна", "Смирнова", "", "Петровна"),
        ("Азиз", "", "Азиз", ""),
        ("McDonald", "", "McDonald", ""),
    ],
)
def test_parts_of_a_name(text: str, last: str, first: str, middle: str) -> None:
    assert parse_name(text) == PersonName(first, middle, last)


@pytest.mark.parametrize("text", ["", "  ", "123", "—"])
def test_a_name_has_letters(text: str) -> None:
    with pytest.raises(InvalidNameError):
        parse_name(text)


@given(st.text(max_size=40))
def test_any_text_is_a_name_or_refused(text: str) -> None:
    try:
        name = parse_name(text)
    except InvalidNameError:
        return
    assert name.full
    assert name.spoken
    assert name.initials


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Смирнова Ольга Петровна", Gender.FEMALE),
        ("Саша Петровна", Gender.FEMALE),
        ("Никита Ильич", Gender.MALE),
        ("Илья", Gender.MALE),
        ("Любовь", Gender.FEMALE),
        ("Настя", Gender.FEMALE),
        ("Паша", Gender.MALE),
        ("Лёша", Gender.MALE),
        ("Рашид Ахмед оглы", Gender.MALE),
        ("Айгуль Марат кызы", Gender.FEMALE),
        ("Рустик", Gender.MALE),
        ("Саша", None),
        ("Женя Ковальчук", None),
        ("Смирнова О. П.", None),
        ("Смирнова", None),
        ("John Smith", None),
    ],
)
def test_gender_by_patronymic_then_by_name_else_unknown(text: str, gender: Gender | None) -> None:
    assert find_gender(parse_name(text)) is gender


@pytest.mark.parametrize(
    ("text", "informal", "formal"),
    [
        ("Смирнова Ольга Петровна", "Ольга", "Ольга Петровна"),
        ("Ольга Смирнова", "Ольга", "Ольга"),
        ("Смирнова О. П.", "Смирнова О. П.", "Смирнова О. П."),
        ("Петрович", "Петрович", "Петрович"),
    ],
)
def test_form_of_address(text: str, informal: str, formal: str) -> None:
    name = parse_name(text)
    assert address(name, Formality.INFORMAL) == informal
    assert address(name, Formality.FORMAL) == formal


@pytest.mark.parametrize(
    ("text", "case", "expected"),
    [
        ("Смирнова Ольга Петровна", Case.NOMINATIVE, "Смирнова Ольга Петровна"),
        ("Смирнова Ольга Петровна", Case.GENITIVE, "Смирновой Ольги Петровны"),
        ("Смирнова Ольга Петровна", Case.DATIVE, "Смирновой Ольге Петровне"),
        ("Смирнова Ольга Петровна", Case.INSTRUMENTAL, "Смирновой Ольгой Петровной"),
        ("Лев Толстой", Case.DATIVE, "Толстому Льву"),
        ("Пётр Ильич", Case.ACCUSATIVE, "Петра Ильича"),
        ("Бондаренко Саша", Case.GENITIVE, "Бондаренко Саши"),
        ("Анна Ковальчук", Case.DATIVE, "Ковальчук Анне"),
        ("Иван Ковальчук", Case.DATIVE, "Ковальчуку Ивану"),
        ("Смирнова О. П.", Case.DATIVE, "Смирновой О. П."),
        ("Мамедов Рашид Ахмед оглы", Case.DATIVE, "Мамедову Рашиду Ахмед оглы"),
        ("John Smith", Case.DATIVE, "Smith John"),
        ("Никита Ли", Case.PREPOSITIONAL, "Ли Никите"),
    ],
)
def test_cases(text: str, case: Case, expected: str) -> None:
    assert inflect(parse_name(text), case).full == expected


def test_a_known_gender_overrides_the_guess() -> None:
    assert inflect(PersonName("Саша", last="Ковальчук"), Case.DATIVE, Gender.MALE).full == "Ковальчуку Саше"


def test_how_names_are_written() -> None:
    name = parse_name("Смирнова Ольга Петровна")
    assert (name.initials, name.spoken) == ("Смирнова О. П.", "Ольга Смирнова")
    assert parse_name("Ольга Петровна").initials == "Ольга Петровна"


@pytest.mark.parametrize(
    ("text", "e164"),
    [
        ("8 (912) 345-67-89", "+79123456789"),
        ("+7 912 345 67 89", "+79123456789"),
        ("9161234567", "+79161234567"),
        ("тел. 8-800-555-35-35", "+78005553535"),
        ("+375 29 123-45-67", "+375291234567"),
        ("мой номер 8 916 123 45 67, звонить после 10", "+79161234567"),
        ("тел 8 916 123 45 67 доб 2", "+79161234567"),
        ("был 8 916 123 45 67, стал 8 903 111 22 33", None),
        ("345-67-89", None),
        ("12345", None),
        ("7707083893", None),  # a tax number
        ("", None),
        ("Ольга", None),
    ],
)
def test_phones(text: str, e164: str | None) -> None:
    assert normalise_phone(text) == e164


def test_the_extension_is_kept() -> None:
    assert find_phone("8 495 123-45-67 доб. 12") == Phone("+74951234567", "12")


def test_how_a_phone_is_shown() -> None:
    assert display_phone("+79123456789") == "+7 912 345-67-89"
    assert display_phone("ext") == "ext"
