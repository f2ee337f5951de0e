"""Announcements: what is announced, who has read it, who has not."""

from collections.abc import Sequence
from html import escape

from domain.errands import Aim
from screens import format as written
from screens.announcement_views import AnnouncementView
from screens.callbacks.announcements import (
    AnnouncementFile,
    AskAim,
    NudgeReaders,
    OpenAnnouncement,
    OpenAnnouncements,
    PickAim,
    ReadAnnouncement,
    SendAnnouncement,
)
from screens.callbacks.errands import OpenErrands
from screens.menu import leave_row
from screens.screen import Button, Screen, clipped, in_rows, tap
from screens.words import Words

NAMED, LABEL = 15, 30


def card(words: Words, view: AnnouncementView, key: str = "") -> Screen:
    """For its author: who has read it and who has not; for a reader: the words and «read»."""
    lines = [words(key)] if key else []
    when = written.short_day(words, view.at.date())
    if view.mine:
        count = len(view.read) + len(view.unread) + len(view.away)
        lines.append(words("msg-announcement-mine", read=len(view.read), count=count))
    else:
        lines.append(words("msg-announcement", author=view.author, day=when))
    lines += ["", escape(view.text, quote=False) if view.text else words("announcement-file")]
    if view.mine:
        lines += ["", *_who(words, view)]
    return Screen(clipped("\n".join(lines)), _rows(words, view))


def _who(words: Words, view: AnnouncementView) -> list[str]:
    groups = (("unread", view.unread), ("away", view.away), ("read", view.read))
    return [
        words(f"announcement-{key}", names=_names(names), count=len(names)) for key, names in groups if names
    ]


def _names(names: Sequence[str]) -> str:
    return ", ".join(names[:NAMED]) + ("…" if len(names) > NAMED else "")


def _rows(words: Words, view: AnnouncementView) -> tuple[tuple[Button, ...], ...]:
    buttons: list[Button] = []
    if not view.is_read:
        buttons.append(tap(words.plain("btn-announcement-read"), ReadAnnouncement(announcement=view.id)))
    if view.mine and view.unread:
        buttons.append(
            tap(
                words.plain("btn-announcement-nudge", count=len(view.unread)),
                NudgeReaders(announcement=view.id),
            )
        )
    if view.file:
        buttons.append(tap(words.plain("btn-announcement-file"), AnnouncementFile(announcement=view.id)))
    buttons.append(tap(words.plain("btn-announcements-all"), OpenAnnouncements()))
    return in_rows(buttons, 2)


def listed(words: Words, views: Sequence[AnnouncementView], *, announces: bool) -> Screen:
    unread = sum(not view.is_read for view in views)
    lines = [words("msg-announcements" if views else "msg-announcements-none", unread=unread)]
    buttons = []
    for view in views:
        lines.append(_line(words, view))
        buttons.append(tap(_short(view.text, LABEL) or view.author, OpenAnnouncement(announcement=view.id)))
    last = [tap(words.plain("btn-announce"), AskAim())] if announces else []
    last.append(tap(words.plain("btn-errands"), OpenErrands()))
    return Screen(clipped("\n".join(lines)), (*in_rows(buttons, 2), tuple(last)))


def _line(words: Words, view: AnnouncementView) -> str:
    day, text = written.short_day(words, view.at.date()), _short(view.text, 80)
    if view.mine:
        count = len(view.read) + len(view.unread) + len(view.away)
        return words("announcement-line-mine", day=day, text=text, read=len(view.read), count=count)
    return words("announcement-line", day=day, text=text, new="no" if view.is_read else "yes")


def _short(text: str, longest: int) -> str:
    one = " ".join(text.split())
    return one if len(one) <= longest else one[: longest - 1].rstrip() + "…"


def ask_aim(words: Words, aims: Sequence[Aim]) -> Screen:
    buttons = [tap(words.plain(f"aim-{aim}"), PickAim(aim=aim)) for aim in aims]
    back = (tap(words.plain("btn-announcements-all"), OpenAnnouncements()),)
    return Screen(words("ask-announcement-aim"), (*in_rows(buttons, 2), back))


def ask_text(words: Words, aim: Aim) -> Screen:
    return Screen(words("ask-announcement", aim=words.plain(f"aim-{aim}")), (leave_row(words),))


def preview(words: Words, aim: Aim, text: str, count: int, file: str) -> Screen:
    """Nothing is sent before this tap."""
    lines = [words("msg-announcement-preview", aim=words.plain(f"aim-{aim}"), count=count), ""]
    lines.append(escape(text, quote=False) if text else words("announcement-file"))
    if file and text:
        lines.append(words("announcement-with-file"))
    send = (tap(words.plain("btn-announcement-send"), SendAnnouncement()), *leave_row(words))
    return Screen(clipped("\n".join(lines)), (send,))


def file_caption(words: Words, view: AnnouncementView) -> Screen:
    back = (tap(words.plain("btn-announcement-open"), OpenAnnouncement(announcement=view.id)),)
    return Screen(words("announcement-file-of", author=view.author), (back,))
