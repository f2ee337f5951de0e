"""Every word a user sees lives in `locales/`: in both languages, used, and said once."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from screens.words import LANGUAGES, LOCALES
from tests.structure.test_layers import ROOT, modules, name_of

KEY = re.compile(r"^([a-z][\w-]*) =", re.MULTILINE)
VARIABLE = re.compile(r"\$([a-z_]+)")
CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
# Rooms that read Russian instead of speaking it, and what they read it with.
READERS = (
    "capture/", "exchange/", "domain/names.py", "domain/declension.py", "domain/first_names.py", "domain/name_sounds.py", "domain/search.py", "domain/roles.py", "domain/word_codes.py", "domain/units.py",
    "usecases/client_fields.py", "usecases/plan.py", "screens/greeting_card.py", "bot/bringing.py", "bot/loading.py")  # fmt: skip


def entries(language: str) -> dict[str, str]:
    """Key -> its text, of all files of a language."""
    found: dict[str, str] = {}
    for path in sorted((LOCALES / language).glob("*.ftl")):
        parts = re.split(r"^(?=[a-z][\w-]* =)", path.read_text(), flags=re.MULTILINE)
        found |= {part.partition(" =")[0]: part for part in parts if KEY.match(part)}
    return found


def spoken_alone(language: str) -> dict[str, str]:
    """Without what only other texts of the language are put together from."""
    known = entries(language)
    parts = {name for text in known.values() for name in re.findall(r"\{ ([a-z][\w-]+) \}", text)}
    return {key: text for key, text in known.items() if key not in parts}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_key_is_said_once(language: str) -> None:
    said = Counter(
        key for path in (LOCALES / language).glob("*.ftl") for key in KEY.findall(path.read_text())
    )
    assert [key for key, times in said.items() if times > 1] == []


def test_both_languages_say_the_same_things() -> None:
    russian, english = spoken_alone("ru"), spoken_alone("en")
    assert sorted(russian.keys() ^ english.keys()) == []
    differ = [
        key
        for key in russian
        if not set(VARIABLE.findall(english[key])) <= set(VARIABLE.findall(russian[key]))
    ]
    assert differ == []


@pytest.mark.parametrize(("language", "wrong"), [("ru", r"[\d}][ ]?%"), ("en", r"[\d}]\s%")])
def test_percent_is_written_one_way(language: str, wrong: str) -> None:
    """«7 %» with a space that does not break; “7%”."""
    assert [key for key, text in entries(language).items() if re.search(wrong, text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_does_not_run_into_the_next(language: str) -> None:
    """A variant loses the blanks it begins with: what is to stand apart from the word before says {" "}."""
    glued = re.compile(r"\w\{ \$\w+ ->(?:\n +\*?\[[\w-]+\] .*)*?\n +\*?\[[\w-]+\] +\w")
    wrong = [
        key for key, text in entries(language).items() if re.search(r"\]  +\S", text) or glued.search(text)
    ]
    assert wrong == []


def test_english_is_english() -> None:
    allowed = {"language-ru", "btn-formal", "btn-familiar"}  # they quote the Russian words
    wrong = []
    for key, text in entries("en").items():
        spoken = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
        if key not in allowed and CYRILLIC.search(spoken):
            wrong.append(key)
    assert wrong == []


def texts(path: Path) -> list[tuple[int, str]]:
    """String literals that are not docstrings, with their lines."""
    tree = ast.parse(path.read_text())
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docs = {id(node.body[0].value) for node in ast.walk(tree) if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)}  # fmt: skip
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
    ]


def test_no_user_words_outside_the_catalogues() -> None:
    wrong = []
    for path in modules(
        "bot", "handlers", "usecases", "screens", "scheduler", "storage", "domain", "capture", "exchange"
    ):
        if name_of(path).startswith(READERS):
            continue
        wrong += [f"{name_of(path)}:{line} {text!r}" for line, text in texts(path) if CYRILLIC.search(text)]
    assert not wrong, "\n".join(wrong)


def test_every_key_is_used_and_every_used_key_is_there() -> None:
    literal: set[str] = set()
    starts: set[str] = set()
    for path in [
        *modules("bot", "handlers", "usecases", "screens", "scheduler", "domain", "exchange"),
        ROOT / "main.py",
    ]:
        tree = ast.parse(path.read_text())
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literal.add(node.value)
            if isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                starts.add(str(node.values[0].value))
    starts = {start for start in starts if re.fullmatch(r"[a-z][\w-]*-", start)}
    known = entries("ru")
    codes = {f"err-{text}" for text in literal}
    unused = [
        key for key in spoken_alone("ru") if key not in literal | codes and not key.startswith(tuple(starts))
    ]
    assert unused == []
    asked = {text for text in literal if re.fullmatch(r"(btn|msg|ntf|err|ack|ask)-[\w-]+", text)}
    assert sorted(asked - known.keys() - starts) == []
