"""The check of a client's reliability: a list to tick, registers to look into, until when it holds."""

from dataclasses import dataclass
from datetime import date

from domain.clients import ClientField
from domain.reliability import Check, CheckState
from screens import format as written
from screens.callbacks.clients import AskField, OpenClient
from screens.callbacks.leads import OpenLead
from screens.callbacks.reliability import CheckAgain, OpenChecks, SetCheck
from screens.screen import Button, Screen, in_rows, tap
from screens.words import Words

# Public registers: the first takes the number in its address, the others open where it is typed in.
REGISTERS = (
    ("bankruptcy", "https://bankrot.fedresurs.ru/bankrupts?searchString={number}"),
    ("registry", "https://egrul.nalog.ru/"),
    ("courts", "https://kad.arbitr.ru/"),
    ("address", "https://pb.nalog.ru/"),
)


@dataclass(frozen=True, slots=True)
class CheckLine:
    """How a client stands: `until` where the list is or was whole, `who` ticked last."""

    state: CheckState
    until: date | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class ChecksView:
    """`items` with whether each is ticked; an empty `tax_number` is unknown."""

    client: int
    name: str
    is_lead: bool
    tax_number: str
    items: tuple[tuple[Check, bool], ...]
    line: CheckLine


def check_line(words: Words, line: CheckLine) -> str:
    """«🛡 проверен до 21.05.2027, Анна»."""
    until = f"{written.short_day(words, line.until)}.{line.until.year}" if line.until else ""
    if line.until and words.language != "ru":
        until = f"{written.short_day(words, line.until)} {line.until.year}"
    return words("reliability-line", state=line.state.value, until=until, who=line.who)


def checks(words: Words, view: ChecksView) -> Screen:
    lines = [words("msg-reliability", name=view.name), check_line(words, view.line), ""]
    lines += [
        words("reliability-done" if done else "reliability-open", item=words.plain(f"check-{item}"))
        for item, done in view.items
    ]
    if not view.tax_number:
        lines += ["", words("reliability-no-number")]
    return Screen("\n".join(lines), _rows(words, view))


def _rows(words: Words, view: ChecksView) -> tuple[tuple[Button, ...], ...]:
    ticks = [
        tap(
            words.plain("btn-check-off" if done else "btn-check", item=words.plain(f"check-short-{item}")),
            SetCheck(client=view.client, item=item, done=not done),
        )
        for item, done in view.items
        if item is not Check.TAX_NUMBER
    ]
    rows = [*in_rows(ticks, 2), *_number_rows(words, view)]
    back = [tap(words.plain("btn-to-client"), OpenClient(client=view.client))]
    if view.is_lead:
        back.insert(0, tap(words.plain("btn-lead-back"), OpenLead(client=view.client)))
    if view.line.state is CheckState.VALID:
        rows.append((tap(words.plain("btn-check-again"), CheckAgain(client=view.client)),))
    return (*rows, tuple(back))


def _number_rows(words: Words, view: ChecksView) -> list[tuple[Button, ...]]:
    if not view.tax_number:
        ask = AskField(client=view.client, field=ClientField.TAX_NUMBER)
        return [(tap(words.plain("btn-give-tax-number"), ask),)]
    copy = Button(words.plain("btn-copy-tax-number", number=view.tax_number), copy=view.tax_number)
    links = [
        Button(words.plain(f"btn-register-{name}"), url=address.format(number=view.tax_number))
        for name, address in REGISTERS
    ]
    return [(copy,), *in_rows(links, 2)]


def check_button(words: Words, client: int) -> Button:
    return tap(words.plain("btn-reliability"), OpenChecks(client=client))
