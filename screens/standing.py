"""The credit standing of a client in one sentence of figures."""

from dataclasses import dataclass

from domain.standing import Figures, StandingLevel
from screens.reliability import CheckLine, check_line
from screens.words import Words


@dataclass(frozen=True, slots=True)
class StandingView:
    """`check` is how the check of reliability stands; None where nobody has begun it."""

    level: StandingLevel
    figures: Figures
    check: CheckLine | None = None


def standing_line(words: Words, view: StandingView) -> str:
    """«🟢 Надёжный: обычно платит на 2 дня раньше срока, держит слово 6 из 8, …»."""
    return words("standing-line", level=view.level.value, figures=", ".join(_said(words, view.figures)))


def standing_lines(words: Words, view: StandingView | None) -> list[str]:
    """The sentence, and until when the check holds, for screens that do not show it otherwise."""
    if view is None:
        return []
    return [standing_line(words, view), *([check_line(words, view.check)] if view.check else [])]


def _said(words: Words, figures: Figures) -> list[str]:
    said = []
    if figures.delay is not None:
        when = "late" if figures.delay > 0 else "early" if figures.delay < 0 else "in-time"
        said.append(words("standing-delay", when=when, days=abs(figures.delay)))
    if figures.kept is not None:
        said.append(words("standing-word", kept=figures.kept[0], judged=figures.kept[1]))
    if figures.overdue is not None:
        said.append(words("standing-overdue", share=figures.overdue))
    if figures.growth is not None:
        way = "more" if figures.growth > 0 else "less" if figures.growth < 0 else "same"
        said.append(words("standing-growth", way=way, share=abs(figures.growth)))
    if figures.used is not None:
        said.append(words("standing-limit", share=figures.used))
    return said
