"""A bank statement as banks give it to 1C: the text format `1CClientBankExchange`, versions 1.01–1.03.

The format: https://v8.1c.ru/tekhnologii/obmen-dannymi-i-integratsiya/standarty-i-formaty/standart-obmena-s-sistemami-klient-banka/.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from exchange.errors import FileEmptyError, FileTooLargeError, FileUnsupportedError
from exchange.sheet import Limits, Problem

HEAD = "1cclientbankexchange"
ENCODINGS = ("cp1251", "cp866", "utf-8", "utf-16")
# Words that a file of this format is made of: in the right encoding there are most of them.
KEYS = ("СекцияДокумент", "КонецДокумента", "РасчСчет", "Сумма", "Кодировка", "ВерсияФормата", "КонецФайла", "Плательщик")  # fmt: skip
LONGEST_PURPOSE = 500
LONGEST_NAME = 300
LONGEST_CODE = 40
MOST_DIGITS = 15
_LINE = re.compile(r"\r\n|\n|\r")
_SUM = re.compile(r"(\d+)(?:[.,-](\d{1,2}))?")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})|(\d{4})-(\d{2})-(\d{2})")
_TAX_NUMBER = re.compile(r"(?<!\d)(?:\d{12}|\d{10})(?!\d)")
_NAMED_TAX_NUMBER = re.compile(
    r"^\s*ИНН[\s:]*(\d{12}|\d{10})(?:[\s/\\]*(?:КПП)?[\s:]*\d{9})?[\s,/\\]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class BankPayment:
    """Money that has come to `account`, in kopecks, on `day`. `row` is the line where its document begins."""

    row: int
    account: str
    number: str
    day: date
    amount: int
    payer: str
    tax_number: str
    purpose: str


@dataclass(frozen=True, slots=True)
class BankReading:
    """Incoming payments in the order of the file; `others` are documents of money that left or moved between own accounts."""

    accounts: tuple[str, ...]
    start: date | None
    end: date | None
    payments: tuple[BankPayment, ...]
    others: int
    problems: tuple[Problem, ...]


def is_bank_file(data: bytes) -> bool:
    """By its first word, whatever the file is called."""
    beginning = data[:200].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return beginning[: len(HEAD)].lower() == HEAD.encode()


def read_bank(name: str, data: bytes, limits: Limits | None = None) -> BankReading:
    """Raises `FileRefusedError` for what is no such file; what is wrong in one document is a problem with its line."""
    limits = limits or Limits()
    if not data.strip():
        raise FileEmptyError
    if len(data) > limits.file_bytes:
        raise FileTooLargeError(what="bytes", found=len(data), limit=limits.file_bytes)
    if not is_bank_file(data):
        raise FileUnsupportedError(name=name)
    return _Reader(limits).read(_LINE.split(_decoded(data)))


def _decoded(data: bytes) -> str:
    """The label inside is not to be trusted: files are saved again by mail programs and editors."""
    texts = [data.decode(encoding, errors="replace") for encoding in ENCODINGS]
    return max(texts, key=lambda text: (sum(text.count(key) for key in KEYS), -text.count("\ufffd")))


class _Reader:
    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.accounts: list[str] = []
        self.days: dict[str, date] = {}
        self.documents: list[tuple[int, dict[str, tuple[int, str]]]] = []
        self.problems: list[Problem] = []
        self.ended = False

    def read(self, lines: Sequence[str]) -> BankReading:
        document: dict[str, tuple[int, str]] | None = None
        begun = last = 0
        for number, line in enumerate(lines, 1):
            if not line.strip(" \t\ufeff\x00\x1a"):
                continue
            last = number
            key, _, value = (part.strip(" \t\ufeff\x00\x1a") for part in line.partition("="))
            match key.casefold():
                case "секциядокумент":
                    self._cut(document, begun)
                    document, begun = {}, number
                case "конецдокумента":
                    self._keep(document, begun)
                    document = None
                case "конецфайла":
                    self.ended = True
                    break
                case folded if document is not None:
                    document.setdefault(folded, (number, " ".join(value.split())))
                case folded:
                    self._head(folded, value)
        self._cut(document, begun)
        if not self.ended and document is None:
            self._problem("cut_off", last)
        return self._result()

    def _head(self, key: str, value: str) -> None:
        if key == "расчсчет" and value and value not in self.accounts:
            self.accounts.append(value[:LONGEST_CODE])
        elif key in {"датаначала", "датаконца"} and (day := _day(value)):
            pick = min if key == "датаначала" else max
            self.days[key] = pick(self.days.get(key, day), day)

    def _keep(self, document: dict[str, tuple[int, str]] | None, begun: int) -> None:
        if document is None:
            return
        if len(self.documents) >= self.limits.rows:
            raise FileTooLargeError(what="rows", found=len(self.documents) + 1, limit=self.limits.rows)
        self.documents.append((begun, document))

    def _cut(self, document: object, begun: int) -> None:
        """A document without its end is not read: its sum may be half of one."""
        if document is not None:
            self._problem("cut_off", begun)

    def _problem(self, code: str, line: int, text: str = "", field: str = "") -> None:
        self.problems.append(Problem(code, f"#{line}", text[:100], field))

    def _result(self) -> BankReading:
        own = frozenset(self.accounts)
        payments, others = [], 0
        for begun, document in self.documents:
            facts = {key: value for key, (_, value) in document.items()}
            if not _is_incoming(facts, own):
                others += 1
            elif payment := self._payment(begun, document, facts):
                payments.append(payment)
        days = [payment.day for payment in payments]
        return BankReading(
            tuple(self.accounts),
            self.days.get("датаначала") or min(days, default=None),
            self.days.get("датаконца") or max(days, default=None),
            tuple(payments),
            others,
            tuple(self.problems),
        )

    def _payment(
        self, begun: int, document: Mapping[str, tuple[int, str]], facts: Mapping[str, str]
    ) -> BankPayment | None:
        line, said = document.get("сумма", (begun, ""))
        amount = _kopecks(said)
        if not amount:
            self._problem("not_a_number", line, said, "amount")
        line, written = document.get("датапоступило", (begun, ""))
        if not written:
            line, written = document.get("дата", (begun, ""))
        day = _day(written)
        if day is None:
            self._problem("not_a_date", line, written, "day")
        if not amount or day is None:
            return None
        payer, tax_number = _payer(facts)
        return BankPayment(
            begun,
            _account(facts, "получатель"),
            facts.get("номер", "")[:LONGEST_CODE],
            day,
            amount,
            payer,
            tax_number,
            _purpose(facts),
        )


def _is_incoming(facts: Mapping[str, str], own: frozenset[str]) -> bool:
    """To one of our accounts and not from another of them; where accounts are not told, by the day of receipt."""
    receivers, payers = _accounts(facts, "получатель"), _accounts(facts, "плательщик")
    if own and receivers:
        return bool(receivers & own) and not payers & own
    return bool(facts.get("датапоступило")) and not (facts.get("датасписано") and payers & own)


def _accounts(facts: Mapping[str, str], who: str) -> frozenset[str]:
    named = (facts.get(f"{who}{name}", "") for name in ("счет", "расчсчет"))
    return frozenset(one[:LONGEST_CODE] for one in named if one)


def _account(facts: Mapping[str, str], who: str) -> str:
    return next((found for name in ("расчсчет", "счет") if (found := facts.get(f"{who}{name}", ""))), "")[:LONGEST_CODE]  # fmt: skip


def _payer(facts: Mapping[str, str]) -> tuple[str, str]:
    """The name as it is written without tax numbers and the address after «//», and the tax number."""
    name = facts.get("плательщик1") or facts.get("плательщик", "")
    found = _TAX_NUMBER.fullmatch(facts.get("плательщикинн", ""))
    tax_number = found.group() if found else ""
    for text in (facts.get("плательщик", ""), name):
        if not tax_number and (named := _NAMED_TAX_NUMBER.match(text)):
            tax_number = named.group(1)
    name = _NAMED_TAX_NUMBER.sub("", name).partition("//")[0].strip()
    return name[:LONGEST_NAME], tax_number


def _purpose(facts: Mapping[str, str]) -> str:
    parts = (facts.get(f"назначениеплатежа{number}", "") for number in range(1, 7))
    whole = facts.get("назначениеплатежа") or " ".join(part for part in parts if part)
    return whole[:LONGEST_PURPOSE]


def _kopecks(text: str) -> int | None:
    """«1234.56», «1234,56», «1 234,5»; None for anything else."""
    found = _SUM.fullmatch("".join(text.split()))
    if found is None or len(found.group(1)) > MOST_DIGITS or not found.group(0).isascii():
        return None
    whole, part = found.groups()
    return int(whole) * 100 + int((part or "").ljust(2, "0"))


def _day(text: str) -> date | None:
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year, *iso = found.groups()
    if year is None:
        year, month, day = iso
    number = int(year)
    try:
        return date(number if len(year) > 2 else 2000 + number, int(month), int(day))  # noqa: PLR2004 - «26» is 2026
    except ValueError:
        return None
