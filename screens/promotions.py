"""Promotions: what is on, how it goes, whom to tell; a new one in five steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from domain.promotions import Aim, Audience, Promotion, PromotionReply
from domain.reasons import ClientClass
from screens import format as written
from screens.callbacks.calls import OpenCard
from screens.callbacks.discounts import PromotionDiscount
from screens.callbacks.exhibitions import OpenExhibitions
from screens.callbacks.promotions import (
    AskGroup,
    LastDay,
    Launch,
    NewPromotion,
    OpenPromotion,
    OpenPromotions,
    PickGroup,
    Replied,
    SetAudience,
    StopPromotion,
    ToggleClass,
    WhomToTell,
)
from screens.discounts import RuleView
from screens.discounts import promoted_text as discount_text
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

PEOPLE = 15
GROUPS = 40


@dataclass(frozen=True, slots=True)
class PromotionLine:
    """What the call card says of a promotion: the script as the lead wrote it, the last day."""

    id: int
    name: str
    script: str
    ends: date
    group: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Clients told of those it is for (`aimed`), and what they said."""

    told: int
    aimed: int
    interested: int
    declined: int


@dataclass(frozen=True, slots=True)
class PromotionView:
    """`by_manager` is for those who lead; `may_stop`: so may who looks at it; `discounts` are given in it; `running`: it has begun."""

    promotion: Promotion
    progress: Progress
    today: date
    by_manager: tuple[tuple[str, Progress], ...] = ()
    leads: bool = False
    may_stop: bool = False
    discounts: tuple[RuleView, ...] = ()

    @property
    def running(self) -> bool:
        return self.promotion.is_on(self.today)


# --- on the call card ---------------------------------------------------------------------------------------------


def card_text(words: Words, line: PromotionLine) -> str:
    """HTML: the name, the last day, what to say."""
    head = words("promotion-card", name=line.name, day=written.short_day(words, line.ends))
    return f"{head}\n<i>{escape(line.script, quote=False)}</i>"


def card_row(words: Words, line: PromotionLine, client: int) -> tuple[Button, ...]:
    return tuple(
        tap(words.plain(f"btn-promotion-{reply}"), Replied(promotion=line.id, client=client, reply=reply))
        for reply in PromotionReply
    )


def replied(words: Words, name: str, reply: PromotionReply) -> str:
    """A notice."""
    return words.plain(f"ack-promotion-{reply}", name=name)


# --- what is on ---------------------------------------------------------------------------------------------------


def promotions(words: Words, shown: Sequence[PromotionView], *, leads: bool) -> Screen:
    events = tap(words.plain("btn-exhibitions"), OpenExhibitions())
    made = (tap(words.plain("btn-promotion-new"), NewPromotion()),) if leads else ()
    new = ((*made, events),)
    if not shown:
        return Screen(words("msg-promotions-none-lead" if leads else "msg-promotions-none"), new)
    lines = [words("msg-promotions", count=len(shown))]
    for view in shown:
        lines += ["", _name(words, view), _progress(words, view.progress)]
    rows = [(tap(view.promotion.name, OpenPromotion(promotion=view.promotion.id)),) for view in shown]
    return Screen(clipped("\n".join(lines)), (*rows, *new))


def _name(words: Words, view: PromotionView) -> str:
    one = view.promotion
    day = written.short_day(words, one.ends if view.running else one.starts)
    return words("promotion-on" if view.running else "promotion-ahead", name=one.name, day=day)


def _progress(words: Words, progress: Progress) -> str:
    return words(
        "promotion-progress", told=progress.told, aimed=progress.aimed, interested=progress.interested
    )


def card(words: Words, view: PromotionView) -> Screen:
    one = view.promotion
    lines = [_name(words, view), f"<i>{escape(one.script, quote=False)}</i>", "", _aim(words, one.aim)]
    if one.group:
        lines.append(words("promotion-group", group=one.group))
    lines += [words("promotion-discount", text=discount_text(words, each)) for each in view.discounts]
    lines.append(_progress(words, view.progress))
    lines += [
        words("promotion-manager", name=name, told=each.told, aimed=each.aimed, interested=each.interested)
        for name, each in view.by_manager[:PEOPLE]
        if each.aimed
    ]
    first: list[Button] = []
    if view.running and view.progress.told < view.progress.aimed and not view.leads:
        first.append(tap(words.plain("btn-promotion-next"), WhomToTell(promotion=one.id)))
    if view.leads and view.today <= one.ends:
        first.append(tap(words.plain("btn-promotion-discount"), PromotionDiscount(promotion=one.id)))
    if view.may_stop:
        first.append(tap(words.plain("btn-promotion-stop"), StopPromotion(promotion=one.id)))
    back = (tap(words.plain("btn-promotions"), OpenPromotions()),)
    return Screen(clipped("\n".join(lines)), (*((tuple(first),) if first else ()), back))


def _aim(words: Words, aim: Aim) -> str:
    classes = ", ".join(sorted(aim.classes)) or "no"
    industries = ", ".join(aim.industries) or "no"
    return words("promotion-aim", audience=aim.audience.value, classes=classes, industries=industries)


def whom_to_tell(words: Words, view: PromotionView, clients: Sequence[tuple[int, str, str]]) -> Screen:
    """(id, name, class) of each, the best first; a tap opens the call card."""
    one = view.promotion
    back = (tap(words.plain("btn-back"), OpenPromotion(promotion=one.id)),)
    if not clients:
        return Screen(words("msg-promotion-all-told", name=one.name), (back,))
    rows = [(tap(f"📞 {name} · {grade}", OpenCard(client=id_)),) for id_, name, grade in clients]
    return Screen(words("msg-promotion-whom", name=one.name), (*rows, back))


# --- a new one ----------------------------------------------------------------------------------------------------


def ask_name(words: Words) -> Screen:
    return Screen(words("ask-promotion-name"), (leave_row(words),))


def ask_script(words: Words, name: str) -> Screen:
    return Screen(words("ask-promotion-script", name=name), (leave_row(words),))


def ask_dates(words: Words, name: str, ends: Sequence[date]) -> Screen:
    buttons = [
        tap(
            words.plain("btn-promotion-until", day=written.short_day(words, day)),
            LastDay(day=day.toordinal()),
        )
        for day in ends
    ]
    return Screen(words("ask-promotion-dates", name=name), (*in_rows(buttons, 2), leave_row(words)))


def ask_aim(words: Words, made: Promotion) -> Screen:
    """Everything is chosen already for everybody: «Запустить» is the only tap that is needed."""
    classes = tuple(
        tap(
            words.plain("btn-class-now" if one in made.aim.classes else "btn-class", grade=one.value),
            ToggleClass(client_class=one),
        )
        for one in ClientClass
    )
    audiences = tuple(
        tap(
            words.plain(f"btn-audience-{one}", chosen="yes" if one is made.aim.audience else "no"),
            SetAudience(audience=one),
        )
        for one in Audience
    )
    lines = [
        words("promotion-made", name=made.name, start=written.short_day(words, made.starts), end=written.short_day(words, made.ends)),
        _aim(words, made.aim),
        *([words("promotion-group", group=made.group)] if made.group else []),
        "",
        words("ask-promotion-aim"),
    ]  # fmt: skip
    last = (
        tap(words.plain("btn-promotion-group"), AskGroup()),
        tap(words.plain("btn-promotion-launch"), Launch()),
    )
    return Screen("\n".join(lines), (audiences, classes, last, leave_row(words)))


def ask_group(words: Words, groups: Mapping[int, str]) -> Screen:
    """By product id, the name of its group."""
    buttons = [tap(name, PickGroup(product=id_)) for id_, name in list(groups.items())[:GROUPS] if name]
    return Screen(words("ask-promotion-group"), (*in_rows(buttons, 2), leave_row(words)))


def launched(words: Words, made: Promotion, managers: int) -> Screen:
    rows = ((tap(words.plain("btn-promotions"), OpenPromotions()),),)
    text = words("msg-promotion-launched", name=made.name, day=written.short_day(words, made.ends), managers=managers)  # fmt: skip
    return Screen(text, rows)


def news(words: Words, made: Promotion) -> Screen:
    """To the managers: what to say, and the way to whom."""
    lines = [
        words("ntf-promotion", name=made.name, day=written.short_day(words, made.ends)),
        f"<i>{escape(made.script, quote=False)}</i>",
        "",
        words("ntf-promotion-next"),
    ]
    return Screen(
        "\n".join(lines), ((tap(words.plain("btn-promotion-next"), WhomToTell(promotion=made.id)),),)
    )


def stopped(words: Words, name: str) -> Screen:
    rows = ((tap(words.plain("btn-promotions"), OpenPromotions()),),)
    return Screen(words("msg-promotion-stopped", name=name), rows)
