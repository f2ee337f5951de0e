"""What is clarified before an order goes to sales support."""

from collections.abc import Sequence

from domain.checks import BUILT_IN
from screens.callbacks.checks import AskCheck, CheckAny, OpenChecks, SameChecks, WaveChecks
from screens.callbacks.orders import HandOver, HandOverPrepaid, OpenDraft
from screens.check_views import ANY, CheckLine, ChecksView
from screens.order_parts import short
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words


def point_name(words: Words, point: str) -> str:
    """A built-in point in the language, or the company's own: «по-русски | in English»."""
    if point in BUILT_IN:
        return words.plain(f"checks-{point}")
    russian, _, english = (part.strip() for part in point.partition("|"))
    return russian if words.language == "ru" or not english else english


def said(words: Words, answer: str) -> str:
    return words.plain("checks-any") if answer == ANY else answer


def check_lines(words: Words, lines: Sequence[CheckLine]) -> list[str]:
    """For sales support, HTML: «Сыры · партия: свежая»; what was waved through is named with who did it."""
    found = []
    waved: dict[str, list[str]] = {}
    for line in lines:
        name = point_name(words, line.point)
        if line.answer:
            facts = {
                "group": _group(words, line.group),
                "point": name,
                "answer": short(said(words, line.answer), 100),
            }
            found.append(words("checks-line", **facts))
        elif line.waved_by:
            waved.setdefault(line.waved_by, []).append(f"{_group(words, line.group)} · {name}")
    found += [
        words("checks-waved", points=short(", ".join(points), 200), who=who) for who, points in waved.items()
    ]
    return found


def _group(words: Words, group: str) -> str:
    return short(group or words.plain("shelf-none"), 40)


def checks(words: Words, view: ChecksView) -> Screen:
    """One screen for all: each point with what is known of it, the one that is answered next, and the way on."""
    parts = [words("msg-checks", client=view.client, count=len(view.lines))]
    for number, line in enumerate(view.lines, 1):
        parts.append(
            words(
                "checks-row",
                number=number,
                group=_group(words, line.group),
                point=point_name(words, line.point),
                answer=short(said(words, line.answer), 60) or "none",
                last=short(said(words, line.last), 60) or "none",
            )
        )
    if view.next is not None:
        parts += ["", words("checks-next", number=view.next + 1, count=len(view.lines))]
    numbers = [
        tap(f"✏️ {at + 1}", AskCheck(order=view.order, at=at, prepaid=view.prepaid))
        for at in range(len(view.lines))
    ]
    skip = () if view.next is None else ((_any(words, view, view.next),),)
    return Screen(clipped("\n".join(parts)), (*in_rows(numbers, 4), *skip, *_ways(words, view)))


def _any(words: Words, view: ChecksView, at: int) -> Button:
    data = CheckAny(order=view.order, at=at, prepaid=view.prepaid)
    return tap(words.plain("btn-check-any", number=at + 1), data)


def _ways(words: Words, view: ChecksView) -> tuple[tuple[Button, ...], ...]:
    back = (tap(words.plain("btn-to-draft"), OpenDraft(order=view.order)),)
    if not view.open:
        send = HandOverPrepaid(order=view.order) if view.prepaid else HandOver(order=view.order)
        return ((tap(words.plain("btn-hand-over"), send),), back)
    same = tap(words.plain("btn-checks-same"), SameChecks(order=view.order, prepaid=view.prepaid))
    wave = tap(words.plain("btn-checks-wave"), WaveChecks(order=view.order, prepaid=view.prepaid))
    return (*(((same,),) if view.known else ()), (wave,), back)


def ask(words: Words, view: ChecksView, at: int) -> Screen:
    line = view.lines[at]
    text = words(
        "ask-check",
        group=_group(words, line.group),
        point=point_name(words, line.point),
        last=short(said(words, line.last), 100) or "none",
    )
    back = tap(words.plain("btn-back"), OpenChecks(order=view.order, prepaid=view.prepaid))
    return Screen(text, ((_any(words, view, at), back),))
