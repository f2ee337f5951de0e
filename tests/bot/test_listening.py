"""The engine and its process: the loop goes on while it listens, and neither can take the other along."""

import asyncio
import os
import select
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot import children, commands, listening
from bot.config import Config, Voice
from bot.listening import EngineError, FasterWhisper, Listener, NotHeardError, check_engine, serve
from tests.hearing import FakeEngine

CHILD = [sys.executable, "-m", "tests.bot.child_engine"]
BEAT = 0.002


@pytest.fixture
async def ears() -> AsyncIterator[Listener]:
    opened = Listener(CHILD, patience=30)
    yield opened
    await opened.close()


def recording(folder: Path, order: str) -> Path:
    path = folder / "voice.oga"
    path.write_text(order)
    return path


async def test_it_hears_one_after_another(ears: Listener, tmp_path: Path) -> None:
    assert await ears.transcribe(recording(tmp_path, "say ромашка взяла")) == "ромашка взяла"
    assert await ears.transcribe(recording(tmp_path, "say")) == ""


async def test_what_libraries_print_is_no_answer(ears: Listener, tmp_path: Path) -> None:
    assert await ears.transcribe(recording(tmp_path, 'print {"text": "шум"}')) == '{"text": "шум"}'
    assert await ears.transcribe(recording(tmp_path, "say дальше")) == "дальше"


async def test_a_bad_recording_is_one_recording(ears: Listener, tmp_path: Path) -> None:
    with pytest.raises(NotHeardError, match="ValueError"):
        await ears.transcribe(recording(tmp_path, "fail шум"))
    assert await ears.transcribe(recording(tmp_path, "say дальше")) == "дальше"


async def test_a_process_that_dies_is_begun_anew(ears: Listener, tmp_path: Path) -> None:
    for _ in range(2):
        with pytest.raises(NotHeardError, match="died"):
            await ears.transcribe(recording(tmp_path, "die"))
    assert await ears.transcribe(recording(tmp_path, "say дальше")) == "дальше"


async def test_patience_ends(tmp_path: Path) -> None:
    ears = Listener(CHILD, patience=0.2)
    with pytest.raises(NotHeardError, match="TimeoutError"):
        await ears.transcribe(recording(tmp_path, "work 60"))
    await ears.close()


async def test_the_token_stays_here(ears: Listener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "42:secret")
    assert await ears.transcribe(recording(tmp_path, "secret")) == "None"


async def test_the_loop_goes_on_while_it_listens(ears: Listener, tmp_path: Path) -> None:
    await ears.transcribe(recording(tmp_path, "say готов"))
    beats = 0

    async def beat() -> None:
        nonlocal beats
        while True:
            await asyncio.sleep(BEAT)
            beats += 1

    beating = asyncio.create_task(beat())
    await ears.transcribe(recording(tmp_path, "work 1"))
    beating.cancel()
    assert beats > 1 / BEAT / 10


PARENT = """
import asyncio, sys
from pathlib import Path
from bot.listening import Listener

async def main():
    ears = Listener([sys.executable, "-m", "tests.bot.child_engine"])
    await ears.transcribe(Path(sys.argv[1]))
    print("child", ears._child.pid, flush=True)
    await ears.transcribe(Path(sys.argv[2]))

asyncio.run(main())
"""


async def test_it_ends_with_a_bot_that_is_killed(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("say готов")
    second.write_text("work 0.5")
    bot = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PARENT, str(first), str(second), stdout=asyncio.subprocess.PIPE, cwd=children.ROOT
    )  # fmt: skip
    assert bot.stdout is not None
    line = b""
    while not line.startswith(b"child"):
        line = await bot.stdout.readline()
        assert line, "it never came to listen"
    child = os.pidfd_open(int(line.split()[1]))
    bot.send_signal(signal.SIGKILL)
    await bot.wait()
    watched = select.poll()
    watched.register(child, select.POLLIN)
    ended = await asyncio.to_thread(watched.poll, 30_000)
    os.close(child)
    assert ended, "the listening process outlives its bot"


def test_the_fake_of_the_tests_is_an_engine(tmp_path: Path) -> None:
    answers: list[str] = []
    path = recording(tmp_path, "вектор")
    serve(FakeEngine(), [f'{{"path": "{path}"}}\n'], answers.append)
    assert answers == ['{"text": "\\u0432\\u0435\\u043a\\u0442\\u043e\\u0440"}\n']


# --- the real one, as far as it goes without a model


def engine(model: Path) -> Voice:
    return Voice(engine="faster-whisper", model=str(model))


def test_without_an_engine_nothing_is_missing() -> None:
    check_engine(Voice())
    assert listening.ears_of(Voice()) is None


def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no model at"):
        FasterWhisper(tmp_path / "none", "ru")
    (tmp_path / "model.bin").touch()
    with pytest.raises(EngineError, match=r"has no config\.json, tokenizer\.json"):
        FasterWhisper(tmp_path, "ru")


def test_a_model_that_is_none_is_refused(tmp_path: Path) -> None:
    """With the package: it cannot be loaded; without: the package is named."""
    for part in listening.PARTS:
        (tmp_path / part).write_text("{}")
    with pytest.raises(EngineError, match=r"cannot be (loaded|imported)"):
        FasterWhisper(tmp_path, "ru")


def test_check_and_run_say_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    config = Config.model_validate(
        {
            "token": "42:sandbox",
            "storage": {"url": f"sqlite+aiosqlite:///{tmp_path}/base.sqlite"},
            "voice": engine(tmp_path / "none").model_dump(),
        }
    )
    for command in (commands.check, commands.run):
        assert command(config) == 1
        assert capsys.readouterr().err.startswith("voice: ")
