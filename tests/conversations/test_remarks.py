"""A word of the lead to a manager and back; and whoever should not press these buttons."""

from datetime import date, timedelta
from typing import Any

import pytest

from domain.actors import Actor, Role
from screens.callbacks.digest import Answer as AnswerButton
from screens.callbacks.digest import Ask, OpenAlarms, OpenDay, OpenDigest, OpenKind, Praise
from tests.firm import BIG, TUESDAY, Company, add_client, owes, played_day, read
from tests.office import Office
from usecases import promises


@pytest.fixture
async def firm(office: Office) -> Company:
    return await Company(office).gather()


# --- a word to a manager


async def broken_promise(office: Office, firm: Company) -> int:
    client = await add_client(office, firm.a, "Ромашка & К°")
    await owes(office, client, 30_000_000)
    async with office.work() as work:
        await promises.take_promise(firm.a, work, client, 12_000_000, office.today)
    await office.waits_until("09:30", TUESDAY)
    return client


async def test_a_question_goes_and_the_answer_comes_back(office: Office, firm: Company) -> None:
    client = await broken_promise(office, firm)
    await firm.boris.says("/digest")
    firm.boris.sees("1. Ромашка & К°: обещание на 120 т.р. не сдержано, срок пн, 23 ноября (Анна)")
    await firm.boris.double_taps("❓ Анна")
    assert len(await read(office, "remarks")) == 1
    assert firm.boris.alert == "Анна: вопрос уже ушёл (вт, 24 ноября, 09:30), ответа ещё нет."
    firm.anna.sees("Борис спрашивает:", "Ромашка & К°: обещание на 120 т.р. не сдержано", "Ответ уйдёт сразу")
    await firm.anna.taps("Открыть")
    firm.anna.sees("Ромашка & К°")
    remark = (await read(office, "remarks"))[0]["id"]
    await firm.anna.sends_callback(AnswerButton(remark=remark).pack())
    firm.anna.sees("Борис ждёт ответа: напишите одним сообщением.")
    await firm.anna.says("x" * 1001)
    firm.anna.sees("Ответ — от 1 до 1000 знаков")
    await firm.anna.says("Платят <сегодня>, директор вернулся")
    firm.anna.sees("Ответ отправлен. Его получит Борис.")
    firm.boris.sees("Анна отвечает:", "Ромашка & К°", "«Платят <сегодня>, директор вернулся»")
    await firm.boris.taps("Открыть")
    firm.boris.sees("Ромашка & К°")
    notes = [
        row for row in await read(office, "timeline") if row["client_id"] == client and row["kind"] == "note"
    ]
    assert [row["facts"]["text"] for row in notes] == [
        "Ответ руководителю: Платят <сегодня>, директор вернулся"
    ]
    # asked and answered again: the same answer is shown, nothing is sent twice
    await firm.anna.sends_callback(AnswerButton(remark=remark).pack())
    assert firm.anna.alert == "Ответ уже есть (Анна): «Платят <сегодня>, директор вернулся»"
    await firm.boris.says("/digest")
    await firm.boris.taps("💬 Анна")
    assert firm.boris.alert == "Ответ уже есть (Анна): «Платят <сегодня>, директор вернулся»"


async def test_two_answers_at_once_are_one(office: Office, firm: Company) -> None:
    await broken_promise(office, firm)
    await firm.boris.says("/digest")
    await firm.boris.taps("❓ Анна")
    await firm.anna.taps("Ответить")
    await firm.anna.taps("Отмена")
    await firm.anna.says("разговор о другом")
    assert (await read(office, "remarks"))[0]["answered_at"] is None
    remark = (await read(office, "remarks"))[0]["id"]
    await firm.anna.sends_callback(AnswerButton(remark=remark).pack())
    await firm.anna.says("Раз")
    await firm.anna.sends_callback(AnswerButton(remark=remark).pack())
    await firm.anna.says("Два")
    assert (await read(office, "remarks"))[0]["answer"] == "Раз"
    heard = [message for message in firm.boris.from_bot if "отвечает" in message.text]
    assert len(heard) == 1


async def test_an_answer_finds_whoever_leads_now(office: Office, firm: Company) -> None:
    await broken_promise(office, firm)
    await firm.boris.says("/digest")
    await firm.boris.taps("❓ Анна")
    async with office.work() as work:
        from usecases import people

        await people.dismiss(await office_owner(work), work, firm.lead.id)
    await firm.anna.taps("Ответить")
    await firm.anna.says("Завтра")
    firm.owner.sees("Анна отвечает:", "«Завтра»")


async def office_owner(work: Any) -> Actor:
    from storage import employees

    return (await employees.with_role(work.tx, Role.OWNER))[0]


async def test_last_evenings_digest_still_works_in_the_morning(office: Office, firm: Company) -> None:
    await broken_promise(office, firm)
    await office.waits_until("18:30", TUESDAY)
    evening = firm.boris.sees("Итог дня")
    await office.waits_until("08:00", TUESDAY + timedelta(days=1))
    await firm.boris.taps_old(evening, "❓ Анна")
    assert firm.boris.alert == "Вопрос ушёл: Анна"
    firm.anna.sees("Борис спрашивает:", "Ромашка")


async def test_praise_is_said_once(office: Office, firm: Company) -> None:
    await played_day(office, firm)
    await firm.boris.says("/digest")
    await firm.boris.double_taps("👏 3 · Анна")
    assert firm.boris.alert == "Анна: об этом уже сказано."
    heard = [message for message in firm.anna.from_bot if "отмечает" in message.text]
    assert len(heard) == 1
    firm.anna.sees("Борис отмечает вашу работу:", "Вектор: заказ на 340 т.р.")
    await firm.anna.taps("Открыть")
    firm.anna.sees("Вектор")
    await firm.boris.taps("👏 5 · Ира")
    firm.ira.sees("Ира: 2 новых клиента")
    await firm.boris.says("/digest")
    assert "✓ 3 · Анна" in firm.boris.buttons


# --- whoever should not


def buttons(day: date, ids: dict[str, int], firm: Company, remark: int) -> list[Any]:
    ordinal = day.toordinal()
    return [
        OpenDigest(),
        *(OpenKind(kind=kind) for kind in ("plan", "now", "result")),
        OpenAlarms(),
        OpenDay(employee=firm.a.id),
        Ask(kind="broken", ref=ids["promise"], day=ordinal),
        Ask(kind="off_pace", ref=firm.a.id, day=ordinal),
        Ask(kind="silent", ref=ids["Ромашка"], day=ordinal),
        Ask(kind="claim", ref=1, day=ordinal),
        Ask(kind="held", ref=ids["held"], day=ordinal),
        Praise(kind="order", ref=ids["order"], day=ordinal),
        Praise(kind="kept", ref=ids["promise"], day=ordinal),
        Praise(kind="new_clients", ref=firm.i.id, day=ordinal),
        AnswerButton(remark=remark),
    ]


async def matrix(office: Office, firm: Company) -> tuple[list[Any], int]:
    ids = await played_day(office, firm)
    await firm.boris.says("/digest")
    ids["promise"] = next(row["id"] for row in await read(office, "promises") if row["state"] == "broken")
    ids["order"] = next(row["id"] for row in await read(office, "orders") if row["total"] == BIG)
    await firm.boris.taps("❓ Анна")
    remark = (await read(office, "remarks"))[0]["id"]
    return buttons(office.today, ids, firm, remark), remark


async def test_strangers_support_and_the_dismissed_get_nothing(office: Office, firm: Company) -> None:
    every, _ = await matrix(office, firm)
    before = await read(office, "remarks")
    stranger = office.phone("Чужак")
    await stranger.starts()
    async with office.work() as work:
        from usecases import people

        await people.dismiss(firm.lead, work, firm.i.id)
    for button in every:
        for phone in (stranger, firm.support, firm.ira):
            await phone.sends_callback(button.pack())
            phone.does_not_see("Анна", "Ромашка", "Сводка", "Итог")
            assert phone.alert
    assert await read(office, "remarks") == before


async def test_a_manager_has_no_use_of_the_leads_buttons(office: Office, firm: Company) -> None:
    every, remark = await matrix(office, firm)
    before = await read(office, "remarks")
    for button in every:
        await firm.ira.sends_callback(button.pack())
        wanted = "Этого здесь больше нет" if isinstance(button, AnswerButton) else "Этого нет в вашей роли"
        assert wanted in (firm.ira.alert or "")
    assert await read(office, "remarks") == before
    await firm.ira.says("/digest")
    firm.ira.sees("Этого нет в вашей роли")
    # the lead may not answer for the manager
    await firm.boris.sends_callback(AnswerButton(remark=remark).pack())
    assert "Этого здесь больше нет" in (firm.boris.alert or "")


async def test_a_lead_of_another_team_sees_the_own_team_only(office: Office, firm: Company) -> None:
    every, _ = await matrix(office, firm)
    before = await read(office, "remarks")
    for button in every:
        await firm.gleb.sends_callback(button.pack())
        firm.gleb.does_not_see("Анна", "Ромашка", "Ира", anywhere=True)
        if not isinstance(button, OpenDigest | OpenKind | OpenAlarms):
            assert firm.gleb.alert
    assert await read(office, "remarks") == before
    await firm.gleb.sends_callback(OpenKind(kind="now", team=firm.lead.team_id or 0).pack())
    assert "Этого здесь больше нет" in (firm.gleb.alert or "")


@pytest.mark.parametrize(
    "data",
    [
        "digest.ask:broken:1",
        "digest.ask:nonsense:1:739000",
        "digest.ask:broken:0:739000",
        "digest.ask:broken:99999999999999999999:739000",
        "digest.praise:order:x:739000",
        "digest.day:-1",
        "digest.kind:plan:-5",
        "digest.answer:",
        "digest.unknown",
    ],
)
async def test_malformed_buttons_are_old_buttons(office: Office, firm: Company, data: str) -> None:
    await firm.boris.sends_callback(data)
    firm.boris.sees("Эта кнопка устарела")


async def test_what_is_gone_is_stale(office: Office, firm: Company) -> None:
    await matrix(office, firm)
    ordinal = office.today.toordinal()
    for button in (
        Ask(kind="broken", ref=999, day=ordinal),
        Ask(kind="broken", ref=1, day=ordinal + 1),
        Ask(kind="broken", ref=1, day=ordinal - 30),
        Praise(kind="order", ref=999, day=ordinal),
        OpenDay(employee=999),
    ):
        await firm.boris.sends_callback(button.pack())
        assert firm.boris.alert
    assert len(await read(office, "remarks")) == 1
