"""What a deputy may not do in another's place: move people, decide their own questions, make absences, change settings."""

from datetime import date

import pytest
import sqlalchemy as sa

from domain.absences import AbsenceState
from domain.actors import Role
from domain.decisions import DecisionKind
from domain.prices import RuleError
from screens.callbacks.absences import AgreeAbsence, AskKind, PickKind, SetDeputy
from screens.callbacks.behalf import marked
from screens.callbacks.colleagues import RoleOf
from screens.callbacks.settings import ChooseZone
from screens.callbacks.targets import AskTarget
from screens.callbacks.team import Dismiss, InviteAs, RenameTeam
from screens.callbacks.transfers import TransferFrom
from storage import absences, employees, transfers
from storage import reports as reports_stored
from storage.absence_tables import absences as absence_rows
from tests.firm import Company, add_client
from tests.office import Office
from usecases import decisions, discounts, looks, reports, scope, substitution, week_plan
from usecases.errors import OwnClientError, OwnQuestionError

FIRST = date(2026, 11, 25)
STATES = sa.select(absence_rows.c.employee_id, absence_rows.c.state, absence_rows.c.deputy_id).order_by(
    absence_rows.c.id
)


@pytest.fixture
async def firm(office: Office) -> Company:
    """Ира stands in for Борис, who leads her."""
    found = await Company(office).gather()
    await add_client(office, found.a, "Ромашка")
    await add_client(office, found.i, "Клён")
    await found.owner.says("отпуск Бориса 25–26.11 → Ира")
    await found.owner.taps("Поставить")
    await office.waits_until("10:00", FIRST)
    return found


async def rows(office: Office) -> list[tuple[object, ...]]:
    async with office.work() as work:
        return await work.tx.rows(STATES, lambda *row: row)


async def test_nobody_is_dismissed_promoted_invited_or_stripped_of_clients(
    office: Office, firm: Company
) -> None:
    for button in (
        RoleOf(employee=firm.i.id, role=Role.SUPPORT),
        RoleOf(employee=firm.a.id, role=Role.SUPPORT),
        Dismiss(employee=firm.a.id, sure=True),
        InviteAs(role=Role.MANAGER),
        RenameTeam(team=firm.a.team_id or 0),
        TransferFrom(employee=firm.a.id),
        TransferFrom(employee=firm.lead.id),
    ):
        await firm.ira.sends_callback(marked(button.pack(), firm.lead.id))
        assert "это делает Борис" in (firm.ira.alert or ""), button
    async with office.work() as work:
        assert [await employees.find(work.tx, one.id) for one in (firm.a, firm.i)] == [firm.a, firm.i]


async def test_a_mark_on_a_button_of_the_settings_changes_the_own_ones(office: Office, firm: Company) -> None:
    await firm.ira.sends_callback(marked(ChooseZone(zone="Asia/Tokyo").pack(), firm.lead.id))
    async with office.work() as work:
        ira, boris = [await employees.find(work.tx, one.id) for one in (firm.i, firm.lead)]
    assert ira is not None
    assert boris is not None
    assert (ira.timezone, boris.timezone) == ("Asia/Tokyo", firm.lead.timezone)


async def test_who_stands_in_for_the_lead_asks_the_next_above_for_days_off(
    office: Office, firm: Company
) -> None:
    await firm.ira.says("отгул 1.12")
    await firm.ira.taps("Без замены")
    await firm.ira.taps("Попросить")
    firm.owner.sees("Ира просит согласовать")
    firm.ira.does_not_see("просит согласовать", anywhere=True)
    async with office.work() as work:
        (asked,) = await absences.open_on(work.tx, [firm.i.id], date(2026, 12, 1), date(2026, 12, 1))
    for button in (AgreeAbsence(absence=asked.id), SetDeputy(absence=asked.id, employee=0)):
        await firm.ira.sends_callback(marked(button.pack(), firm.lead.id))
    assert (await rows(office))[-1] == (firm.i.id, AbsenceState.ASKED, None)
    await firm.owner.taps("Разрешить")
    assert (await rows(office))[-1][1] == AbsenceState.SET


async def test_the_absence_of_the_lead_is_not_made_longer_by_who_stands_in(
    office: Office, firm: Company
) -> None:
    for employee in (0, firm.lead.id, firm.i.id):
        await firm.ira.sends_callback(marked(AskKind(employee=employee).pack(), firm.lead.id))
        assert "нет" in (firm.ira.alert or "")
        await firm.ira.sends_callback(
            marked(PickKind(employee=employee, kind="vacation").pack(), firm.lead.id)
        )
        assert "нет" in (firm.ira.alert or "")
    assert len(await rows(office)) == 1


async def test_the_own_target_is_not_set_in_the_place_of_the_lead(office: Office, firm: Company) -> None:
    await firm.ira.sends_callback(
        marked(AskTarget(month=202611, employee=firm.i.id, kind="sales").pack(), firm.lead.id)
    )
    assert "нет" in (firm.ira.alert or "")


async def test_the_own_question_goes_to_the_next_above_whatever_its_kind(
    office: Office, firm: Company
) -> None:
    async with office.work() as work:
        for kind in DecisionKind:
            await decisions.ask(work, kind, 77, firm.i.id)
            acting = substitution.as_absent(firm.lead, firm.i)
            with pytest.raises(OwnQuestionError) as refused:
                await decisions.check_not_own(acting, work, kind, 77)
            assert refused.value.facts == {"name": "Олег"}
            await decisions.check_not_own(firm.lead, work, kind, 77)


async def test_a_deputy_does_not_approve_the_own_week(office: Office, firm: Company) -> None:
    async with office.work() as work:
        plan = await week_plan.make_next(firm.i, work)
        assert plan is not None
        await decisions.ask(work, DecisionKind.WEEK, plan.id, firm.i.id)
        with pytest.raises(OwnQuestionError):
            await week_plan.see(substitution.as_absent(firm.lead, firm.i), work, plan.id)


async def test_the_rights_of_the_lead_are_not_used_on_the_own_client(office: Office, firm: Company) -> None:
    """A lead sets bigger terms and gives bigger discounts without asking: nobody may do so to themselves."""
    async with office.work() as work:
        acting = substitution.as_absent(firm.lead, firm.i)
        (own,) = await transfers.ids_of(work.tx, firm.i.id)
        (hers,) = await transfers.ids_of(work.tx, firm.a.id)
        with pytest.raises(OwnClientError):
            await scope.lock_client(acting, work, own)
        assert (await scope.lock_client(acting, work, hers)).id == hers
        with pytest.raises(RuleError):
            await discounts.set_limit(acting, work, "лимит Ира 9 %")


async def test_an_absence_that_was_declined_gets_no_deputy_any_more(office: Office, firm: Company) -> None:
    await firm.owner.says("отпуск Анны 1–2.12")
    await firm.owner.taps("Без замены")
    await firm.owner.taps("Поставить")
    async with office.work() as work:
        (found,) = await absences.of_days(work.tx, [firm.a.id], date(2026, 12, 1), date(2026, 12, 2))
    await firm.owner.taps("Отменить")
    await firm.owner.taps("Да")
    await firm.owner.sends_callback(SetDeputy(absence=found.id, employee=firm.i.id).pack())
    assert (await rows(office))[-1] == (firm.a.id, AbsenceState.CANCELLED, None)
    firm.ira.does_not_see("Вы замещаете: Анна", anywhere=True)


async def test_who_sells_no_more_stands_in_for_nobody_who_sells(office: Office, firm: Company) -> None:
    await firm.owner.sends_callback(RoleOf(employee=firm.i.id, role=Role.ACCOUNTANT).pack())
    firm.owner.sees("Теперь не замещает никто: Борис", anywhere=True)
    assert await rows(office) == [(firm.lead.id, AbsenceState.SET, None)]
    await firm.ira.sends_callback(f"digest.all@{firm.lead.id}")
    assert "Замещение закончилось" in (firm.ira.alert or "")


async def test_what_was_unusual_about_who_stands_in_is_told_to_the_next_above(
    office: Office, firm: Company
) -> None:
    async with office.work() as work:
        for _ in range(work.rules.secrecy.searches):
            await looks.note_search(firm.i, work)
    await office.passes(minutes=1)
    firm.owner.sees("Ира", "поиск", anywhere=True)


async def test_a_deputy_is_dismissed_whose_absent_one_was_dismissed_before(
    office: Office, firm: Company
) -> None:
    await firm.owner.sends_callback(Dismiss(employee=firm.lead.id, sure=True).pack())
    await firm.owner.sends_callback(Dismiss(employee=firm.i.id, sure=True).pack())
    async with office.work() as work:
        assert [await employees.find(work.tx, one.id) for one in (firm.lead, firm.i)] == [None, None]


async def test_a_report_carries_the_name_of_who_really_accepted_it(office: Office, firm: Company) -> None:
    month = date(2026, 10, 1)
    async with office.work() as work:
        report = await reports_stored.draft(work.tx, firm.a.id, month, work.now)
        await reports.hand_in(firm.a, work, report.id)
        acting = substitution.as_absent(firm.lead, firm.i)
        view = (await reports.accept(acting, work, report.id)).view
        assert view.decided_by == "Ира"
