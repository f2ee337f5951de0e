"""What the screens of claims show: plain values."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.claims import ClaimedLine, ClaimStatus, Cut, Decision, Service
from domain.outcomes import ClaimKind


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """One line of a claim, with what follows from its figures."""

    id: int
    name: str
    unit: str
    line: ClaimedLine


@dataclass(frozen=True, slots=True)
class OrderFact:
    """The order that a claim is about; `total` in kopecks, `number` as the accounting system knows it."""

    id: int
    number: str
    day: date | None
    total: int


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim as its reader sees it. `amount` in kopecks; days are local; `sells`: the reader may tell the client.

    `mine`: the reader settles it; `owner` is empty where nobody does. `reopens`: it was closed so lately that this is undone.
    """

    id: int
    client_id: int
    client: str
    kind: ClaimKind
    status: ClaimStatus
    fault: Service | None
    opened: date
    due: date
    today: date
    order: OrderFact | None
    lines: tuple[GoodsLine, ...]
    amount: int
    photos: int
    text: str
    manager: str
    owner: str
    mine: bool
    sells: bool
    decision: Decision | None = None
    partly: bool = False
    answer: str = ""
    reopens: bool = False


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in a list; `owner` is empty where nobody settles it."""

    id: int
    kind: ClaimKind
    status: ClaimStatus
    due: date
    amount: int
    client: str
    owner: str


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Open claims by term: one's own, the team's, or (`owned`) those that the reader settles; and what is to be prevented."""

    rows: tuple[ClaimRow, ...]
    today: date
    owned: bool
    leads: bool
    preventions: tuple["PreventionRow", ...] = ()


@dataclass(frozen=True, slots=True)
class GoodsOffer:
    """Goods that a claim may be about: of its order with the quantity there, else of the client's last orders."""

    id: int
    name: str
    unit: str
    ordered: Decimal | None = None


@dataclass(frozen=True, slots=True)
class PreventionRow:
    id: int
    kind: ClaimKind
    fault: Service | None
    product: str
    due: date


@dataclass(frozen=True, slots=True)
class PreventionView:
    """A reason that came again and again, with the claims by which it was seen. `answer`: what was done, once it is closed."""

    id: int
    kind: ClaimKind
    fault: Service | None
    product: str
    claims: tuple[ClaimRow, ...]
    days: int
    owner: str
    mine: bool
    leads: bool
    due: date
    today: date
    answer: str
    closed: bool


@dataclass(frozen=True, slots=True)
class CutRow:
    """So many claims under `name` (a code where the cut has codes; None: unknown), kopecks, and how many the month before."""

    name: str | None
    claims: int
    amount: int
    before: int


@dataclass(frozen=True, slots=True)
class ClaimAnalysis:
    """A month of claims by one cut, the most frequent first; `share` of returns in sales in hundredths of a percent.

    `claims_before`, `amount_before` and `share_before` are of the month before.
    """

    month: date
    cut: Cut
    rows: tuple[CutRow, ...]
    claims: int
    amount: int
    claims_before: int
    amount_before: int
    share: int | None
    share_before: int | None
    owned: bool
    last: bool
