"""Every tunable number of the rules can come from a configuration file."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from domain.ageing import AgeingSettings
from domain.calendar import CalendarSettings
from domain.checks import CheckSettings
from domain.claims import ClaimSettings
from domain.contracts import ContractSettings
from domain.credit import CreditSettings
from domain.decisions import DecisionSettings
from domain.desk import DeskSettings
from domain.errands import ErrandSettings
from domain.greetings import GreetingSettings
from domain.holidays import HolidaySettings
from domain.ladder import LadderSettings
from domain.leads import LeadSettings, OfferSettings
from domain.new_year import WaveSettings
from domain.norms import NormSettings
from domain.occasions import OccasionSettings
from domain.outcome_settings import OutcomeSettings
from domain.outcomes import CallSettings
from domain.prices import PriceSettings
from domain.promises import PromiseSettings
from domain.reasons import RankingSettings
from domain.reliability import ReliabilitySettings
from domain.rhythm import ActivitySettings, RhythmSettings
from domain.search import SearchSettings
from domain.secrecy import SecrecySettings
from domain.shortages import ShortageSettings
from domain.standing import StandingSettings
from domain.stop_list import StopSettings
from domain.targets import TargetSettings
from domain.visits import VisitSettings
from domain.week_plan import WeekPlanSettings

SETTINGS: list[type[Any]] = [
    ActivitySettings,
    AgeingSettings,
    CalendarSettings,
    CallSettings,
    CheckSettings,
    ClaimSettings,
    ContractSettings,
    CreditSettings,
    DecisionSettings,
    DeskSettings,
    ErrandSettings,
    GreetingSettings,
    HolidaySettings,
    LadderSettings,
    LeadSettings,
    NormSettings,
    OccasionSettings,
    OfferSettings,
    OutcomeSettings,
    PriceSettings,
    PromiseSettings,
    RankingSettings,
    ReliabilitySettings,
    SecrecySettings,
    RhythmSettings,
    SearchSettings,
    ShortageSettings,
    StandingSettings,
    StopSettings,
    TargetSettings,
    VisitSettings,
    WaveSettings,
    WeekPlanSettings,
]


@pytest.mark.parametrize("settings", SETTINGS)
def test_defaults_survive_the_way_through_a_file(settings: type[Any]) -> None:
    adapter = TypeAdapter(settings)
    assert adapter.validate_json(adapter.dump_json(settings())) == settings() == adapter.validate_python({})


def test_plain_values_fill_them() -> None:
    calls = TypeAdapter(CallSettings).validate_python(
        {"no_answer_until": "16:00", "refusal_days": {"price": 45}, "busy_minutes": 10}
    )
    assert (calls.no_answer_until.hour, calls.refusal_days.price, calls.refusal_days.season) == (16, 45, 90)
    assert TypeAdapter(AgeingSettings).validate_python({"bounds": [10, 20]}).bounds == (10, 20)


def test_nonsense_is_refused_at_the_start() -> None:
    with pytest.raises(ValidationError, match="ascend"):
        TypeAdapter(AgeingSettings).validate_python({"bounds": [20, 10]})
