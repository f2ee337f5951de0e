"""Long polling: an update is acknowledged when its turn is committed, and not before."""

import asyncio
from collections import deque
from collections.abc import Sequence
from typing import Any

import pytest

from bot.polling import poll
from bot.telegram import NetworkError, TelegramError
from tests.bot.fakes import breathe

Raw = dict[str, Any]
OK = "ok"


def batch(*numbers: int) -> list[Raw]:
    return [{"update_id": number} for number in numbers]


class Line:
    """Telegram's end of the line: gives what was prepared, then hangs as a long poll does."""

    def __init__(self, *answers: Any) -> None:
        self.answers = deque(answers)
        self.offsets: list[int] = []
        self.requests: list[Raw] = []
        self.drained = asyncio.Event()

    async def call(
        self,
        method: str,
        parameters: Raw | None = None,
        *,
        timeout: float | None = None,  # noqa: ASYNC109
    ) -> Any:
        assert method == "getUpdates"
        assert parameters is not None
        self.requests.append(parameters)
        self.offsets.append(parameters["offset"])
        if parameters["timeout"] == 0:
            return []
        if not self.answers:
            self.drained.set()
            await asyncio.Event().wait()
        answer = self.answers.popleft()
        if isinstance(answer, Exception):
            raise answer
        return answer


class Work:
    """Notes what it was given; fails as often as it was told."""

    def __init__(self, *outcomes: Any) -> None:
        self.outcomes = deque(outcomes)
        self.done: list[list[int]] = []

    async def __call__(self, updates: Sequence[Raw]) -> None:
        self.done.append([one["update_id"] for one in updates])
        outcome = self.outcomes.popleft() if self.outcomes else OK
        if isinstance(outcome, Exception):
            raise outcome


class Pauses:
    """Time that does not pass, only adds up."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)


async def polled(line: Line, work: Work) -> list[float]:
    """Polls until the line has nothing more to say, then stops; the pauses made."""
    stopping, pauses = asyncio.Event(), Pauses()
    task = asyncio.create_task(poll(line, work, stopping, wait=25, sleep=pauses))
    drained = asyncio.create_task(line.drained.wait())
    async with asyncio.timeout(10):
        await asyncio.wait({task, drained}, return_when=asyncio.FIRST_COMPLETED)
        stopping.set()
        drained.cancel()
        await task
    return pauses.slept


async def test_the_next_offset_is_asked_for_after_the_batch_is_done() -> None:
    line, release = Line(batch(5, 6)), asyncio.Event()
    stopping = asyncio.Event()

    async def run(updates: Sequence[Raw]) -> None:
        await release.wait()

    task = asyncio.create_task(poll(line, run, stopping))
    await breathe()
    assert line.offsets == [0], "nothing is acknowledged while the batch is in work"
    release.set()
    await line.drained.wait()
    assert line.offsets == [0, 7]
    stopping.set()
    await task


async def test_batches_follow_one_another() -> None:
    line, work = Line(batch(5), [], batch(6, 7)), Work()
    assert await polled(line, work) == []
    assert work.done == [[5], [6, 7]]
    assert line.offsets == [0, 6, 6, 8, 8]
    assert line.requests[0] == {
        "offset": 0,
        "limit": 100,
        "timeout": 25,
        "allowed_updates": ["message", "callback_query"],
    }


async def test_a_batch_that_could_not_be_committed_is_asked_for_again() -> None:
    line, work = Line(batch(5), batch(5), batch(5)), Work(OSError("disk full"), OSError("disk full"))
    assert await polled(line, work) == [1, 2]
    assert work.done == [[5], [5], [5]]
    assert line.offsets == [0, 0, 0, 6, 6]


async def test_a_stop_is_obeyed_at_once_and_acknowledges_what_was_done() -> None:
    line, work = Line(batch(5)), Work()
    await polled(line, work)
    assert line.requests[-1] == {"offset": 6, "limit": 1, "timeout": 0}


async def test_a_stop_before_any_update_acknowledges_nothing() -> None:
    line = Line()
    await polled(line, Work())
    assert line.offsets == [0]


async def test_a_stop_waits_for_the_batch_in_work() -> None:
    line, release, stopping = Line(batch(5)), asyncio.Event(), asyncio.Event()
    done: list[int] = []

    async def run(updates: Sequence[Raw]) -> None:
        await release.wait()
        done.extend(one["update_id"] for one in updates)

    task = asyncio.create_task(poll(line, run, stopping))
    await breathe()
    stopping.set()
    await breathe()
    assert not task.done()
    release.set()
    await task
    assert done == [5]
    assert line.offsets == [0, 6]


async def test_what_cannot_be_acknowledged_at_the_end_comes_again_and_is_no_error() -> None:
    class Dying(Line):
        async def call(
            self,
            method: str,
            parameters: Raw | None = None,
            *,
            timeout: float | None = None,  # noqa: ASYNC109
        ) -> Any:
            if parameters is not None and parameters["timeout"] == 0:
                raise NetworkError("gone")
            return await super().call(method, parameters, timeout=timeout)

    await polled(Dying(batch(5)), Work())


@pytest.mark.parametrize("code", [401, 404])
async def test_a_token_that_is_not_known_ends_it(code: int) -> None:
    with pytest.raises(TelegramError, match=str(code)):
        await polled(Line(TelegramError(code, "Unauthorized")), Work())


async def test_a_bad_line_and_another_poller_are_waited_out_longer_and_longer() -> None:
    conflict = TelegramError(409, "Conflict: terminated by other getUpdates request")
    line = Line(NetworkError("dropped"), conflict, NetworkError("502"), batch(5), NetworkError("dropped"))
    assert await polled(line, Work()) == [1, 2, 4, 1]


async def test_the_pause_is_never_longer_than_half_a_minute() -> None:
    line = Line(*[NetworkError("dropped")] * 8)
    assert (await polled(line, Work()))[-3:] == [30, 30, 30]


async def test_429_is_waited_out_as_told() -> None:
    line = Line(TelegramError(429, "Too Many Requests", 17))
    assert await polled(line, Work()) == [17]
