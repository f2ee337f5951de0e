"""Orders out to the accounting system: what waits, what would go, what went."""

from collections.abc import Sequence
from datetime import date

from screens import format as written
from screens.callbacks.order_export import (
    ChooseExport,
    Export,
    OpenExportDays,
    OpenExports,
    SendExport,
)
from screens.callbacks.orders import OpenOrders
from screens.order_export_views import ChosenView, ExportForm, ExportsView, ExportView
from screens.screen import Button, Screen, in_rows, tap
from screens.words import Words

DAYS_IN_ROW = 3


def exports(words: Words, view: ExportsView, *, alone: bool = False) -> Screen:
    """`alone`: for a reader whose list of orders this is."""
    lines = [words("msg-exports", count=view.fresh, sum=written.money(words, view.total))]
    if view.asked:
        lines.append(words("exports-asked", count=view.asked))
    if view.last:
        lines += ["", words("exports-last"), *(_went(words, one, view.today) for one in view.last)]
    else:
        lines += ["", words("exports-first")]
    again = [
        tap(words.plain("btn-export-again", number=one.id), SendExport(export=one.id)) for one in view.last
    ]
    fresh = (
        (tap(words.plain("btn-export-fresh", count=view.fresh), ChooseExport(day="")),) if view.fresh else ()
    )
    days = (
        tap(words.plain("btn-export-today"), ChooseExport(day=view.today.isoformat())),
        tap(words.plain("btn-export-days"), OpenExportDays()),
    )
    rows = (fresh, days, *in_rows(again, DAYS_IN_ROW), () if alone else (_orders(words),))
    return Screen("\n".join(lines), tuple(row for row in rows if row))


def _went(words: Words, one: ExportView, today: date) -> str:
    return words(
        "exports-line",
        number=one.id,
        when=written.moment(words, one.at, today),
        what="day" if one.day else "fresh",
        day=written.short_day(words, one.day) if one.day else "",
        count=one.orders,
        sum=written.money(words, one.total),
        who=one.who,
    )


def days(words: Words, found: Sequence[date]) -> Screen:
    buttons = [tap(written.short_day(words, day), ChooseExport(day=day.isoformat())) for day in found]
    return Screen(words("ask-export-day"), (*in_rows(buttons, DAYS_IN_ROW), (_back(words),)))


def chosen(words: Words, view: ChosenView) -> Screen:
    lines = [
        words(
            "msg-export-chosen",
            what="day" if view.day else "fresh",
            day=written.short_day(words, view.day) if view.day else "",
            count=view.orders,
            sum=written.money(words, view.total),
        )
    ]
    if view.gone:
        lines.append(words("export-gone", count=view.gone, all="yes" if view.gone == view.orders else "no"))
    if view.more:
        lines.append(words("export-more", count=view.orders))
    lines += ["", words("ask-export-form")]
    day = view.day.isoformat() if view.day else ""
    forms = [
        (tap(words.plain("btn-export-form", form=form.value), Export(day=day, form=form)),)
        for form in ExportForm
    ]
    return Screen("\n".join(lines), (*forms, (_back(words),)))


def exported(words: Words, view: ExportView, *, alone: bool = False) -> Screen:
    facts: dict[str, str | int] = {
        "count": view.orders,
        "sum": written.money(words, view.total),
        "number": view.id,
    }
    back = (_back(words),) if alone else (_back(words), _orders(words))
    return Screen(words("msg-exported", form=view.form.value, **facts), (back,))


def file_caption(words: Words, view: ExportView) -> Screen:
    return Screen(words("export-caption", number=view.id, count=view.orders))


def _back(words: Words) -> Button:
    return tap(words.plain("btn-exports"), OpenExports())


def _orders(words: Words) -> Button:
    return tap(words.plain("btn-orders"), OpenOrders())
