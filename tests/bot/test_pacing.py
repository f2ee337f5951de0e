"""The arithmetic of limits, with times given by hand."""

from collections import defaultdict
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pacing import Limits, Pacer
from storage.outbox import Lane, Outgoing

NOW = datetime(2026, 11, 23, tzinfo=UTC)
UNLIMITED = Limits(0, 0, 0)
TICK = 0.001


def row(id_: int, chat: int, lane: Lane = Lane.REPLY) -> Outgoing:
    return Outgoing(id_, chat, int(lane), "sendMessage", {}, None, None, 1, NOW)


def drain(pacer: Pacer, now: float = 0.0, late: float = 0.0) -> list[tuple[float, Outgoing]]:
    """When each message goes where every one succeeds at once; the caller wakes `late` seconds late."""
    sent = []
    while (at := pacer.next_at(now)) is not None:
        now = max(now, at) + late
        taken = pacer.take(now)
        if taken is not None:
            sent.append((now, taken))
            pacer.done(taken)
    return sent


def most_in_a_second(times: list[float]) -> int:
    return max(sum(1 for at in times if start <= at < start + 1 - TICK) for start in times)


def test_nothing_to_send_asks_for_no_time() -> None:
    pacer = Pacer(Limits())
    assert pacer.next_at(5) is None
    assert pacer.take(5) is None


def test_thirty_a_second_over_all_and_never_more() -> None:
    pacer = Pacer(Limits())
    for chat in range(1, 301):
        pacer.add(row(chat, chat))
    times = [at for at, _ in drain(pacer, 100)]
    assert most_in_a_second(times) <= 30
    assert times[-1] - times[0] == pytest.approx(299 * 1.03 / 30, abs=0.05)


def test_a_chat_gets_a_short_burst_and_then_one_a_second() -> None:
    pacer = Pacer(Limits(0, 1, 20, 3))
    for number in range(6):
        pacer.add(row(number, 1))
    assert [at for at, _ in drain(pacer, 100)] == [100, 100, 100, 101, 102, 103]


def test_a_group_gets_twenty_a_minute() -> None:
    pacer = Pacer(Limits(0, 1, 20, 1))
    for number in range(4):
        pacer.add(row(number, -1))
    assert [at for at, _ in drain(pacer, 100)] == [100, 103, 106, 109]


def test_two_hundred_chats_side_by_side_use_the_whole_rate() -> None:
    """In order without a heap of chats the same takes 200 seconds and more."""
    pacer = Pacer(Limits(30, 1, 20, 1))
    for chat in range(1, 201):
        for number in range(3):
            pacer.add(row(chat * 10 + number, chat))
    assert [at for at, _ in drain(pacer)][-1] == pytest.approx(599 * 1.03 / 30, abs=0.05)


def test_pauses_grow_to_the_longest_and_start_anew_after_a_success() -> None:
    pacer, now, pauses = Pacer(UNLIMITED), 0.0, []
    pacer.add(row(1, 1))
    pacer.add(row(2, 1))
    for _ in range(9):
        taken = pacer.take(now)
        assert taken is not None
        pauses.append(pacer.failed(taken, now, None, 60))
        now += pauses[-1]
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    done = pacer.take(now)
    assert done is not None
    pacer.done(done)
    following = pacer.take(now)
    assert following is not None
    assert pacer.failed(following, now, None, 60) == 1


def test_a_failed_message_stays_first_of_its_chat() -> None:
    pacer = Pacer(UNLIMITED)
    pacer.add(row(1, 1))
    pacer.add(row(2, 1))
    first = pacer.take(0)
    assert first is not None
    assert pacer.take(0) is None, "the second waits for the first"
    assert pacer.failed(first, 0, 7, 60) == 7
    assert pacer.next_at(0) == 7
    assert [(at, one.id) for at, one in drain(pacer)] == [(7, 1), (7, 2)]


def test_a_pause_of_all_holds_everybody() -> None:
    pacer = Pacer(UNLIMITED)
    pacer.add(row(1, 1))
    pacer.pause_all(5)
    assert pacer.take(4.9) is None
    assert pacer.next_at(1) == 5


def test_forgetting_a_chat_takes_out_all_of_it_and_nothing_else() -> None:
    pacer = Pacer(UNLIMITED)
    for id_, chat in ((1, 1), (2, 1), (3, 2)):
        pacer.add(row(id_, chat))
    taken = pacer.take(0)
    assert taken is not None
    assert [one.id for one in pacer.forget(taken)] == [1, 2]
    assert pacer.waiting == 1
    pacer.add(row(4, 1))
    assert sorted(one.id for _, one in drain(pacer)) == [3, 4]


def test_what_is_withdrawn_goes_nowhere_but_what_is_on_its_way() -> None:
    pacer = Pacer(UNLIMITED)
    for id_, chat in ((1, 1), (2, 1), (3, 2), (4, 3)):
        pacer.add(row(id_, chat))
    going = pacer.take(0)
    assert going is not None
    assert going.id == 1
    assert [one.id for one in pacer.withdraw(1)] == [2]
    assert [one.id for one in pacer.withdraw(2)] == [3]
    assert pacer.withdraw(9) == []
    pacer.done(going)
    pacer.sweep(1000)
    pacer.add(row(5, 2))
    assert sorted(one.id for _, one in drain(pacer)) == [4, 5]
    assert pacer.waiting == 0


def test_chats_that_fell_silent_are_forgotten() -> None:
    pacer = Pacer(Limits())
    for chat in range(1, 50):
        pacer.add(row(chat, chat))
    drain(pacer)
    pacer.sweep(1000)
    assert pacer._chats == {}


messages = st.lists(
    st.tuples(
        st.floats(0, 5),  # seconds until it comes
        st.sampled_from([1, 2, 3, 4, 5, -1]),  # its chat
        st.sampled_from(Lane),
        st.sampled_from([None, None, None, 0.0, 0.5]),  # the first attempt fails: pause
    ),
    max_size=60,
)
some_limits = st.builds(
    Limits,
    overall=st.sampled_from([0, 2, 30]),
    per_chat=st.sampled_from([0, 1]),
    per_group=st.sampled_from([0, 20]),
    burst=st.integers(1, 3),
)


@settings(max_examples=300, deadline=None)
@given(messages, some_limits, st.sampled_from([0.0, 0.004, 0.2]))
def test_laws(
    given_messages: list[tuple[float, int, Lane, float | None]], limits: Limits, late: float
) -> None:
    """Nothing lost, each chat in order, never more than the rate in any second, no push before a reply that could go."""
    coming = sorted((at, id_, chat, lane) for id_, (at, chat, lane, _) in enumerate(given_messages))
    fails = {id_: pause for id_, (_, _, _, pause) in enumerate(given_messages) if pause is not None}
    pacer, now = Pacer(limits), 0.0
    entered: dict[int, list[int]] = defaultdict(list)
    left: dict[int, list[int]] = defaultdict(list)
    times: list[float] = []
    while coming or pacer.waiting:
        while coming and coming[0][0] <= now:
            _, id_, chat, lane = coming.pop(0)
            entered[chat].append(id_)
            pacer.add(row(id_, chat, lane))
        taken = pacer.take(now)
        if taken is None:
            at = pacer.next_at(now)
            now = min([one for one in (at, coming[0][0] if coming else None) if one is not None]) + late
            continue
        times.append(now)
        haste = [
            chat
            for chat, queue in pacer._chats.items()
            if queue.replies and queue.queued and pacer._may_go(chat, queue) <= now
        ]
        assert not haste or taken.lane == Lane.REPLY or pacer._chats[taken.chat_id].replies, (
            "a push delayed a reply"
        )
        pause = fails.pop(taken.id, None)
        if pause is not None:
            pacer.failed(taken, now, pause, 60)
        else:
            left[taken.chat_id].append(taken.id)
            pacer.done(taken)
    assert left == entered
    if limits.overall and times:
        assert most_in_a_second(times) <= limits.overall
