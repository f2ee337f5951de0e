"""In the place of a lead: no journal, no group, no word about what one does or sells oneself; and marks that nobody was given."""

from datetime import date
from typing import Any

import pytest

from domain.errands import ErrandStatus
from domain.reconciliation import Answer, month_code
from domain.secrecy import AlarmKind, JournalKind
from exchange.xlsx_out import write_table_xlsx
from screens.callbacks.behalf import marked
from screens.callbacks.digest import LeaveGroup, ShowSums
from screens.callbacks.discounts import NewDiscount
from screens.callbacks.errands import AcceptErrand, PassErrand, WithdrawErrand
from screens.callbacks.reconciliation import AnswerDifference
from screens.callbacks.secrecy import OpenAlarm, OpenExports, OpenJournal, OpenViewers, TakeJournal
from screens.callbacks.week import SeePlan
from storage import alarms, digest_places, errands
from storage import reconciliation as reconciliation_rows
from storage.digest_places import DigestPlace
from tests.firm import Company, add_client, owes, read
from tests.office import Office
from usecases import payments, reconciliation_differences, substitution, week_plan
from usecases.errors import OwnClientError

FIRST = date(2026, 11, 25)
GROUP = -100500


@pytest.fixture
async def firm(office: Office) -> Company:
    """Ира stands in for Борис, who leads her."""
    found = await Company(office).gather()
    await add_client(office, found.a, "Ромашка")
    await add_client(office, found.i, "Клён")
    await found.owner.says("отпуск Бориса 25–26.11 → Ира")
    await found.owner.taps("Поставить")
    await found.boris.says("поручение Ире: сверить прайс до пятницы")
    await office.waits_until("10:00", FIRST)
    return found


async def refused(firm: Company, button: Any, *said: str) -> None:
    await firm.ira.sends_callback(marked(button.pack(), firm.lead.id))
    assert all(text in (firm.ira.alert or "") for text in said), (button, firm.ira.alert)


async def clients_of(office: Office, name: str) -> dict[str, Any]:
    return next(row for row in await read(office, "clients") if row["name"] == name)


async def test_the_journal_is_opened_by_nobody_else(office: Office, firm: Company) -> None:
    client = (await clients_of(office, "Ромашка"))["id"]
    async with office.work() as work:
        await alarms.close_exports(work.tx, firm.a.id, firm.lead.id, work.now)
        alarm = await alarms.add(
            work.tx,
            firm.a.id,
            FIRST,
            AlarmKind.CARDS,
            at=work.now,
            facts={"count": 40, "usual": 6, "since": work.now.isoformat()},
        )
    assert alarm is not None
    for button in (
        *(OpenJournal(kind=kind, day=FIRST.toordinal()) for kind in JournalKind),
        TakeJournal(kind=JournalKind.EXPORTS, day=FIRST.toordinal()),
        OpenViewers(client=client),
        OpenExports(employee=firm.a.id),
    ):
        await refused(firm, button, "это делает Борис")
    async with office.work() as work:
        assert await alarms.closed_since(work.tx, firm.a.id) is not None
    await firm.ira.sends_callback(marked(OpenAlarm(alarm=alarm).pack(), firm.lead.id))
    firm.ira.sees("👤 За: Борис", "Анна")
    assert not {"🔎 Журнал", "Открыть выгрузки"} & {*firm.ira.buttons}
    await firm.ira.taps("Спросить")
    firm.anna.sees("Ира")


async def test_the_group_of_the_digest_is_the_leads_own(office: Office, firm: Company) -> None:
    place = DigestPlace(firm.lead.id, GROUP, None, "Продажи", sums=False)
    async with office.work() as work:
        await digest_places.put(work.tx, place, work.now)
    for button in (ShowSums(sums=True), LeaveGroup()):
        await refused(firm, button, "Группу", "это делает Борис")
    async with office.work() as work:
        assert await digest_places.find(work.tx, firm.lead.id) == place


async def test_an_own_errand_is_not_accepted_nor_dropped(office: Office, firm: Company) -> None:
    async with office.work() as work:
        (errand,) = [row.id for row in await errands.rows(work.tx, errands.OF_DOERS, 5, doers=[firm.i.id])]
    for button in (WithdrawErrand(errand=errand), PassErrand(errand=errand, employee=firm.a.id)):
        await refused(firm, button, "ответит Олег")
    await firm.ira.sends_callback(f"errands.done:{errand}:1")
    await refused(firm, AcceptErrand(errand=errand), "ответит Олег")
    async with office.work() as work:
        found = await errands.find(work.tx, errand)
    assert found is not None
    assert (found.doer_id, found.status) == (firm.i.id, ErrandStatus.DONE)
    await firm.owner.sends_callback(AcceptErrand(errand=errand).pack())
    async with office.work() as work:
        found = await errands.find(work.tx, errand)
    assert found is not None
    assert found.status is ErrandStatus.ACCEPTED


async def test_an_own_plan_that_nobody_was_shown_is_not_seen(office: Office, firm: Company) -> None:
    async with office.work() as work:
        plan = await week_plan.make_next(firm.i, work)
    assert plan is not None
    await refused(firm, SeePlan(week=plan.id), "ответит Олег")


async def test_a_difference_of_the_own_client_is_not_answered(office: Office, firm: Company) -> None:
    ids = {}
    for person, name in ((firm.i, "Клён"), (firm.a, "Ромашка")):
        client = (await clients_of(office, name))["id"]
        await owes(office, client, 90_000_00)
        async with office.work() as work:
            done = await reconciliation_differences.record(
                person, work, client, month_code(date(2026, 10, 1)), "1: 80 000"
            )
        ids[name] = done.card.id
    await refused(firm, AnswerDifference(reconciliation=ids["Клён"], answer=Answer.RIGHT), "Это ваш клиент")
    await refused(firm, AnswerDifference(reconciliation=ids["Ромашка"], answer=Answer.RIGHT))
    async with office.work() as work:
        rows = [
            await reconciliation_rows.find_own(work.tx, ids[name], [firm.a.id, firm.i.id])
            for name in ("Клён", "Ромашка")
        ]
    assert [row.answer if row else "" for row in rows] == [None, Answer.RIGHT]


async def test_a_payment_is_not_given_to_the_own_client(office: Office, firm: Company) -> None:
    client = (await clients_of(office, "Клён"))["id"]
    async with office.work() as work:
        with pytest.raises(OwnClientError):
            await payments.give_payment(substitution.as_absent(firm.lead, firm.i), work, 1, client)


async def test_the_own_client_gets_no_discount(firm: Company) -> None:
    for name, said in (("Клён", "Это ваш клиент"), ("Ромашка", "")):
        await firm.ira.sends_callback(marked(NewDiscount().pack(), firm.lead.id))
        await firm.ira.says(f"{name} 3 % на всё")
        firm.ira.sees("👤 За: Борис", name)
        await firm.ira.taps("Завести")
        assert said in (firm.ira.alert or "")
    await firm.owner.says("/team")
    await firm.owner.taps("Скидки")
    firm.owner.sees("Ромашка")
    firm.owner.does_not_see("Клён")


async def test_a_file_is_sent_in_ones_own_right(office: Office, firm: Company) -> None:
    await firm.ira.sends_callback(marked(NewDiscount().pack(), firm.lead.id))
    firm.ira.sees("👤 За: Борис")
    rows: list[list[str | int]] = [["Ира", "ноябрь 2026", 1], ["Анна", "ноябрь 2026", 630]]
    await firm.ira.sends_file("цели.xlsx", write_table_xlsx(["Менеджер", "Месяц", "Звонки"], rows))
    firm.ira.sees("Это цели. Их присылает руководитель.")
    assert "За: Борис" not in firm.ira.screen
    await firm.ira.sends_callback(marked(NewDiscount().pack(), firm.lead.id))
    table = "Клиент;Телефон;Кредитный лимит\nКлён;+79165550101;900000\nРомашка;+79165550102;900000\n"
    await firm.ira.sends_file("клиенты.csv", table.encode())
    await firm.ira.taps("Загрузить")
    limits = {row["name"]: row["credit_limit"] for row in await read(office, "clients")}
    assert limits == {"Клён": None, "Ромашка": None}


# --- marks that nobody was given


async def test_a_mark_is_a_place_only_while_it_is_taken(office: Office, firm: Company) -> None:
    before = await read(office, "clients"), await read(office, "calls")
    for number in (
        firm.i.id,
        firm.a.id,
        firm.o.id,
        (await office.actor(firm.gleb)).id,
        (await office.actor(firm.owner)).id,
        10**6,
        2**63 - 1,
    ):
        for data in ("calls.next", "digest.all", "team.new"):
            heard = len(firm.ira.from_bot)
            await firm.ira.sends_callback(f"{data}@{number}")
            assert "Замещение закончилось" in (firm.ira.alert or ""), (data, number, firm.ira.alert)
            assert len(firm.ira.from_bot) == heard
    await firm.ira.sends_callback(f"calls.next@{2**63}")
    firm.ira.sees("Эта кнопка устарела")
    assert before == (await read(office, "clients"), await read(office, "calls"))


async def test_only_who_was_chosen_takes_the_place(firm: Company) -> None:
    for phone in (firm.anna, firm.gleb, firm.oleg, firm.support):
        await phone.sends_callback(marked("digest.all", firm.lead.id))
        assert "Замещение закончилось: Борис" in (phone.alert or "")


async def test_a_command_and_the_keyboard_are_the_own_hand(firm: Company) -> None:
    await firm.ira.sends_callback(marked(NewDiscount().pack(), firm.lead.id))
    firm.ira.sees("👤 За: Борис")
    for said in ("/digest", "/team", "/approvals"):
        await firm.ira.says(said)
        firm.ira.sees("Этого нет в вашей роли.")
        assert "За: Борис" not in firm.ira.screen
    await firm.ira.says("📞 Обзвон")
    assert "За: Борис" not in firm.ira.screen


async def test_what_was_begun_for_somebody_is_not_answered_when_they_are_back(
    office: Office, firm: Company
) -> None:
    await firm.ira.sends_callback(marked(NewDiscount().pack(), firm.lead.id))
    await office.waits_until("09:00", date(2026, 11, 27))
    await firm.ira.says("Ромашка 3 % на всё")
    firm.ira.sees("Замещение закончилось: Борис")
    await firm.ira.says("Ромашка 3 % на всё")
    await firm.owner.says("/team")
    await firm.owner.taps("Скидки")
    firm.owner.does_not_see("Ромашка")
