"""Every figure that the rules of `domain` leave to the company, and its calendar: one value, built from the settings."""

from dataclasses import dataclass, field

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
from domain.secrecy import SecrecySettings
from domain.shortages import ShortageSettings
from domain.standing import StandingSettings
from domain.stop_list import StopSettings
from domain.targets import TargetSettings
from domain.visits import VisitSettings
from domain.week_plan import WeekPlanSettings


@dataclass(frozen=True)
class OurEntity:
    """A legal entity of ours that orders may be sold by; `code` is how an order remembers it, at most 32 characters."""

    code: str
    name: str
    tax_number: str = ""
    reason_code: str = ""


@dataclass(frozen=True)
class Company:
    """`timezone` is an IANA name. `invitation_hours` is how long a link opens the door.

    `legal_name`, `tax_number` and `director` stand in our papers; empty: a line to fill in by hand. An order says by which of
    our `entities` it is sold where there are several, by the first where nobody has said.
    """

    name: str = "Prozvon"
    legal_name: str = ""
    tax_number: str = ""
    director: str = ""
    timezone: str = "Europe/Moscow"
    invitation_hours: int = 24
    claim_days: int = 3
    undo_hours: int = 24
    entities: tuple[OurEntity, ...] = ()


@dataclass(frozen=True)
class Rules:
    """`bot_username` is known only after the first word with Telegram.

    `voice_seconds` is the longest voice message that is turned into text; 0 where none is.
    """

    company: Company = field(default_factory=Company)
    calls: CallSettings = field(default_factory=CallSettings)
    outcomes: OutcomeSettings = field(default_factory=OutcomeSettings)
    norms: NormSettings = field(default_factory=NormSettings)
    ranking: RankingSettings = field(default_factory=RankingSettings)
    rhythm: RhythmSettings = field(default_factory=RhythmSettings)
    activity: ActivitySettings = field(default_factory=ActivitySettings)
    ageing: AgeingSettings = field(default_factory=AgeingSettings)
    ladder: LadderSettings = field(default_factory=LadderSettings)
    promises: PromiseSettings = field(default_factory=PromiseSettings)
    contracts: ContractSettings = field(default_factory=ContractSettings)
    credit: CreditSettings = field(default_factory=CreditSettings)
    decisions: DecisionSettings = field(default_factory=DecisionSettings)
    prices: PriceSettings = field(default_factory=PriceSettings)
    stop: StopSettings = field(default_factory=StopSettings)
    targets: TargetSettings = field(default_factory=TargetSettings)
    occasions: OccasionSettings = field(default_factory=OccasionSettings)
    holidays: HolidaySettings = field(default_factory=HolidaySettings)
    new_year: WaveSettings = field(default_factory=WaveSettings)
    desk: DeskSettings = field(default_factory=DeskSettings)
    digest: DigestSettings = field(default_factory=DigestSettings)
    drafts: DraftSettings = field(default_factory=DraftSettings)
    leads: LeadSettings = field(default_factory=LeadSettings)
    offers: OfferSettings = field(default_factory=OfferSettings)
    reliability: ReliabilitySettings = field(default_factory=ReliabilitySettings)
    standing: StandingSettings = field(default_factory=StandingSettings)
    pushes: PushSettings = field(default_factory=PushSettings)
    week: WeekPlanSettings = field(default_factory=WeekPlanSettings)
    visits: VisitSettings = field(default_factory=VisitSettings)
    shortages: ShortageSettings = field(default_factory=ShortageSettings)
    checks: CheckSettings = field(default_factory=CheckSettings)
    claims: ClaimSettings = field(default_factory=ClaimSettings)
    errands: ErrandSettings = field(default_factory=ErrandSettings)
    secrecy: SecrecySettings = field(default_factory=SecrecySettings)
    calendar: WorkCalendar = field(default_factory=lambda: WorkCalendar.from_settings(CalendarSettings()))
    voice_seconds: int = 0
    bot_username: str = "prozvon_bot"
    owner_id: int = 0
