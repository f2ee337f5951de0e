"""Every setting: defaults here, the company's in `config.yaml`, the machine's in the environment, which wins.

`BOT_TOKEN` is the one secret; any other setting may be given as `PROZVON_SECTION__KEY`, a list or a table as JSON.
"""

import json
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import AliasChoices, BaseModel, ConfigDict, Field, SecretStr, field_validator, model_validator
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    YamlConfigSettingsSource,
)

from bot.pacing import Limits
from bot.telegram import OFFICIAL
from domain.ageing import AgeingSettings
from domain.calendar import CalendarSettings, WorkCalendar
from domain.checks import CheckSettings
from domain.claims import ClaimSettings
from domain.contracts import ContractSettings
from domain.credit import CreditSettings
from domain.decisions import DecisionSettings
from domain.desk import DeskSettings
from domain.digest import DigestSettings
from domain.drafts import DraftSettings
from domain.errands import ErrandSettings
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
from domain.pushes import PushSettings
from domain.reasons import RankingSettings
from domain.reliability import ReliabilitySettings
from domain.rhythm import ActivitySettings, RhythmSettings
from domain.secrecy import Protection, SecrecySettings
from domain.shortages import ShortageSettings
from domain.standing import StandingSettings
from domain.stop_list import StopSettings
from domain.targets import TargetSettings
from domain.visits import VisitSettings
from domain.week_plan import WeekPlanSettings
from usecases.rules import Company, Rules


class Environment(EnvSettingsSource):
    """The environment; a list or a table of a section may stand there as JSON."""

    def __call__(self) -> dict[str, Any]:
        return {name: _decoded(value) for name, value in super().__call__().items()}


def _decoded(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _decoded(each) for name, each in value.items()}
    if isinstance(value, str) and value.lstrip().startswith(("[", "{")):
        with suppress(ValueError):
            return json.loads(value)
    return value


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Telegram(Section):
    """`poll_seconds` is the long poll; `protect_content`: which messages nobody can forward or save."""

    api_url: str = OFFICIAL
    poll_seconds: int = Field(25, ge=0, le=50)
    timeout_seconds: float = 30
    protect_content: Protection = Protection.OFF
    limits: Limits = Limits()
    connections: int = 50

    @field_validator("protect_content", mode="before")
    @classmethod
    def yes_is_all(cls, said: object) -> object:
        """It was a switch once, and «off» is one in YAML."""
        if isinstance(said, str) and said.lower() in {"true", "false"}:
            said = said.lower() == "true"
        return (Protection.ALL if said else Protection.OFF) if isinstance(said, bool) else said


class Storage(Section):
    url: str = "sqlite+aiosqlite:///data/prozvon.sqlite"
    pool_size: int = 10


class Access(Section):
    owner_id: int = 0


class Server(Section):
    """`listen` as `host:port`: /health, /metrics and, with `webhook_url`, the webhook. Empty: no server."""

    listen: str = ""
    webhook_url: str = ""

    @model_validator(mode="after")
    def webhook_needs_a_port(self) -> Self:
        if self.webhook_url and not self.listen:
            raise ValueError("webhook_url needs server.listen: nothing would answer there")
        return self


class ClockSource(Section):
    url: str = ""


class Log(Section):
    level: Literal["debug", "info", "warning", "error"] = "info"
    format: Literal["text", "json"] = "text"


class Files(Section):
    """What may be dropped into the chat: megabytes and rows."""

    max_megabytes: int = Field(20, ge=1, le=20)
    max_rows: int = 60_000


class Voice(Section):
    """What turns voice messages into text: nothing, or an engine with a `model` in a folder; `longest` in seconds."""

    engine: Literal["", "faster-whisper"] = ""
    model: str = ""
    language: str = Field("ru", pattern=r"^([a-z]{2,3})?$")
    longest: int = Field(120, ge=1, le=600)

    @model_validator(mode="after")
    def engine_needs_a_model(self) -> Self:
        if self.engine and not self.model:
            raise ValueError("engine needs voice.model: the folder of its model")
        return self


class Config(BaseSettings):
    """Raises `pydantic.ValidationError` naming each wrong setting."""

    model_config = SettingsConfigDict(
        env_prefix="PROZVON_", env_nested_delimiter="__", extra="forbid", frozen=True, populate_by_name=True
    )

    token: SecretStr = Field(SecretStr(""), validation_alias=AliasChoices("BOT_TOKEN", "token"))
    telegram: Telegram = Telegram()
    storage: Storage = Storage()
    access: Access = Access()
    company: Company = Company()
    server: Server = Server()
    clock: ClockSource = ClockSource()
    log: Log = Log()
    files: Files = Files()
    voice: Voice = Voice()
    calendar: CalendarSettings = CalendarSettings()
    pushes: PushSettings = PushSettings()
    calls: CallSettings = CallSettings()
    outcomes: OutcomeSettings = OutcomeSettings()
    norms: NormSettings = NormSettings()
    ranking: RankingSettings = RankingSettings()
    rhythm: RhythmSettings = RhythmSettings()
    activity: ActivitySettings = ActivitySettings()
    ageing: AgeingSettings = AgeingSettings()
    ladder: LadderSettings = LadderSettings()
    promises: PromiseSettings = PromiseSettings()
    contracts: ContractSettings = ContractSettings()
    credit: CreditSettings = CreditSettings()
    decisions: DecisionSettings = DecisionSettings()
    prices: PriceSettings = PriceSettings()
    stop: StopSettings = StopSettings()
    targets: TargetSettings = TargetSettings()
    occasions: OccasionSettings = OccasionSettings()
    holidays: HolidaySettings = HolidaySettings()
    new_year: WaveSettings = WaveSettings()
    desk: DeskSettings = DeskSettings()
    digest: DigestSettings = DigestSettings()
    drafts: DraftSettings = DraftSettings()
    leads: LeadSettings = LeadSettings()
    offers: OfferSettings = OfferSettings()
    reliability: ReliabilitySettings = ReliabilitySettings()
    standing: StandingSettings = StandingSettings()
    week: WeekPlanSettings = WeekPlanSettings()
    visits: VisitSettings = VisitSettings()
    shortages: ShortageSettings = ShortageSettings()
    checks: CheckSettings = CheckSettings()
    claims: ClaimSettings = ClaimSettings()
    errands: ErrandSettings = ErrandSettings()
    secrecy: SecrecySettings = SecrecySettings()

    @field_validator("company")
    @classmethod
    def zone_exists(cls, company: Company) -> Company:
        try:
            ZoneInfo(company.timezone)
        except (KeyError, ValueError) as error:
            raise ValueError(f"no such time zone: {company.timezone}") from error
        return company

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        del env_settings, dotenv_settings, file_secret_settings
        return init_settings, Environment(settings_cls), YamlConfigSettingsSource(settings_cls)

    @cached_property
    def rules(self) -> Rules:
        return Rules(
            company=self.company,
            calls=self.calls,
            outcomes=self.outcomes,
            norms=self.norms,
            ranking=self.ranking,
            rhythm=self.rhythm,
            activity=self.activity,
            ageing=self.ageing,
            ladder=self.ladder,
            promises=self.promises,
            contracts=self.contracts,
            credit=self.credit,
            decisions=self.decisions,
            prices=self.prices,
            stop=self.stop,
            targets=self.targets,
            occasions=self.occasions,
            holidays=self.holidays,
            new_year=self.new_year,
            desk=self.desk,
            digest=self.digest,
            drafts=self.drafts,
            leads=self.leads,
            offers=self.offers,
            reliability=self.reliability,
            standing=self.standing,
            pushes=self.pushes,
            week=self.week,
            visits=self.visits,
            shortages=self.shortages,
            checks=self.checks,
            claims=self.claims,
            errands=self.errands,
            secrecy=self.secrecy,
            calendar=WorkCalendar.from_settings(self.calendar),
            owner_id=self.access.owner_id,
            voice_seconds=self.voice.longest if self.voice.engine else 0,
        )


def load_config(path: Path) -> Config:
    """The settings with `path` as the company's file; a file that is not there is an empty one."""

    class FromFile(Config):
        model_config = SettingsConfigDict(**{**Config.model_config, "yaml_file": path})

    return FromFile()
