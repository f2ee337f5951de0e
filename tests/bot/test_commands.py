"""The command line, with files of its own."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

import main
from bot import commands
from bot.config import Config
from sandbox.clock import SandboxClock
from sandbox.server import running
from sandbox.telegram import Telegram
from storage.migrate import head_revision, migrate


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with nothing set but where the database is to be."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BOT_TOKEN", raising=False)
    monkeypatch.setenv("PROZVON_STORAGE__URL", f"sqlite+aiosqlite:///{tmp_path}/data/base.sqlite")
    monkeypatch.setenv("PROZVON_LOG__LEVEL", "error")
    return tmp_path


def teams(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return [name for (name,) in connection.execute("SELECT name FROM teams ORDER BY id")]
    finally:
        connection.close()


def add_team(path: Path, name: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute("INSERT INTO teams (name) VALUES (?)", (name,))
    connection.commit()
    connection.close()


def test_migrate_makes_the_database_and_may_be_run_again(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main.main(["migrate"]) == 0
    assert f"revision {head_revision()}" in capsys.readouterr().out
    assert teams(there / "data/base.sqlite") == []


def test_run_without_a_token_says_where_to_get_one(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main([]) == 1
    assert "@BotFather" in capsys.readouterr().err


def test_check_names_what_is_missing(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["check"]) == 1
    printed = capsys.readouterr()
    assert printed.out.splitlines() == ["configuration: ok", "database: ok"]
    assert printed.err == "token: BOT_TOKEN is not set\n"


def test_check_asks_telegram_for_the_name(there: Path, capsys: pytest.CaptureFixture[str]) -> None:
    async def checked(token: str) -> int:
        clock = SandboxClock()
        async with running(Telegram(now=clock.now), clock) as url:
            config = Config.model_validate({"token": token, "telegram": {"api_url": url}})
            return await asyncio.to_thread(commands.check, config)

    assert asyncio.run(checked("42:sandbox")) == 0
    assert "token: ok, @prozvon_bot" in capsys.readouterr().out
    assert asyncio.run(checked("42:other")) == 1
    assert "token: 401 Unauthorized" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("telegram: {poll_secondz: 5}", "telegram.poll_secondz"),
        ("telegram: {poll_seconds: 500}", "telegram.poll_seconds"),
        ("nonsense: 1", "nonsense"),
    ],
)
def test_a_wrong_setting_is_named(
    there: Path, capsys: pytest.CaptureFixture[str], text: str, named: str
) -> None:
    (there / "company.yaml").write_text(text)
    assert main.main(["--config", "company.yaml", "check"]) == 2
    assert f"config: {named}: " in capsys.readouterr().err


@pytest.mark.parametrize("text", ["company: {timezone: Mars/Olympus}", "telegram: [", "- a\n- b"])
def test_a_file_that_cannot_be_read_is_said_plainly(
    there: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    (there / "company.yaml").write_text(text)
    assert main.main(["--config", "company.yaml", "check"]) == 2
    assert capsys.readouterr().err.startswith("config: ")


def test_the_environment_wins_over_the_file(there: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (there / "company.yaml").write_text("access: {owner_id: 5}\ncompany: {name: Опт}")
    monkeypatch.setenv("PROZVON_ACCESS__OWNER_ID", "7")
    config = commands.load(there / "company.yaml")
    assert config is not None
    assert (config.access.owner_id, config.company.name) == (7, "Опт")


def test_a_backup_is_whole_and_comes_back(there: Path) -> None:
    base = there / "data/base.sqlite"
    assert main.main(["migrate"]) == 0
    add_team(base, "Опт")
    assert main.main(["backup", "copy.sqlite"]) == 0
    add_team(base, "Розница")
    assert main.main(["restore", "copy.sqlite"]) == 0
    assert teams(base) == ["Опт"]
    assert teams(there / "data/base.sqlite.before-restore") == ["Опт", "Розница"]


def test_a_backup_may_be_restored_where_there_is_nothing_yet(there: Path) -> None:
    migrate(f"sqlite+aiosqlite:///{there}/other.sqlite")
    add_team(there / "other.sqlite", "Опт")
    assert main.main(["restore", "other.sqlite"]) == 0
    assert teams(there / "data/base.sqlite") == ["Опт"]


def test_what_is_no_backup_is_refused_and_nothing_is_touched(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["migrate"]) == 0
    add_team(there / "data/base.sqlite", "Опт")
    (there / "photo.jpg").write_bytes(b"\xff\xd8" * 500)
    sqlite3.connect(there / "empty.sqlite").close()
    for name in ("photo.jpg", "empty.sqlite", "missing.sqlite"):
        assert main.main(["restore", name]) == 1
        assert f"restore: {name} is not a backup of this bot" in capsys.readouterr().err
    assert teams(there / "data/base.sqlite") == ["Опт"]


def test_a_backup_overwrites_nothing_and_needs_a_database(
    there: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["backup", "copy.sqlite"]) == 1
    assert "no database at" in capsys.readouterr().err
    assert main.main(["migrate"]) == 0
    (there / "copy.sqlite").write_text("mine")
    assert main.main(["backup", "copy.sqlite"]) == 1
    assert (there / "copy.sqlite").read_text() == "mine"


def test_postgresql_has_tools_of_its_own(
    there: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PROZVON_STORAGE__URL", "postgresql+asyncpg://bot@localhost/prozvon")
    assert main.main(["backup", "copy.sqlite"]) == 1
    assert main.main(["restore", "copy.sqlite"]) == 1
    assert capsys.readouterr().err.count("for PostgreSQL use") == 2
