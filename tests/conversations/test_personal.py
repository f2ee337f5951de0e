"""One person's data: given out whole, and erased from everywhere."""

import json

import pytest
import structlog

from domain.actors import Role
from domain.errands import Aim, ErrandStatus, ProposalKind, Said
from sandbox.phone import Phone
from storage import announcements, clients, errands, order_talk, orders, persons, proposals, reports, timeline
from storage.database import Transaction
from storage.timeline import EventKind
from tests.conversations.rows import snapshot
from tests.conversations.test_clients import add_client, add_person, events_of
from tests.office import Office

NAMES = ("смирнов", "ольг", "петровн", "1112233", "111-22-33", "olga@", "олечк")
# of no client in particular: a lone first name may be anybody's
BARE = "ольга котова осталась"
SET_OWN = persons.patch("said_as", "email", "telegram_id", "forms")


async def fill(office: Office, anna: Phone) -> tuple[int, int]:
    """A client with Смирнова and all that may be written of her."""
    client = await add_client(office, anna, "Ромашка")
    person = await add_person(
        office, client, "Смирнова Ольга Петровна", role="buyer", phone="+79161112233", birth=(23, 11, 1986)
    )
    await add_person(office, client, "Котов Иван")
    actor = await office.actor(anna)
    async with office.work() as work:
        await work.tx.run(
            SET_OWN,
            id_=person,
            said_as="Олечка",
            email="olga@romashka.example",
            telegram_id=777,
            forms={"dative": "Смирновой Ольге П."},
        )
        await work.tx.run(clients.patch("note"), id_=client, note="Звонить Ольге Петровне: 8 (916) 111-22-33")
        await timeline.add(
            work.tx,
            client,
            actor.id,
            work.now,
            EventKind.NOTE,
            text="Встретил Смирнову и Котова, Олечка довольна",
        )
    await anna.says("/occasions")
    await anna.taps("Смирнова")
    await anna.taps("✏️ Свой текст")
    await anna.says("Ольга Петровна, с днём рождения!")
    await anna.taps("🎁 Подарок")
    await anna.says("коньяк Ольге 2500")
    await anna.taps("🎁 Вручил")
    await anna.says("ромашка: поговорили со смирновой, ждёт прайс")
    await anna.taps("Сохранить")
    await write_of_her(office, actor.id, client)
    return client, person


async def write_of_her(office: Office, me: int, client: int) -> None:
    """In an errand's talk, errands of no client, an order, a report, a proposal and an announcement."""
    async with office.work() as work:
        errand = await errands.add(
            work.tx,
            giver_id=me,
            doer_id=me,
            pool=None,
            client_id=client,
            text="набрать Ольгу Петровну",
            file_kind=None,
            file_id=None,
            due=work.now,
            status=ErrandStatus.GIVEN,
            created_at=work.now,
        )
        await errands.say(work.tx, errand, me, work.now, kind=Said.QUESTION, text="Смирновой или Котову?")
        await errands.add(
            work.tx,
            giver_id=me,
            doer_id=me,
            pool=None,
            client_id=None,
            text="отвезти букет Смирновой",
            file_kind=None,
            file_id=None,
            due=work.now,
            status=ErrandStatus.GIVEN,
            created_at=work.now,
        )
        order = await orders.add_draft(work.tx, client, me, work.now)
        await order_talk.ask(work.tx, order, me, "Ольге Петровне с утра?", work.now)
        await announcements.add(
            work.tx,
            author_id=me,
            aim=Aim.TEAM,
            text="Смирнова Ольга приедет в пятницу",
            file_kind=None,
            file_id=None,
            created_at=work.now,
        )
        report = await reports.draft(work.tx, me, office.today.replace(day=1), work.now)
        words = {"market": "Смирнова Ольга перешла к конкурентам, Ольга Котова осталась"}
        await work.tx.run(reports.SET_WORDS, id_=report.id, words=words)
        await proposals.add(work.tx, me, ProposalKind.GOODS, "Смирнова просит кефир", work.now)


async def everything(tx: Transaction) -> str:
    found = await snapshot(tx)
    return json.dumps(found, ensure_ascii=False, default=str).lower()


async def test_all_that_is_kept_is_given_out(office: Office) -> None:
    anna = await office.hires("Анна")
    client, person = await fill(office, anna)
    await anna.sends_callback(f"persons.open:{person}")
    await anna.taps("Данные")
    anna.sees("Смирнова Ольга Петровна · Ромашка", "Всё, что хранится о человеке")
    await anna.taps("📄 Выгрузить")
    name, data = anna.file()
    assert name == f"Данные человека {person}.json"
    told = json.loads(data)
    assert told["person"]["email"] == "olga@romashka.example"
    assert (told["person"]["birth_day"], told["person"]["telegram_id"]) == (23, 777)
    assert told["greetings"][0]["text"] == "Ольга Петровна, с днём рождения!"
    assert told["gifts"][0]["what"] == "коньяк Ольге"
    assert [one["note"] for one in told["calls"]] != []
    assert {"note", "greeting"} <= {one["kind"] for one in told["history"]}
    assert any("8 (916)" in str(one) for one in told["named_in"])
    named_in = {one["table"] for one in told["named_in"]}
    assert {"proposals", "announcements", "errands", "order_questions", "reports"} <= named_in
    assert ("changed", "person_exported") in await events_of(office, client)


async def test_erased_nothing_names_the_person_any_more(office: Office) -> None:
    anna = await office.hires("Анна")
    _client, person = await fill(office, anna)
    await anna.sends_callback(f"persons.open:{person}")
    await anna.taps("Данные")
    await anna.taps("Стереть…")
    anna.sees("Стереть данные: Смирнова Ольга Петровна?", "останутся без имени")
    await anna.taps("Стереть")
    anna.sees("стереть навсегда?", "Вернуть будет нельзя.")
    await anna.double_taps("Да, навсегда")
    anna.sees("Данные человека стёрты · Ромашка")
    async with office.work() as work:
        left = await everything(work.tx)
    assert [name for name in NAMES if name in left.replace(BARE, "")] == []
    assert "котов" in left
    assert BARE in left
    await anna.says("смирнова")
    anna.sees("Не нашлось")
    await anna.says("ромашка")
    await anna.taps("История")
    anna.sees("Встретил удалённый человек и Котова, удалённый человек довольна", "данные человека стёрты")
    await anna.says("/occasions")
    await anna.taps("Подарки")
    anna.sees("удалённый человек, Ромашка · вручён")
    await anna.sends_callback(f"persons.open:{person}")
    assert anna.alert == "Этого здесь больше нет. Откройте раздел заново."


async def test_a_namesake_keeps_the_shared_words(office: Office) -> None:
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка")
    person = await add_person(office, client, "Смирнова Ольга")
    await add_person(office, client, "Смирнова Вера")
    actor = await office.actor(anna)
    async with office.work() as work:
        text = "Ольга Смирнова уволилась, Смирнова Вера за неё"
        await timeline.add(work.tx, client, actor.id, work.now, EventKind.NOTE, text=text)
    await anna.says("/help")
    await anna.sends_callback(f"personal.erase:{person}:2")
    await anna.says("ромашка")
    await anna.taps("История")
    anna.sees("удалённый человек уволилась, Смирнова Вера за неё")


async def test_a_lead_may_and_a_stranger_to_the_client_may_not(office: Office) -> None:
    boris, anna = await office.hires("Борис", Role.LEAD), await office.hires("Анна")
    vera, support = await office.hires("Вера"), await office.hires("Света", Role.SUPPORT)
    client = await add_client(office, anna, "Ромашка")
    person = await add_person(office, client, "Смирнова Ольга")
    for phone, answer in (
        (vera, "Этого здесь больше нет. Откройте раздел заново."),
        (support, "Этого нет в вашей роли."),
    ):
        await phone.says("/help")
        for button in ("file", "erase"):
            await phone.sends_callback(f"personal.{button}:{person}" + (":2" if button == "erase" else ""))
            assert answer[:20] in (phone.alert or ""), (button, phone.alert)
    await boris.says("/help")
    await boris.sends_callback(f"personal.erase:{person}:2")
    boris.sees("Данные человека стёрты")


async def test_logs_carry_ids_not_names(office: Office, caplog: pytest.LogCaptureFixture) -> None:
    anna = await office.hires("Анна")
    client = await add_client(office, anna, "Ромашка")
    with structlog.testing.capture_logs() as lines:
        await anna.sends_callback(f"persons.new:{client}")
        await anna.says("Смирнова Ольга Петровна")
        await anna.says("директор")
        await anna.says("Смирнова")
        await anna.says("8 916 111-22-33")
        await anna.says("др у смирновой 31 февраля")
        await anna.says("др у смирновой 12 марта")
        await anna.sends_callback("persons.open:999999")
        await anna.sends_callback("occasions.birth:1")
        await anna.says("Смирнова")
    said = json.dumps(lines, ensure_ascii=False, default=repr).lower() + caplog.text.lower()
    assert any(line["event"] == "turn_refused" for line in lines), "refusals are logged"
    assert [name for name in NAMES if name in said] == []
