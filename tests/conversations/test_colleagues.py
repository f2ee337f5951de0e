"""What a lead changes about people, and how they hear of it."""

from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from domain.actors import Role
from screens.callbacks.colleagues import ReturnColleague, RoleOf, ZoneOf
from screens.callbacks.team import MoveTo, OpenColleague
from storage import employees
from storage import tables as t
from tests.conversations.test_people import offered
from tests.firm import Company, add_client
from tests.office import MOSCOW, Office

NEXT = sa.select(t.push_schedule.c.next_at).where(
    t.push_schedule.c.employee_id == sa.bindparam("id_"), t.push_schedule.c.kind == sa.bindparam("kind_")
)
KINDS = sa.select(t.push_schedule.c.kind).where(t.push_schedule.c.employee_id == sa.bindparam("id_"))
AUDIT = sa.select(t.audit.c.facts).where(t.audit.c.action == "people").order_by(t.audit.c.id)


@pytest.fixture
async def firm(office: Office) -> Company:
    return await Company(office).gather()


async def opens(office: Office, firm: Company, name: str) -> None:
    await firm.boris.says("/team")
    await firm.boris.taps(name)


async def test_the_zone_of_a_person_moves_the_pushes(office: Office, firm: Company) -> None:
    async with office.work() as work:
        before = await work.tx.value(NEXT, id_=firm.a.id, kind_="call_list")
    await opens(office, firm, "Анна")
    await firm.boris.taps("Часовой пояс")
    firm.boris.sees("Анна: пояс Москва")
    await firm.boris.says("на севере")
    firm.boris.sees("Не понял «на севере»")
    await firm.boris.says("Тюмень")
    firm.boris.sees("Анна: пояс Екатеринбург +2. Рассылки сдвинулись.")
    firm.anna.sees("Ваш пояс теперь — Екатеринбург +2")
    async with office.work() as work:
        after = await work.tx.value(NEXT, id_=firm.a.id, kind_="call_list")
        (kept,) = await work.tx.values(AUDIT)
    assert before.astimezone(MOSCOW).hour == after.astimezone(ZoneInfo("Asia/Yekaterinburg")).hour == 9
    assert kept == {
        "what": "zone",
        "who": firm.a.id,
        "before": "Europe/Moscow",
        "after": "Asia/Yekaterinburg",
    }
    await firm.boris.taps("Назад")
    await firm.boris.taps("Часовой пояс")
    await firm.boris.taps("Самара +1")
    firm.boris.sees("Анна: пояс Самара +1")


async def test_a_silly_name_is_mended(office: Office, firm: Company) -> None:
    await opens(office, firm, "Анна")
    await firm.boris.taps("Имя")
    await firm.boris.says("Анна   Петрова")
    firm.boris.sees("Записано: Анна Петрова")
    firm.anna.sees("Ваше имя в команде теперь — «Анна Петрова». Кто изменил: Борис")
    await opens(office, firm, "Анна Петрова")
    await firm.boris.taps("Имя")
    await firm.boris.says("я" * 101)
    firm.boris.sees("Имя: от 1 до 100 знаков")
    await firm.boris.says("/cancel")
    firm.boris.sees("Диалог закрыт")


async def test_another_role_brings_its_menu_and_pushes(office: Office, firm: Company) -> None:
    await add_client(office, firm.a, "Ромашка")
    await opens(office, firm, "Анна")
    await firm.boris.taps("Роль")
    assert "руководитель" not in firm.boris.buttons
    await firm.boris.taps("бухгалтер")
    firm.boris.sees("Анна — теперь бухгалтер", "Остался 1 клиент: передайте")
    firm.anna.sees("Ваша роль теперь — бухгалтер. Кто изменил: Борис", anywhere=True)
    assert "import" in offered(office, firm.anna)
    assert "calls" not in offered(office, firm.anna)
    async with office.work() as work:
        assert "call_list" not in await work.tx.values(KINDS, id_=firm.a.id)
    await firm.boris.taps("Передать клиентов")
    await firm.boris.taps("Всех")
    await firm.boris.taps("Ира (")
    await firm.boris.taps("Передать")
    firm.ira.sees("У вас новый клиент")


async def test_the_owner_makes_a_second_lead(office: Office, firm: Company) -> None:
    await firm.owner.says("/team")
    await firm.owner.taps("Анна")
    await firm.owner.taps("Роль")
    await firm.owner.taps("руководитель")
    firm.anna.sees("Ваша роль теперь — руководитель. Кто изменил: Олег", anywhere=True)
    async with office.work() as work:
        assert {one.name for one in await employees.leads_of(work.tx, firm.i)} == {"Анна", "Борис"}
        assert [one.name for one in await employees.leads_of(work.tx, firm.lead)] == ["Анна"]
    await firm.anna.says("/team")
    firm.anna.sees("Ира — менеджер")
    await firm.anna.sends_callback(OpenColleague(employee=firm.lead.id).pack())
    firm.anna.sees("Борис")
    assert "Уволить" not in firm.anna.buttons


async def test_teams_are_named_and_put_under_one_another(office: Office, firm: Company) -> None:
    await firm.owner.says("/team")
    await firm.owner.taps("Новая команда")
    await firm.owner.says("Продажи")
    firm.owner.sees("Продажи")
    await firm.owner.taps("👥 Розница")
    firm.owner.sees("Розница: 2 человека")
    await firm.owner.taps("Переименовать")
    await firm.owner.says("Сети")
    firm.owner.sees("Сети: 2 человека")
    await firm.owner.taps("Подчинить")
    await firm.owner.taps("Опт")
    firm.owner.sees("Над ней: Опт")
    await firm.boris.says("/team")
    firm.boris.sees("Сети", "Олеся — менеджер", "Глеб — руководитель")
    await firm.boris.taps("👥 Опт")
    assert "Подчинить команду" not in firm.boris.buttons
    await firm.owner.says("/team")
    await firm.owner.taps("👥 Опт")
    await firm.owner.taps("Подчинить")
    firm.owner.sees("Кому подчинить «Опт»?")
    assert "Сети" not in firm.owner.buttons
    await firm.owner.says("/team")
    await firm.owner.taps("👥 Сети")
    await firm.owner.taps("Подчинить")
    await firm.owner.taps("Никому")
    firm.owner.does_not_see("Над ней")


async def test_an_empty_team_is_invited_to_from_its_card(office: Office, firm: Company) -> None:
    await firm.owner.says("/team")
    await firm.owner.taps("Новая команда")
    await firm.owner.says("Север")
    await firm.owner.taps("👥 Север")
    firm.owner.sees("Север: 0 человек")
    await firm.owner.taps("Пригласить")
    await firm.owner.taps("Назад")
    await firm.owner.taps("Пригласить")
    await firm.owner.taps("руководитель")
    newcomer = office.phone("Вадим")
    await newcomer.starts(firm.owner.copied("Скопировать ссылку").partition("start=")[2])
    firm.owner.sees("Вадим — теперь руководитель в команде «Север».")
    assert (await office.actor(newcomer)).role is Role.LEAD


async def test_of_several_teams_an_invitation_asks_to_which(office: Office, firm: Company) -> None:
    await firm.owner.says("/team")
    await firm.owner.taps("Пригласить")
    await firm.owner.taps("менеджер")
    firm.owner.sees("В какую команду?")
    await firm.owner.taps("Розница")
    newcomer = office.phone("Вадим")
    await newcomer.starts(firm.owner.copied("Скопировать ссылку").partition("start=")[2])
    firm.owner.sees("Вадим — теперь менеджер в команде «Розница».")


async def test_a_head_invites_no_other_lead_to_the_own_team(office: Office, firm: Company) -> None:
    async with office.work() as work:
        await work.tx.run(employees.PUT_UNDER, id_=firm.o.team_id, parent=firm.lead.team_id)
    for team, leads in (("Опт", False), ("Розница", True)):
        await firm.boris.says("/team")
        await firm.boris.taps(f"👥 {team}")
        await firm.boris.taps("Пригласить")
        assert ("руководитель" in firm.boris.buttons) is leads


async def test_a_head_rules_the_own_tree_only(office: Office, firm: Company) -> None:
    async with office.work() as work:
        await work.tx.run(employees.PUT_UNDER, id_=firm.o.team_id, parent=firm.lead.team_id)
        apart = await work.tx.value(employees.ADD_TEAM, name="Отдельно")
    petya = await office.hires("Петя", team=apart)
    stranger = (await office.actor(petya)).id
    await opens(office, firm, "Олеся")
    await firm.boris.taps("В другую команду")
    assert "Отдельно" not in firm.boris.buttons
    await firm.boris.taps("Опт")
    firm.boris.sees("Олеся — в команде «Опт»")
    firm.oleg.sees("Вы теперь в команде «Опт». Решение: Борис")
    await opens(office, firm, "Глеб")
    await firm.boris.taps("Роль")
    await firm.boris.taps("менеджер")
    firm.boris.sees("Глеб — теперь менеджер")
    await firm.boris.says("/team")
    await firm.boris.taps("Пригласить")
    await firm.boris.taps("руководитель")
    link = firm.boris.copied("Скопировать ссылку")
    newcomer = office.phone("Вадим")
    await newcomer.starts(link.partition("start=")[2])
    newcomer.sees("как руководитель")
    async with office.work() as work:
        assert [one.name for one in await employees.leads_of(work.tx, firm.o)] == ["Вадим"]
    await firm.boris.says("/team")
    await firm.boris.taps("Новая команда")
    await firm.boris.says("Север")
    firm.boris.sees("Север")
    for data in (
        OpenColleague(employee=stranger),
        RoleOf(employee=stranger, role=Role.SUPPORT),
        ZoneOf(employee=stranger, zone="Europe/Samara"),
        MoveTo(employee=stranger, team=firm.lead.team_id or 0),
        MoveTo(employee=firm.a.id, team=apart),
        ReturnColleague(employee=stranger),
    ):
        await firm.boris.says("/team")
        await firm.boris.sends_callback(data.pack())
        assert firm.boris.alert, data
    assert (await office.actor(petya)).role is Role.MANAGER
