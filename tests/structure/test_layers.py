"""The house as it is drawn: imports run one way, functions and modules stay small, nothing commits on its own."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MAY_IMPORT = {
    "domain": {"domain"},
    "capture": {"domain", "capture"},
    "storage": {"domain", "capture", "storage"},
    "exchange": {"domain", "capture", "exchange"},
    "screens": {"domain", "capture", "screens"},
    "usecases": {"domain", "capture", "storage", "exchange", "screens", "usecases"},
    "handlers": {"domain", "capture", "exchange", "screens", "usecases", "storage", "handlers"},
    "scheduler": {"domain", "capture", "storage", "screens", "usecases", "scheduler"},
    "bot": {
        "domain",
        "capture",
        "storage",
        "exchange",
        "screens",
        "usecases",
        "handlers",
        "scheduler",
        "bot",
    },
    "sandbox": {"sandbox"},
}
# What of storage a handler may name: what a turn is made of, never a statement.
STORAGE_IN_HANDLERS = {"handlers/turn.py": {"storage.conversations"}}
# these start the bot and lay its sample base
DEMO = {
    "sandbox/demo.py",
    "sandbox/company.py",
    "sandbox/company_calls.py",
    "sandbox/company_deals.py",
    "sandbox/company_people.py",
}
OURS = set(MAY_IMPORT) | {"main", "tests", "bench"}
LONGEST_FUNCTION, LONGEST_MODULE, LONGEST_HANDLER, DEEPEST_HANDLER = 60, 500, 30, 2


def modules(*folders: str) -> list[Path]:
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return [path for path in found if "versions" not in path.parts]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@dataclass(frozen=True, slots=True)
class Function:
    name: str
    line: int
    length: int
    depth: int


@dataclass(frozen=True, slots=True)
class Source:
    """What the rules ask of a module; its tree, two hundred times as large, is not kept."""

    lines: int
    imported: tuple[str, ...]
    functions: tuple[Function, ...]
    attributes: tuple[tuple[int, str], ...]


@cache
def source(path: Path) -> Source:
    text = path.read_text()
    nodes = [*ast.walk(ast.parse(text))]
    return Source(
        text.count("\n"),
        tuple(target for node in nodes for target in imported(node)),
        tuple(
            Function(node.name, node.lineno, (node.end_lineno or node.lineno) - node.lineno + 1, depth(node))
            for node in nodes
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ),
        tuple((node.lineno, node.attr) for node in nodes if isinstance(node, ast.Attribute)),
    )


def imported(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom) and node.module:
        yield node.module
        yield from (f"{node.module}.{alias.name}" for alias in node.names)


def depth(node: ast.AST, blocks: tuple[type, ...] = (ast.If, ast.For, ast.While, ast.With, ast.Try)) -> int:
    inner = max(
        (depth(child) for child in ast.iter_child_nodes(node) if not isinstance(child, ast.expr)), default=0
    )
    return inner + isinstance(node, blocks)


@pytest.mark.parametrize("layer", MAY_IMPORT)
def test_imports_run_one_way(layer: str) -> None:
    wrong = []
    for path in modules(layer):
        if name_of(path) in DEMO:
            continue
        for target in source(path).imported:
            room = target.partition(".")[0]
            if room in OURS and room not in MAY_IMPORT[layer]:
                wrong.append(f"{name_of(path)} imports {target}")
    assert not wrong, "\n".join(wrong)


def test_handlers_do_not_reach_into_storage() -> None:
    wrong = [
        f"{name_of(path)} imports {target}"
        for path in modules("handlers")
        for target in source(path).imported
        if target.startswith("storage.")
        and not target.startswith(tuple(STORAGE_IN_HANDLERS.get(name_of(path), {"-"})))
    ]
    assert not wrong, "\n".join(wrong)


def test_nothing_imports_the_sandbox_but_main_and_the_tests() -> None:
    rooms = [room for room in MAY_IMPORT if room != "sandbox"]
    wrong = [
        name_of(path)
        for path in modules(*rooms)
        if any(target.partition(".")[0] == "sandbox" for target in source(path).imported)
    ]
    assert not wrong


def test_functions_and_modules_stay_small() -> None:
    wrong = []
    for path in [*modules(*MAY_IMPORT, "tests", "bench"), ROOT / "main.py"]:
        if source(path).lines > LONGEST_MODULE:
            wrong.append(f"{name_of(path)}: {source(path).lines} lines")
        wrong += [
            f"{name_of(path)}:{one.line} {one.name}: {one.length} lines"
            for one in source(path).functions
            if one.length > LONGEST_FUNCTION
        ]
    assert not wrong, "\n".join(wrong)


def test_handlers_have_four_beats() -> None:
    wrong = []
    for path in modules("handlers"):
        for one in source(path).functions:
            if one.name.startswith("setup") or one.name == "routers":
                continue
            if one.length > LONGEST_HANDLER or one.depth > DEEPEST_HANDLER:
                wrong.append(f"{name_of(path)}:{one.line} {one.name}")
    assert not wrong, "\n".join(wrong)


def test_every_handler_module_ends_in_setup() -> None:
    plain = {"__init__.py", "door.py", "errors.py", "filters.py", "turn.py"}
    wrong = []
    for path in modules("handlers"):
        names = {one.name for one in source(path).functions}
        if (
            path.name not in plain
            and not names & {"setup", "register"}
            and any(name.startswith("on_") for name in names)
        ):
            wrong.append(name_of(path))
    assert not wrong, "\n".join(wrong)


def test_only_the_database_commits() -> None:
    wrong = []
    for path in modules("handlers", "usecases", "storage", "screens", "scheduler", "domain", "capture"):
        if name_of(path) == "storage/database.py" or "migrations" in path.parts:
            continue
        for line, attribute in source(path).attributes:
            if attribute in {"commit", "rollback"}:
                wrong.append(f"{name_of(path)}:{line}")
            if attribute == "transaction" and name_of(path) != "scheduler/pushes.py":
                wrong.append(f"{name_of(path)}:{line} opens a transaction")
    assert not wrong, "\n".join(wrong)


def test_nothing_but_the_bot_package_talks_to_telegram() -> None:
    wrong = []
    for path in modules(
        "handlers", "usecases", "screens", "scheduler", "storage", "domain", "capture", "exchange"
    ):
        targets = source(path).imported
        if any(target.startswith(("aiohttp", "aiogram.methods", "aiogram.client")) for target in targets):
            wrong.append(name_of(path))
    assert not wrong, "\n".join(wrong)


def test_no_file_names_a_registry_host() -> None:
    hosts = ("pypi" + ".org", "pythonhosted" + ".org", "npmjs" + ".org", "deb.debian" + ".org")
    skipped = {".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__"}
    wrong = []
    for path in ROOT.rglob("*"):
        if skipped & set(path.parts) or not path.is_file() or path.stat().st_size > 2**20:
            continue
        text = path.read_bytes().decode("utf-8", errors="ignore")
        wrong += [f"{name_of(path)}: {host}" for host in hosts if host in text]
    assert not wrong, "\n".join(wrong)
