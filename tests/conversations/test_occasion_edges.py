"""What changes between an occasion and its greeting: the date, the manager, the person, the year."""

from datetime import date

import pytest

from domain.actors import Role
from domain.congratulations import Way
from domain.first_names import Gender
from domain.holidays import LONGEST_CODE
from sandbox.phone import Phone
from screens.callbacks.data import CallbackData
from screens.callbacks.gifts import AskGift
from screens.callbacks.greetings import (
    LAST_PAGE,
    AskText,
    DropText,
    Greeted,
    OpenCelebration,
    SetAddress,
    ShowLook,
    TakeBack,
    TellGender,
)
from screens.callbacks.missed_occasions import AskMissed
from storage import clients, persons
from tests.conversations.test_gifts import plans
from tests.conversations.test_greetings import opens, smirnova
from tests.conversations.test_occasions import add_person, client_of, get_person, nine
from tests.office import Office

SET_MANAGER, SET_DELETED = clients.patch("manager_id"), persons.patch("deleted_at")
TEN_FIGURES, LOOK = 9_999_999_999, 2 * LAST_PAGE + 1


@pytest.fixture
async def anna(office: Office) -> Phone:
    return await office.hires("Анна")


async def test_greeted_on_a_wrong_day_the_right_one_is_still_announced(office: Office, anna: Phone) -> None:
    await smirnova(office, anna)
    await opens(anna, "Смирнова")
    await anna.taps("✅ Поздравил")
    await anna.says("др у смирновой 30 ноября")
    await anna.says("/occasions")
    anna.sees("пн, 30 ноября — Смирнова Ольга Петровна, Ромашка")
    anna.does_not_see("поздравлена")
    await nine(office, date(2026, 11, 30))
    anna.sees("Смирнова Ольга Петровна", anywhere=True)


async def test_a_mark_of_the_right_day_outlives_another_year_of_birth(office: Office, anna: Phone) -> None:
    await smirnova(office, anna)
    await opens(anna, "Смирнова")
    await anna.taps("✅ Поздравил")
    await anna.says("др у смирновой 23.11.1985")
    await anna.says("/occasions")
    anna.sees("✅ поздравлена")


async def test_a_waiting_date_is_not_given_to_somebody_of_an_older_question(
    office: Office, anna: Phone
) -> None:
    olga = await add_person(office, anna, "Ромашка", "Смирнова Ольга")
    await add_person(office, anna, "Лютик", "Смирнова Анна")
    await add_person(office, anna, "Вега", "Иванов Пётр")
    await add_person(office, anna, "Мир", "Иванов Олег")
    await anna.says("др у смирновой 12 марта")
    old = anna.last
    await anna.says("др у иванова 5 мая")
    await anna.taps_old(old, "Смирнова Ольга · Ромашка")
    assert (await get_person(office, anna, olga)).birth_month is None


async def test_a_present_asked_for_moves_on_with_its_client(office: Office, anna: Phone) -> None:
    boris, vera = await office.hires("Борис", Role.LEAD), await office.hires("Вера")
    client = await client_of(office, await smirnova(office, anna))
    await plans(anna, "коньяк 5000")
    old, vera_id = anna.last, (await office.actor(vera)).id
    async with office.work() as work:
        await work.tx.run(SET_MANAGER, id_=client, manager_id=vera_id)
    await boris.taps("✅ Согласовать")
    boris.sees("🎁 Подарок согласован")
    vera.sees("✅ Подарок согласован · Борис", "коньяк — 5 000 ₽")
    anna.does_not_see("Подарок согласован", anywhere=True)
    await anna.taps_old(old, "Отменить")
    assert anna.alert == "Этого здесь больше нет. Откройте раздел заново."
    await vera.double_taps("🎁 Вручил")
    vera.sees("🎁 Подарок вручён")


async def test_a_present_is_handed_over_though_the_person_was_taken_off_the_card(
    office: Office, anna: Phone
) -> None:
    person = await smirnova(office, anna)
    await plans(anna, "коньяк 2500")
    async with office.work() as work:
        await work.tx.run(SET_DELETED, id_=person, deleted_at=work.now)
    await anna.taps("🎁 Вручил")
    anna.sees("🎁 Подарок вручён")


async def test_a_present_bought_in_december_stands_in_the_ledger_of_its_year(
    office: Office, anna: Phone
) -> None:
    await add_person(office, anna, "Ромашка", "Смирнова Ольга", (12, 1, None))
    await office.waits_until("12:00", date(2026, 12, 28))
    await plans(anna, "коньяк 2500", "12.01")
    await anna.taps("Подарки")
    anna.sees("задуман · 2027")
    await office.waits_until("12:00", date(2027, 1, 11))
    await anna.says("/occasions")
    await anna.taps("Подарки")
    anna.sees("2027", "2 500 ₽", "коньяк")


@pytest.mark.parametrize(
    "button",
    [
        OpenCelebration,
        lambda **of: ShowLook(**of, look=LOOK),
        lambda **of: SetAddress(**of, familiar=True, look=LOOK),
        lambda **of: TellGender(**of, male=False, look=LOOK),
        lambda **of: Greeted.by(Way.GIFT, LOOK, **of, year=2026),
        lambda **of: TakeBack(**of, year=2026),
        AskText,
        DropText,
        AskGift,
        lambda **of: AskMissed(**of, day=date(2199, 12, 31).toordinal()),
    ],
)
def test_the_longest_ids_and_codes_fit_a_button(button: type[CallbackData]) -> None:
    made = button(client=TEN_FIGURES, person=TEN_FIGURES, code="a" * LONGEST_CODE)
    assert len(made.pack()) <= 64
    assert type(made).unpack(made.pack()) == made


def test_a_button_of_gender_says_which() -> None:
    made = [
        TellGender(client=1, person=1, code="birthday", male=male, look=0).gender for male in (True, False)
    ]
    assert made == [Gender.MALE, Gender.FEMALE]
