"""`python main.py import …` as somebody at a terminal sees it."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import main
from domain.actors import Role
from exchange.samples import sample_bank, sample_xlsx
from exchange.xlsx_out import write_table_xlsx
from storage import clients, employees
from storage.database import open_database
from tests.bases import fresh_database

FILES = Path(__file__).parent / "exchange" / "files"


@pytest.fixture
def url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with fresh_database("sqlite", tmp_path) as found:
        monkeypatch.setenv("PROZVON_STORAGE__URL", found)
        monkeypatch.chdir(tmp_path)
        yield found


def hire(url: str, *people: tuple[str, Role]) -> None:
    async def work() -> None:
        database = open_database(url)
        async with database.transaction() as tx:
            for number, (name, role) in enumerate(people, 1):
                await tx.value(
                    employees.ADD, telegram_id=number, name=name, role=role, team_id=None, language="ru",
                    timezone="Europe/Moscow", created_at=datetime.now(UTC),
                )  # fmt: skip
        await database.close()

    asyncio.run(work())


def names(url: str) -> dict[str, int]:
    async def work() -> dict[str, int]:
        database = open_database(url)
        async with database.transaction() as tx:
            found = await clients.page(tx, await employees.all_ids(tx), 0, 100)
        await database.close()
        return {one.name: one.manager_id for one in found}

    return asyncio.run(work())


@pytest.mark.parametrize("name", ["documents_due.csv", "ageing_intervals.xlsx", "turnover62.xls"])
def test_receivables_are_printed_without_any_database(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main.main(["import", "receivables", str(FILES / name), "--dry-run", "--json"]) == 0
    expected = json.loads((FILES / name).with_suffix(".expected.json").read_text(encoding="utf-8"))
    printed, complaints = capsys.readouterr()
    found = json.loads(printed)
    assert {key: found[key] for key in expected if key != "problems"} == {
        key: expected[key] for key in expected if key != "problems"
    }
    assert [one["cell"] for one in found["problems"]] == [one["cell"] for one in expected["problems"]]
    assert not complaints
    assert list(tmp_path.iterdir()) == []


def test_a_refused_file_is_one_plain_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(bytes(range(7, 250)) * 9)
    for file, said in ((bad, "The file is damaged"), (tmp_path / "none.xlsx", "No such file")):
        assert main.main(["import", "receivables", str(file), "--dry-run", "--json"]) == 1
        printed, complaints = capsys.readouterr()
        assert not printed
        assert said in complaints
        assert complaints.count("\n") == 1


def test_without_an_owner_it_says_what_to_do(
    url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "clients.xlsx"
    file.write_bytes(sample_xlsx("clients"))
    assert main.main(["import", "clients", str(file)]) == 1
    assert "there is no owner yet" in capsys.readouterr().err
    assert not names(url)


def test_clients_need_a_manager(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hire(url, ("Олег", Role.OWNER), ("Светлана Петрова", Role.MANAGER), ("Андрей", Role.MANAGER))
    file = tmp_path / "clients.xlsx"
    file.write_bytes(write_table_xlsx(["Название", "Менеджер"], [["Ромашка", "Петрова С."], ["Вега", ""]]))
    command = ["import", "clients", str(file)]
    assert main.main(command) == 1
    assert "--manager NAME" in capsys.readouterr().err
    assert main.main([*command, "--manager", "Никто"]) == 1
    assert "nobody in the team is called Никто" in capsys.readouterr().err
    assert not names(url)
    assert main.main([*command, "--manager", "Андрей", "--dry-run"]) == 0
    assert "would be new 2" in capsys.readouterr().out
    assert not names(url)
    assert main.main([*command, "--manager", "андрей"]) == 0
    assert "new 2, changed 0, unchanged 0" in capsys.readouterr().out
    assert names(url) == {"Ромашка": 2, "Вега": 3}


def test_everything_else_comes_in_too(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hire(url, ("Олег", Role.OWNER), ("Анна", Role.MANAGER))
    counts = {}
    for kind in ("clients", "people", "products", "receivables"):
        file = tmp_path / f"{kind}.xlsx"
        file.write_bytes(sample_xlsx(kind))
        assert main.main(["import", kind, str(file), "--json"]) == 0
        printed = json.loads(capsys.readouterr().out)
        assert printed["problems"] == []
        counts[kind] = printed["counts"]["new"]
    assert counts == {"clients": 3, "people": 2, "products": 3, "receivables": 2}
    assert main.main(["import", "receivables", str(tmp_path / "receivables.xlsx")]) == 0
    assert "new 0, changed 0, unchanged 2" in capsys.readouterr().out
    statement = tmp_path / "kl_to_1c.txt"
    statement.write_bytes(sample_bank())
    assert main.main(["import", "bank", str(statement)]) == 0
    assert "new 3, changed 0, unchanged 0" in capsys.readouterr().out
    assert main.main(["import", "bank", str(statement)]) == 0
    assert "new 0, changed 0, unchanged 3" in capsys.readouterr().out
    card = tmp_path / "olga.vcf"
    card.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ольга Белова\nORG:Неизвестные\nEND:VCARD\n", encoding="utf-8"
    )
    assert main.main(["import", "clients", str(card)]) == 1
    assert main.main(["import", "people", str(card)]) == 0
