"""People of the sample company and their dates: enough near its first day for the first look at /occasions."""

from dataclasses import dataclass
from datetime import date, timedelta

from domain.occasions import Birth
from storage import clients, persons
from storage.database import Transaction

BUYERS = (
    "Смирнова Ольга Петровна", "Ахметов Рустам Ильдарович", "Никитина Анна Львовна", "Громов Павел Андреевич",
    "Тарасова Елена Викторовна", "Лосев Игорь Михайлович", "Кузнецов Андрей Васильевич", "Орлова Марина Сергеевна",
    "Белов Сергей Иванович", "Комарова Светлана Юрьевна", "Фёдоров Дмитрий Олегович", "Жукова Наталья Павловна",
    "Зайцева Ирина Олеговна", "Emma Wilson", "Сафин Тимур Маратович", "Гусева Вера Николаевна", "Панов Олег Юрьевич",
    "Крылова Дарья Ивановна", "Миронов Артём Сергеевич", "Рябова Юлия Андреевна", "Седов Кирилл Павлович",
    "Волкова Инна Борисовна", "Ковалёв Роман Игоревич", "Попова Лидия Семёновна",
)  # fmt: skip
ACCOUNTANTS = (
    "Егорова Тамара Ильинична", "Соколова Нина Фёдоровна", "Титова Галина Яковлевна", "Быкова Алла Денисовна",
    "Макаров Пётр Ильич", "Ершова Любовь Кузьминична", "Котова Раиса Павловна", "Носова Зоя Ивановна",
    "Ильина Мария Глебовна", "Блинова Софья Марковна", "Дроздов Лев Аркадьевич", "Широкова Ева Романовна",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Near:
    """A birthday so many days from the first one, and the age then; 0 where the year is not known."""

    days: int
    age: int = 0
    day_known: bool = True


# By the number of the client: today beside a debt, tomorrow, a weekend, a jubilee, a present to choose; the rest is to be asked.
BIRTHDAYS = {
    0: Near(0),
    1: Near(1, 41),
    2: Near(0, 38),
    3: Near(5),
    6: Near(7, 50),
    7: Near(12),
    8: Near(3, 45),
    9: Near(30, 44),
    13: Near(2),
    16: Near(14, day_known=False),
    21: Near(25, 33),
}
INDUSTRIES = {
    0: "продуктовый магазин", 4: "пекарня", 7: "общепит", 10: "продуктовый магазин", 11: "кафе",
    12: "гастроном", 20: "хлебозавод", 23: "ферма",
}  # fmt: skip
# Days from the first one, and full years then.
FOUNDED = {1: (3, 15), 12: (9, 7)}
TOGETHER = {3: (4, 5), 9: (20, 10)}
# Who decides at a client of no high class, and gets a present all the same.
VIPS = (10,)

SET_FOUNDED = clients.patch("founded_day", "founded_month", "founded_year")
SET_VIP = persons.patch("vip")


def birth_of(number: int, today: date) -> Birth | None:
    near = BIRTHDAYS.get(number)
    if near is None:
        return None
    day = _years_ago(today + timedelta(days=near.days), near.age)
    return day.day if near.day_known else None, day.month, day.year if near.age else None


def first_order_of(number: int, today: date) -> date | None:
    """Of old clients it is on an anniversary near."""
    if number not in TOGETHER:
        return None
    days, years = TOGETHER[number]
    return _years_ago(today + timedelta(days=days), years)


def _years_ago(day: date, years: int) -> date:
    """29 February is there in leap years only: then it is the 28th."""
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - years, day=28 if leap else day.day)


async def lay_person_facts(tx: Transaction, number: int, client_id: int, buyer_id: int, today: date) -> None:
    if number in FOUNDED:
        days, years = FOUNDED[number]
        day = _years_ago(today + timedelta(days=days), years)
        await tx.run(
            SET_FOUNDED, id_=client_id, founded_day=day.day, founded_month=day.month, founded_year=day.year
        )
    if number in VIPS:
        await tx.run(SET_VIP, id_=buyer_id, vip=True)
