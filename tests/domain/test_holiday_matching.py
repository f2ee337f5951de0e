"""Whose day it is: by the client's industry as typed, else by its name, then by the person's role."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.first_names import Gender
from domain.holidays import Celebrant, HolidaySettings
from exchange.holidays import holiday_book

SETTINGS = HolidaySettings()
BOOK = holiday_book(SETTINGS)
YEAR = (date(2027, 1, 1), date(2027, 12, 31))


def codes(industry: str = "", company: str = "", role: str = "") -> list[str]:
    return [each.code for each in BOOK.fitting(Celebrant(industry, company, role))]


@pytest.mark.parametrize(
    ("industry", "first"),
    [
        ("магазин", "trade"),
        ("Розница", "trade"),
        ("продукты", "trade"),
        ("столовые", "trade"),
        ("розничные магазины", "trade"),
        ("оптовая торговля продуктами", "trade"),
        ("супермаркет", "trade"),
        ("магазин стройматериалов", "trade"),
        ("стройматериалы", "builder"),
        ("Строительство", "builder"),
        ("ремонт квартир", "builder"),
        ("кафе", "trade"),
        ("рестораны и бары", "trade"),
        ("пекарня", "food"),
        ("производство молочных продуктов", "food"),
        ("ферма", "farming"),
        ("сельхозпроизводитель", "farming"),
        ("автосервис", "motor_transport"),
        ("грузоперевозки", "motor_transport"),
        ("склад / логистика", "transport"),
        ("аптека", "pharmacist"),
        ("стоматология", "medic"),
        ("больница", "medic"),
        ("школа", "teacher"),
        ("детский сад", "preschool"),
        ("колледж", "college"),
        ("лёгкая промышленность", "textile"),
        ("пошив одежды", "textile"),
        ("мебель", "forest"),
        ("деревообработка", "forest"),
        ("нефтебаза", "oil_gas"),
        ("химическая промышленность", "chemist"),
        ("металлопрокат", "metallurgist"),
        ("машиностроение", "machinery"),
        ("теплосети", "power"),
        ("ЖКХ", "housing"),
        ("управляющая компания", "housing"),
        ("банк", "banker"),
        ("страхование", "insurer"),
        ("IT", "programmer"),
        ("типография", "press"),
        ("гостиница", "tourism"),
        ("фитнес-клуб", "sport"),
        ("юридические услуги", "lawyer"),
        ("рыба и морепродукты", "fisherman"),
        ("retail", "trade"),
    ],
)
def test_an_industry_has_its_day(industry: str, first: str) -> None:
    assert codes(industry)[0] == first


@pytest.mark.parametrize(
    ("company", "first"),
    [
        ("ООО «СтройДом»", "builder"),
        ("Аптечная сеть Здоровье", "pharmacist"),
        ("ТД Металлопрокат", "metallurgist"),
        ("Пекарня на углу", "food"),
        ("ИП Смирнова, магазин «Уют»", "trade"),
        ("КФХ Рассвет", "farming"),
        ("МБОУ Гимназия № 3", "teacher"),
        ("МБДОУ № 12", "preschool"),
        ("ЭнергоСбыт", "power"),
    ],
)
def test_where_the_industry_is_silent_the_name_speaks(company: str, first: str) -> None:
    assert codes(company=company)[0] == first
    assert codes("разное", company)[0] == first
    assert codes("кафе", company)[0] == "trade"  # what was typed wins


@pytest.mark.parametrize(
    "company",
    ["Стройный силуэт", "Банкет-холл «Версаль»", "Химки-Сервис", "Ромашка", "Кафедра", "Барс", "Медведь", "Рыбинск", "Автоматика", "Уголок уюта", "Столовые приборы", "Сталкер"],
)  # fmt: skip
def test_words_that_only_look_alike_mean_nothing(company: str) -> None:
    assert codes(company=company) == codes(company) == []


@pytest.mark.parametrize(
    "company",
    ["Звезда на Лесной", "Порт", "Мир инструмента", "Энергия", "Фермер", "Связь времён", "Школа красоты", "Обувь для всех"],
)  # fmt: skip
def test_a_name_is_not_taken_at_its_word(company: str) -> None:
    """A wrong holiday is worse than none: what may be anybody's name counts only where it was typed as the industry."""
    assert codes(company=company) == []
    assert codes(company) != []


@pytest.mark.parametrize(
    ("role", "first"),
    [
        ("accountant", "accountant"),
        ("гл. бухгалтер", "accountant"),
        ("director", "entrepreneur"),
        ("Генеральный директор", "entrepreneur"),
        ("юрист", "lawyer"),
        ("программист 1С", "programmer"),
        ("системный администратор", "sysadmin"),
        ("логист", "logistician"),
        ("зав. складом", "logistician"),
        ("секретарь", "secretary"),
        ("офис-менеджер", "secretary"),
        ("HR-менеджер", "hr"),
        ("маркетолог", "marketer"),
        ("товаровед", "trade"),
        ("продавец", "trade"),
        ("заведующая магазином", "trade"),
        ("шеф-повар", "cook"),
        ("прораб", "builder"),
        ("экономист", "economist"),
        ("водитель", "motor_transport"),
        ("главный энергетик", "power"),
        ("заведующая аптекой", "pharmacist"),
    ],
)
def test_a_role_has_its_day_wherever_it_is_held(role: str, first: str) -> None:
    assert codes(role=role)[0] == first


@pytest.mark.parametrize("role", ["", "other", "закупщик", "buyer", "менеджер", "сестра директора Ивана"])
def test_other_roles_have_none(role: str) -> None:
    assert codes(role=role) in ([], ["entrepreneur"] if "директор" in role else [])


def test_nobody_is_congratulated_on_five_days() -> None:
    bookkeeper = Celebrant("строительство", "Дом", "бухгалтер", Gender.FEMALE)
    assert codes("строительство", "Дом", "бухгалтер") == ["builder", "accountant"]

    def year(per_year: int) -> list[str]:
        found = BOOK.celebrations(bookkeeper, *YEAR, HolidaySettings(per_year=per_year))
        return [each.holiday.code for each in found]

    assert year(1) == ["women", "builder"]
    assert year(2) == ["women", "builder", "accountant"]
    assert year(0) == ["women"]
    # not even in a window where the nearest one does not fall
    autumn = BOOK.celebrations(bookkeeper, date(2027, 9, 1), date(2027, 12, 31), SETTINGS)
    assert autumn == ()


TEXT = st.sampled_from(["магазин", "кафе", "пекарня", "школа", "", "стройка", "банк", "Ромашка"])


@given(
    industry=TEXT,
    company=TEXT,
    role=st.sampled_from(["", "директор", "бухгалтер", "юрист"]),
    at_most=st.integers(0, 4),
)
def test_windows_of_a_year_add_up_to_the_year(industry: str, company: str, role: str, at_most: int) -> None:
    who = Celebrant(industry, company, role, Gender.MALE)
    settings = HolidaySettings(per_year=at_most)
    halves = (YEAR[0], date(2027, 7, 1)), (date(2027, 7, 2), YEAR[1])
    parts = [each for start, end in halves for each in BOOK.celebrations(who, start, end, settings)]
    whole = BOOK.celebrations(who, *YEAR, settings)
    assert parts == list(whole)
    assert sum(1 for each in whole if not each.holiday.whom) <= at_most
