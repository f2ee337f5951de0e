"""The settings: the file in the root names every one at its default, wrong ones are named, the environment wins."""

import re
from collections.abc import Iterator, Mapping
from datetime import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from bot import commands
from bot.config import Config, load_config

ROOT = Path(__file__).parent.parent
COMPANY_FILE = ROOT / "config.yaml"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BOT_TOKEN", raising=False)
    for section in Config.model_fields:
        for name in settings_of(Config().model_dump()[section], section):
            monkeypatch.delenv("PROZVON_" + name.upper().replace(".", "__"), raising=False)


def settings_of(value: Any, name: str = "") -> Iterator[str]:
    """«telegram.limits.burst», … of nested sections."""
    if not isinstance(value, Mapping):
        yield name
        return
    for key, inner in value.items():
        yield from settings_of(inner, f"{name}.{key}" if name else key)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_the_file_names_every_setting_and_no_secret() -> None:
    in_file = set(settings_of(yaml.safe_load(COMPANY_FILE.read_text(encoding="utf-8"))))
    assert in_file == set(settings_of(Config().model_dump())) - {"token"}


def test_the_file_stands_at_the_defaults(tmp_path: Path) -> None:
    defaults = load_config(tmp_path / "none.yaml")
    assert load_config(COMPANY_FILE).model_dump() == defaults.model_dump()


def test_times_are_quoted() -> None:
    """YAML reads a bare 17:30 as 1050."""
    assert not re.search(r":\s+\d{1,2}:\d{2}", COMPANY_FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("norms: {calls: many}", "norms.calls"),
        ("norms: {cals: 30}", "norms.cals"),
        ("telegram: {poll_seconds: 90}", "telegram.poll_seconds"),
        ("telegram: {limits: {burst: several}}", "telegram.limits.burst"),
        ("log: {level: loud}", "log.level"),
        ("ageing: {bounds: [30, 7]}", "ageing"),
        ("ladder: {stop: 1}", "ladder"),
        ("pushes: {digest: evening}", "pushes.digest"),
        ("ranking: {touch_days: {a: 7, b: 14}}", "ranking.touch_days.c"),
        ("voice: {engine: ear}", "voice.engine"),
        ("voice: {engine: faster-whisper}", "voice"),
        ("voice: {longest: 0}", "voice.longest"),
        ("dancing: {}", "dancing"),
    ],
)
def test_a_wrong_setting_is_refused_by_its_name(
    text: str, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "config.yaml", text)
    with pytest.raises(ValidationError):
        load_config(file)
    assert commands.load(file) is None
    assert f"config: {name}: " in capsys.readouterr().err


def test_the_file_beats_the_defaults_and_the_environment_beats_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(
        tmp_path / "config.yaml", 'company: {name: Ромашка, claim_days: 5}\npushes: {digest: "19:00"}\n'
    )
    monkeypatch.setenv("PROZVON_COMPANY__CLAIM_DAYS", "7")
    monkeypatch.setenv("PROZVON_ACCESS__OWNER_ID", "77")
    monkeypatch.setenv("PROZVON_CALLS__REFUSAL_DAYS__PRICE", "14")
    config = load_config(file)
    assert (config.company.name, config.company.claim_days, config.access.owner_id) == ("Ромашка", 7, 77)
    assert (config.pushes.digest, config.pushes.debts) == (time(19), time(10))
    assert (config.calls.refusal_days.price, config.calls.refusal_days.supplier) == (14, 60)
    assert config.rules.company.claim_days == config.company.claim_days


def test_a_file_that_is_not_there_is_an_empty_one(tmp_path: Path) -> None:
    assert load_config(tmp_path / "none.yaml").model_dump() == Config().model_dump()


def test_lists_and_tables_stand_in_the_environment_as_json(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROZVON_COMPANY__ENTITIES", '[{"code": "south", "name": "ООО «Юг»"}]')
    monkeypatch.setenv("PROZVON_OCCASIONS__VIP_CLASSES", '["A", "B"]')
    config = load_config(tmp_path / "none.yaml")
    assert [one.name for one in config.company.entities] == ["ООО «Юг»"]
    assert config.occasions.vip_classes == ("A", "B")


def test_the_token_comes_from_the_environment_and_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "123456:very-secret")
    config = load_config(COMPANY_FILE)
    assert config.token.get_secret_value() == "123456:very-secret"
    shown = repr(config) + str(config) + str(config.model_dump()) + config.model_dump_json()
    assert "very-secret" not in shown
