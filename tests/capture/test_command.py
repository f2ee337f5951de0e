"""`main.py understand` as another program calls it."""

import json
import subprocess
import sys
from io import StringIO
from pathlib import Path

from bench.scoring import LINES, same_acts
from capture.command import run

ROOT = Path(__file__).parent.parent.parent
CONTEXT = LINES / "food.context.json"


def answers(*lines: str, context: Path = CONTEXT) -> tuple[int, list[dict[str, object]]]:
    out = StringIO()
    code = run(context, lines, out)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def test_a_line_in_is_a_line_out_and_labels_in_the_input_are_ignored() -> None:
    code, found = answers(
        '{"id": "a", "text": "вектор занято", "acts": [{"act": "note"}]}',
        "",
        '{"id": 7, "text": "им обычный заказ", "last_client": "c26", "now": "2026-12-30T14:55"}',
    )
    assert code == 0
    assert found[0] == {"id": "a", "acts": [{"act": "call", "client": "c2", "outcome": "busy"}]}
    assert found[1]["id"] == 7
    expected = [
        {"act": "call", "client": "c26", "outcome": "order"},
        {"act": "repeat_order", "client": "c26"},
    ]
    acts = found[1]["acts"]
    assert isinstance(acts, list)
    assert same_acts(acts, expected)


def test_a_broken_line_is_told_and_the_rest_goes_on() -> None:
    code, found = answers("{broken", '{"id": "b"}', '{"id": "c", "text": "привет"}')
    assert code == 2
    assert found == [{"id": "c", "acts": []}]


def test_a_context_that_is_not_there_is_said() -> None:
    assert answers('{"id": "c", "text": "привет"}', context=ROOT / "no-such-file.json") == (2, [])


def test_the_command_needs_neither_telegram_nor_a_base() -> None:
    program = (
        "import sys, main; code = main.main(['understand', '--context', sys.argv[1]]);"
        " print(sorted({'aiogram', 'sqlalchemy', 'aiohttp'} & set(sys.modules)), code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(CONTEXT)],
        input='{"id": "u", "text": "кому звонить"}\n',
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=True,
    )
    first, last = done.stdout.splitlines()
    assert json.loads(first) == {"id": "u", "acts": [{"act": "show", "what": "calls"}]}
    assert last == "[] 0"
