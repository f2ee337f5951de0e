"""The morning list: what stands on it, in which order, and why."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain.ranking import Line, lead_quota, list_size, next_line, priority, rank
from domain.reasons import Candidate, ClientClass, NextReason, PersonRole, RankingSettings, ReasonKind
from domain.rhythm import Rhythm, RhythmSettings, rhythm_of

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 23, 9, tzinfo=MOSCOW)
TODAY = NOW.date()
SETTINGS = RankingSettings()


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def listed(*candidates: Candidate, norm: int = 30, now: datetime = NOW) -> list[Line]:
    return rank(candidates, now=now, settings=SETTINGS, norm=norm)


def quiet(client_id: int, **facts: Any) -> Candidate:
    """A client touched yesterday: no reason of its own to be called."""
    return replace(Candidate(client_id, last_contact=ago(1)), **facts)


def silent(days: int, gap: float, **facts: Any) -> Rhythm:
    return rhythm_of(gap, ago(days), TODAY, RhythmSettings(), **facts)


def kinds(line: Line) -> list[ReasonKind]:
    return [reason.kind for reason in line.reasons]


def test_a_client_without_a_reason_is_not_called() -> None:
    assert listed(quiet(1)) == []
    assert priority(quiet(1), now=NOW, settings=SETTINGS) == 0


@pytest.mark.parametrize(
    ("candidate", "kind", "facts"),
    [
        (
            quiet(1, broken_promise_due=ago(1), broken_promise_sum=50_000_00),
            ReasonKind.BROKEN_PROMISE,
            {"amount": 50_000_00, "days": 1},
        ),
        (
            quiet(1, promise_due=TODAY, promise_sum=100),
            ReasonKind.PROMISE_TODAY,
            {"amount": 100, "day": TODAY},
        ),
        (
            quiet(1, overdue_sum=340_000_00, overdue_since=ago(12)),
            ReasonKind.OVERDUE,
            {"amount": 340_000_00, "days": 12},
        ),
        (
            quiet(1, rhythm=silent(20, 10)),
            ReasonKind.ORDER_RHYTHM,
            {"days": 20, "gap": 10.0, "last": ago(20)},
        ),
        (quiet(1, claim_since=ago(2)), ReasonKind.CLAIM, {"days": 2}),
        (Candidate(1, is_lead=True, since=ago(1)), ReasonKind.LEAD_UNTOUCHED, {"days": 1}),
        (
            quiet(1, next_day=TODAY, next_reason=NextReason.OFFER),
            ReasonKind.OFFER_FOLLOW_UP,
            {"day": TODAY, "at": None, "days_late": 0},
        ),
        (
            quiet(1, next_day=ago(2)),
            ReasonKind.PLANNED,
            {"day": ago(2), "at": None, "days_late": 2},
        ),
        (quiet(1, occasion_on=TODAY), ReasonKind.OCCASION, {"day": TODAY}),
        (
            quiet(1, occasion_on=TODAY + timedelta(days=2), greet_on=TODAY),
            ReasonKind.OCCASION,
            {"day": TODAY + timedelta(days=2)},
        ),
        (
            Candidate(1, last_contact=ago(10), client_class=ClientClass.A),
            ReasonKind.STAY_IN_TOUCH,
            {"days": 10, "norm": 7},
        ),
        (Candidate(1), ReasonKind.STAY_IN_TOUCH, {"days": None, "norm": 30}),
        (
            quiet(1, last_contact=ago(3), contract_ends=ago(-30)),
            ReasonKind.CONTRACT_ENDS,
            {"on": ago(-30), "days_late": 0},
        ),
        (
            quiet(1, last_contact=ago(3), contract_ends=ago(2)),
            ReasonKind.CONTRACT_ENDS,
            {"on": ago(2), "days_late": 2},
        ),
        (
            quiet(1, promotion="Осень", promotion_ends=TODAY),
            ReasonKind.PROMOTION,
            {"name": "Осень", "on": TODAY},
        ),
        (quiet(1, week_planned=True), ReasonKind.WEEK_PLAN, {}),
        (
            quiet(1, last_contact=ago(3), invited_to="Продэкспо", invited_on=ago(5)),
            ReasonKind.INVITATION,
            {"name": "Продэкспо", "days": 5},
        ),
    ],
)
def test_each_reason_speaks_with_its_facts(
    candidate: Candidate, kind: ReasonKind, facts: dict[str, object]
) -> None:
    [line] = listed(candidate)
    assert (line.reasons[0].kind, dict(line.reasons[0].facts)) == (kind, facts)
    assert line.score == line.reasons[0].weight == priority(candidate, now=NOW, settings=SETTINGS)


def test_a_lead_that_came_today_is_not_yet_untouched() -> None:
    assert listed(Candidate(1, is_lead=True, since=TODAY)) == []


def test_reasons_add_up_and_the_two_strongest_are_shown() -> None:
    [line] = listed(
        Candidate(
            1,
            last_contact=ago(40),
            broken_promise_due=ago(1),
            broken_promise_sum=100_00,
            overdue_sum=340_000_00,
            overdue_since=ago(12),
        )
    )
    assert kinds(line) == [ReasonKind.BROKEN_PROMISE, ReasonKind.OVERDUE]
    assert line.score > sum(reason.weight for reason in line.reasons)


def test_the_larger_and_older_debt_comes_first() -> None:
    lines = listed(
        quiet(1, overdue_sum=10_000_00, overdue_since=ago(10)),
        quiet(2, overdue_sum=900_000_00, overdue_since=ago(10)),
        quiet(3, overdue_sum=900_000_00, overdue_since=ago(30)),
        quiet(4, overdue_sum=50_00, overdue_since=ago(1)),
    )
    assert [line.client_id for line in lines] == [3, 2, 1]


def test_the_class_weighs_the_rhythm() -> None:
    late: dict[str, Any] = {"rhythm": silent(20, 10)}
    lines = listed(
        *(
            quiet(place, client_class=each, **late)
            for place, each in enumerate([ClientClass.C, ClientClass.A, ClientClass.B])
        )
    )
    assert [line.client_id for line in lines] == [1, 2, 0]


def test_of_two_equally_late_the_likelier_buyer_stands_first() -> None:
    lines = listed(
        *(
            quiet(place, rhythm=silent(20, 10), order_chance=chance)
            for place, chance in enumerate([0.1, 0.7, 0.4])
        )
    )
    assert [line.client_id for line in lines] == [1, 2, 0]
    assert {str(dict(line.reasons[0].facts)) for line in lines} == {str(dict(lines[0].reasons[0].facts))}


def test_a_chance_alone_is_no_reason() -> None:
    assert listed(quiet(1, rhythm=silent(10, 10), order_chance=1.0)) == []


def test_a_silence_that_came_a_year_ago_too_is_no_reason_until_it_ended_then() -> None:
    assert listed(quiet(1, rhythm=silent(20, 10, quiet_until=ago(-1)))) == []
    assert kinds(listed(quiet(1, rhythm=silent(20, 10, quiet_until=TODAY)))[0]) == [ReasonKind.ORDER_RHYTHM]


def test_days_of_a_pause_do_not_make_an_order_late() -> None:
    assert listed(quiet(1, rhythm=silent(20, 10, pauses=[(ago(12), ago(3))]))) == []


def test_call_backs_come_first_by_time_whatever_they_weigh() -> None:
    lines = listed(
        quiet(1, overdue_sum=900_000_000_00, overdue_since=ago(50)),
        quiet(2, next_at=NOW.replace(hour=15), next_reason=NextReason.CALL_BACK),
        quiet(3, next_at=NOW.replace(hour=11), next_reason=NextReason.CALL_BACK),
        quiet(4, next_at=NOW - timedelta(days=3), next_reason=NextReason.CALL_BACK),
    )
    assert [line.client_id for line in lines] == [4, 3, 2, 1]
    assert lines[1].pinned_at == NOW.replace(hour=11)
    assert lines[0].reasons[0].facts["days_late"] == 3


def test_call_backs_are_never_cut_off() -> None:
    many = [quiet(i, next_at=NOW + timedelta(minutes=i), next_reason=NextReason.CALL_BACK) for i in range(10)]
    assert len(listed(*many, norm=5)) == 10


def test_an_agreed_day_ahead_silences_care_but_not_money() -> None:
    ahead = TODAY + timedelta(days=2)
    assert listed(Candidate(1, last_contact=ago(90), next_day=ahead)) == []
    assert listed(Candidate(1, last_contact=ago(90), next_at=NOW + timedelta(days=2))) == []
    [line] = listed(
        Candidate(1, last_contact=ago(90), next_day=ahead, broken_promise_due=ago(1), broken_promise_sum=1)
    )
    assert kinds(line) == [ReasonKind.BROKEN_PROMISE]


@pytest.mark.parametrize("facts", [{"excluded": True}, {"has_number": False}])
def test_excluded_and_wrong_numbers_never_even_when_pinned(facts: dict[str, Any]) -> None:
    assert listed(quiet(1, next_at=NOW, broken_promise_due=ago(1), **facts)) == []


def test_who_was_called_today_is_done_for_today_unless_a_time_was_agreed() -> None:
    debtor = Candidate(1, overdue_sum=100_000_00, overdue_since=ago(9))
    assert listed(debtor) != []
    assert listed(replace(debtor, last_contact=TODAY)) == []
    retried = replace(debtor, last_contact=TODAY, next_at=NOW.replace(hour=12), next_reason=NextReason.RETRY)
    [line] = listed(retried)
    assert line.pinned_at == NOW.replace(hour=12)


def test_snoozed_is_hidden_until_its_day() -> None:
    assert listed(Candidate(1, hidden_until=TODAY + timedelta(days=1))) == []
    assert len(listed(Candidate(1, hidden_until=TODAY))) == 1


def test_on_a_birthday_the_greeting_stands_alone() -> None:
    debtor = quiet(
        1, overdue_sum=100_000_00, overdue_since=ago(9), broken_promise_due=ago(1), promise_due=TODAY
    )
    [line] = listed(replace(debtor, occasion_on=TODAY))
    assert kinds(line) == [ReasonKind.OCCASION]


def test_the_debt_waits_in_the_line_of_a_holiday_of_many() -> None:
    """The greeting leads though the debt weighs more, and the line keeps its place; on a birthday there, nothing waits."""
    debtor = quiet(
        1, overdue_sum=900_000_00, overdue_since=ago(30), accountant=12, celebrant=13, claim_since=ago(9)
    )
    greeted = replace(debtor, occasion_on=TODAY, holiday=True)
    [line] = listed(greeted)
    assert kinds(line) == [ReasonKind.OCCASION, ReasonKind.CLAIM]
    assert ([reason.kind for reason in line.then], line.person_id, line.then_person) == (
        [ReasonKind.OVERDUE],
        13,
        12,
    )
    [money] = listed(debtor)
    assert line.score == money.score + SETTINGS.holiday
    [birthday] = listed(replace(greeted, birthday_today=True))
    assert (birthday.then, kinds(birthday)) == ((), [ReasonKind.CLAIM, ReasonKind.OCCASION])
    [done] = listed(replace(debtor, birthday_today=True))
    assert kinds(done) == [ReasonKind.CLAIM]


def test_what_is_everybodys_day_weighs_less() -> None:
    own, many = quiet(2, occasion_on=TODAY), quiet(1, occasion_on=TODAY, holiday=True)
    assert [line.client_id for line in listed(many, own)] == [2, 1]


def test_a_shared_number_is_asked_for_money_on_a_holiday_of_many() -> None:
    phone = {"phone": "+79161110001"}
    debtor = quiet(1, **phone, overdue_sum=900_000_00, overdue_since=ago(30))
    greeted = quiet(2, **phone, occasion_on=TODAY, holiday=True)
    [line] = listed(debtor, greeted)
    assert (line.client_id, line.also, kinds(line)) == (1, (2,), [ReasonKind.OVERDUE])
    [line] = listed(debtor, replace(greeted, holiday=False))
    assert (line.client_id, line.also) == (2, ())


def test_the_reason_picks_the_person() -> None:
    staff: dict[str, Any] = {
        "main_person": 10, "buyer": 11, "accountant": 12, "celebrant": 13, "caller": 14, "director": 15,
    }  # fmt: skip
    debt: dict[str, Any] = {"overdue_sum": 100_000_00, "overdue_since": ago(9)}
    cases = {
        12: quiet(1, **staff, **debt),
        11: quiet(2, **staff, rhythm=silent(20, 5)),
        13: quiet(3, **staff, occasion_on=TODAY),
        14: quiet(4, **staff, **debt, next_at=NOW, next_reason=NextReason.CALL_BACK),
        10: Candidate(5, **staff),
        15: quiet(6, **staff | {"last_contact": ago(3)}, contract_ends=TODAY),
    }
    assert {line.person_id for line in listed(*cases.values())} == set(cases)
    [line] = listed(quiet(1, main_person=10, **debt))
    assert (line.person_id, line.role) == (10, PersonRole.ACCOUNTANT)
    [nobody] = listed(quiet(1, **debt))
    assert nobody.person_id is None


@pytest.mark.parametrize(
    "facts",
    [
        {"last_contact": ago(3), "contract_ends": ago(-31)},
        {"last_contact": ago(2), "contract_ends": ago(2)},
        {"promotion": "Осень", "promotion_ends": ago(1)},
        {"last_contact": ago(2), "invited_to": "Продэкспо", "invited_on": ago(5)},
        {"last_contact": ago(3), "invited_to": "Продэкспо", "invited_on": TODAY},
        {"week_planned": True, "next_day": ago(-1)},
        {"week_planned": True, "visit_on": TODAY},
        {"carried_days": 3, "carried_since": ago(5)},
    ],
)
def test_what_is_far_over_or_just_spoken_of_is_no_reason(facts: dict[str, Any]) -> None:
    assert listed(quiet(1, **facts)) == []


def test_the_nearer_the_end_of_a_contract_the_weightier() -> None:
    ends = [-30, -10, 0, 5, 10, 40]
    lines = listed(
        *(quiet(place, last_contact=ago(3), contract_ends=ago(days)) for place, days in enumerate(ends))
    )
    assert {line.client_id: line.score for line in lines} == dict(enumerate([20, 40, 50, 55, 60, 60]))


def test_what_lies_unworked_rises_and_says_since_when() -> None:
    lain: dict[str, Any] = {"carried_since": ago(3), "carried_days": 1}
    [opened_on_saturday] = listed(Candidate(1, **lain | {"carried_days": 0}))
    assert opened_on_saturday.since == ago(3)
    lines = listed(Candidate(1), Candidate(2, **lain), Candidate(3, **lain | {"carried_days": 9}))
    assert [(line.client_id, line.since) for line in lines] == [(3, ago(3)), (2, ago(3)), (1, None)]
    assert [line.score - lines[-1].score for line in lines] == [25, 5, 0]
    assert kinds(lines[0]) == [ReasonKind.STAY_IN_TOUCH]


def call_backs(hour: int, **facts: Any) -> dict[str, Any]:
    return {"next_at": NOW.replace(hour=hour), "next_reason": NextReason.CALL_BACK} | facts


OLGA, SVETA = "+79161112233", "+79161112244"


def test_who_answers_for_several_clients_is_called_once() -> None:
    """A person is written down at each client anew: the number tells that it is the same one."""
    lines = listed(
        quiet(1, buyer=7, numbers={7: OLGA}, rhythm=silent(20, 10)),
        quiet(2, buyer=8, numbers={8: OLGA}, rhythm=silent(30, 10)),
        quiet(3, buyer=9, numbers={9: SVETA}, phone=OLGA, rhythm=silent(20, 10)),
        quiet(4, phone=OLGA, rhythm=silent(20, 10), carried_since=ago(4), carried_days=2),
    )
    assert [(line.client_id, line.also, line.since) for line in lines] == [(2, (4, 1), ago(4)), (3, (), None)]


def test_the_same_client_s_other_person_is_another_number() -> None:
    """One answers for the order here and for the money there."""
    olga: dict[str, Any] = {"buyer": 7, "accountant": 8, "numbers": {7: OLGA, 8: SVETA}}
    sveta: dict[str, Any] = {"buyer": 9, "accountant": 10, "numbers": {9: SVETA, 10: OLGA}}
    debt: dict[str, Any] = {"overdue_sum": 100_000_00, "overdue_since": ago(9)}
    late: dict[str, Any] = {"rhythm": silent(20, 5)}
    assert [line.also for line in listed(quiet(1, **olga, **late), quiet(2, **sveta, **late))] == [(), ()]
    [line] = listed(quiet(1, **olga, **late), quiet(2, **sveta, **debt))
    assert {line.client_id, *line.also} == {1, 2}


def test_a_number_of_half_the_base_tells_nothing() -> None:
    many = [Candidate(i, phone="+70000000000") for i in range(11)]
    assert [line.also for line in listed(*many)] == [()] * 11
    assert [len(line.also) for line in listed(*many[1:])] == [9]


def test_two_times_promised_to_one_person_are_both_kept_the_rest_joins_the_first() -> None:
    lines = listed(
        quiet(1, phone=OLGA, **call_backs(15)),
        quiet(2, caller=7, numbers={7: OLGA}, **call_backs(11)),
        quiet(3, buyer=8, numbers={8: OLGA}, rhythm=silent(20, 10)),
    )
    assert [(line.client_id, line.also) for line in lines] == [(2, (3,)), (1, ())]


def test_who_is_congratulated_is_not_asked_for_another_client_s_money() -> None:
    debt: dict[str, Any] = {"overdue_sum": 900_000_00, "overdue_since": ago(30)}
    lines = listed(
        quiet(1, celebrant=7, numbers={7: OLGA}, occasion_on=TODAY),
        quiet(2, accountant=8, numbers={8: OLGA}, **debt),
        quiet(3, buyer=9, numbers={9: OLGA}, rhythm=silent(20, 10)),
        quiet(4, accountant=10, numbers={10: SVETA}, **debt),
    )
    assert [(line.client_id, line.also) for line in lines] == [(4, ()), (1, (3,))]


def test_a_pinned_line_says_first_what_was_agreed() -> None:
    [line] = listed(
        quiet(
            1,
            next_at=NOW,
            next_reason=NextReason.RETRY,
            overdue_sum=900_000_00,
            overdue_since=ago(30),
            claim_since=ago(9),
        )
    )
    assert kinds(line) == [ReasonKind.RETRY, ReasonKind.CLAIM]


def test_the_farther_east_the_earlier() -> None:
    def at(client_id: int, hours: int) -> Candidate:
        return Candidate(client_id, utc_offset_minutes=hours * 60)

    assert [line.client_id for line in listed(at(1, 3), at(2, 7), at(3, 2))] == [2, 1, 3]


def test_where_the_working_day_is_over_comes_last() -> None:
    lines = listed(Candidate(1, utc_offset_minutes=12 * 60), Candidate(2))
    assert [line.client_id for line in lines] == [2, 1]


@pytest.mark.parametrize(("norm", "size", "leads"), [(30, 36, 8), (5, 6, 2), (1, 2, 1), (0, 0, 0)])
def test_size_is_the_norm_and_a_fifth(norm: int, size: int, leads: int) -> None:
    assert list_size(norm, SETTINGS) == size
    assert lead_quota(size, SETTINGS) == leads


def test_a_fifth_is_kept_for_leads() -> None:
    clients = [quiet(i, overdue_sum=900_000_00, overdue_since=ago(30)) for i in range(50)]
    leads = [Candidate(100 + i, is_lead=True, since=ago(1)) for i in range(50)]
    lines = listed(*clients, *leads)
    assert len(lines) == 36
    assert sum(line.is_lead for line in lines) == 8
    assert sum(line.is_lead for line in listed(*leads)) == 36
    assert sum(line.is_lead for line in listed(*clients, *leads[:3])) == 3


def test_the_size_can_be_given() -> None:
    candidates = [Candidate(i) for i in range(9)]
    assert len(rank(candidates, now=NOW, settings=SETTINGS, norm=30, size=4)) == 4


def test_the_next_card_is_the_pinned_one_whose_time_has_come() -> None:
    at_eleven = quiet(1, next_at=NOW.replace(hour=11), next_reason=NextReason.CALL_BACK)
    lines = listed(at_eleven, Candidate(2))

    def opened(hour: int, minute: int, among: list[Line] = lines) -> int | None:
        line = next_line(among, NOW.replace(hour=hour, minute=minute))
        return None if line is None else line.client_id

    assert opened(10, 0) == 2
    assert opened(10, 55) == 1
    assert opened(12, 0) == 1
    assert opened(10, 0, listed(at_eleven)) == 1
    assert opened(10, 0, []) is None
