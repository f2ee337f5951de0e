"""Each digest as a lead must read it, line by line, from `tests.lead_week_figures`; as a native table and as plain lines."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction

from domain.actors import Actor
from domain.targets import TargetKind
from tests.lead_week_figures import (
    NBSP,
    NORM,
    Book,
    Done,
    Reader,
    calls_said,
    change,
    counted,
    day_said,
    grouped,
    numbered,
    orders_said,
    said,
    thousands,
    working,
)

Row = tuple[str, ...]
MILLION = 100_000_000
KNOWN, LISTED = 50, 20
PLANNED = ("Список", "Перезв.", "Обещано", "🎂")
DONE = ("Звонки", "Дозвон", "Предл.", "Заказы", "Обещано")


def previous(day: date) -> date:
    return working(day - timedelta(days=10), day - timedelta(days=1))[-1]


def told(alarms: Sequence[str], wins: Sequence[str], most: int) -> list[str]:
    """Exceptions first; of many, the first ones."""
    shown = alarms[:most]
    count = str(len(alarms)) if len(alarms) <= KNOWN else f"больше {KNOWN}"
    lines = [f"Требует внимания: {count}", *numbered(shown)] if alarms else []
    return lines + (["Успехи", *numbered(wins, len(shown) + 1)] if wins else [])


def sellers(book: Book, reader: Reader, first: date, last: date) -> list[tuple[Actor, bool]]:
    """Managers by team and name, then whoever else sold; True for who has a norm."""
    own = sorted(reader.managers, key=lambda one: (one.team_id, one.name))
    people = {one.id: one for one in book.week.people.values()}
    known = {one.id for one in own}
    others = [id_ for id_ in reader.ids - known if book.done(id_, first, last) != Done()]
    others.sort(key=lambda id_: (people[id_].name, id_))
    return [*((one, True) for one in own), *((people[id_], False) for id_ in others)]


# --- one day


def plan(book: Book, reader: Reader, today: date, *, rich: bool) -> list[str]:
    before = previous(today)
    past = book.together(reader, before, before)
    figures = {one.id: _planned(book, one, today) for one, _ in sellers(book, reader, today, today)}
    norm = sum(NORM for one in reader.managers if book.away(one.id, today) is None)
    due = [one[2] for one in figures.values()]
    lines = [
        f"План дня · {day_said(today)}",
        f"Звонки: {sum(one[0] for one in figures.values())} в списках, норма {norm}",
    ]
    count, total = sum(one[0] for one in due), sum(one[1] for one in due)
    if count:
        lines.append(f"Обещано на сегодня: {thousands(total)}, {promised(count)}")
    if past.order_sum or past.calls:
        lines.append(
            f"Прошлый день ({day_said(before)}): заказы {thousands(past.order_sum)}, {calls_said(past.calls)}"
        )
    lines.append(book.overdue_said(reader, today, today))
    lines += told(alarms_of(book, reader, today), (), 5)
    cells = {id_: (str(a), str(b or ""), counted(*c), "") for id_, (a, b, c) in figures.items()}

    def line(id_: int) -> list[str]:
        listed, backs, (number, amount) = figures[id_]
        parts = [] if book.away(id_, today) and not listed else [listed_said(listed)]
        parts += [f"перезвонить {backs}"] if backs else []
        return parts + ([f"{promised(number)}, {thousands(amount)}"] if number else [])

    quiet = {id_ for id_, one in figures.items() if one == (0, 0, (0, 0))}
    return lines + _people(book, reader, today, _Told(PLANNED, cells, quiet, line), rich=rich)


def alarms_of(book: Book, reader: Reader, today: date) -> list[str]:
    """The most pressing first."""
    return [
        *book.waiting(reader),
        *book.short(reader, today, today, today),
        *book.due(reader, today),
        *book.off_pace(reader, today),
        *book.lying(reader, today),
    ]


def every_alarm(book: Book, reader: Reader, today: date) -> list[str]:
    """All of them on a tap, the first twenty of more."""
    found = alarms_of(book, reader, today)
    if not found:
        return ["Всё в порядке: внимания ничего не требует."]
    count = str(len(found)) if len(found) <= KNOWN else f"больше {KNOWN}"
    return [f"Требует внимания: {count}", *numbered(found[:LISTED])]


def promised(count: int) -> str:
    return said(count, "обещание", "обещания", "обещаний")


def listed_said(count: int) -> str:
    return calls_said(count) if count else "список пуст"


def _planned(book: Book, person: Actor, today: date) -> tuple[int, int, tuple[int, int]]:
    """Lines of the list, calls to be made back, (promises due, kopecks still to come)."""
    own = {row["id"]: row for row in book.rows["clients"] if row["manager_id"] == person.id}
    listed = sum(row["employee_id"] == person.id and row["day"] == today for row in book.rows["call_list"])
    backs = sum(
        (row["next_day"], row["next_kind"], row["next_reason"]) == (today, "call", "call_back")
        for row in own.values()
    )
    due = [
        max(row["amount"] - row["paid"], 0)
        for row in book.rows["promises"]
        if row["client_id"] in own and row["state"] == "open" and row["due"] == today
    ]
    return listed, backs, (len(due), sum(due))


def result(book: Book, reader: Reader, today: date, *, rich: bool) -> list[str]:
    done = {one.id: book.done(one.id, today, today) for one, _ in sellers(book, reader, today, today)}
    norms = {one.id: NORM for one in reader.managers if book.away(one.id, today) is None}
    whole = book.together(reader, today, today)
    past = book.together(reader, today - timedelta(days=28), today - timedelta(days=1)).order_sum
    usual = past // len(working(today - timedelta(days=28), today - timedelta(days=1)))
    norm = sum(norms.values())
    lines = [
        f"Итог дня · {day_said(today)}",
        _money(whole) + (f" · обычный день {thousands(usual)}" if usual else ""),
        f"Звонки: {_of_norm(whole.calls, norm)} · дозвон {whole.reached}",
        book.overdue_said(reader, today, today),
    ]
    lines += told(alarms_of(book, reader, today), daily_wins(book, reader, today), 5)
    cells = {
        id_: (
            _of(one.calls, norms.get(id_, 0)),
            str(one.reached or ""),
            str(one.offers or ""),
            counted(one.orders, one.order_sum),
            counted(one.promises, one.promise_sum),
        )
        for id_, one in done.items()
    }

    quiet = {id_ for id_, one in done.items() if not (one.calls or one.offers or one.orders or one.promises)}

    def line(id_: int) -> list[str]:
        one = done[id_]
        if book.away(id_, today) and id_ in quiet:
            return []
        parts = [f"звонки {_of(one.calls, norms.get(id_, 0))}"]
        parts += [f"дозвон {one.reached}"] if one.reached else []
        parts += [said(one.offers, "предложение", "предложения", "предложений")] if one.offers else []
        parts += [f"{orders_said(one.orders)}, {thousands(one.order_sum)}"] if one.orders else []
        return parts + ([f"{promised(one.promises)}, {thousands(one.promise_sum)}"] if one.promises else [])

    return lines + _people(book, reader, today, _Told(DONE, cells, quiet, line), rich=rich)


def daily_wins(book: Book, reader: Reader, today: date) -> list[str]:
    """The best of each kind before the second of any; three at most."""
    sold, kept, fresh = (
        book.sold(reader, today, today),
        book.kept(reader, today, today),
        book.fresh(reader, today),
    )
    return [*sold[:1], *kept[:1], *fresh[:1], *sold[1:2], *kept[1:], *fresh[1:]][:3]


def _money(done: Done) -> str:
    return f"Заказы: {thousands(done.order_sum)}{f', {orders_said(done.orders)}' if done.orders else ''}"


def _of(calls: int, norm: int) -> str:
    return f"{grouped(calls)}/{grouped(norm)}" if norm else grouped(calls)


def _of_norm(calls: int, norm: int) -> str:
    return f"{grouped(calls)} из {grouped(norm)}" if norm else grouped(calls)


class _Told:
    """A day's people: cells of a table, the parts of a plain line, and who has nothing to show."""

    def __init__(
        self,
        head: Sequence[str],
        cells: Mapping[int, Row],
        quiet: set[int],
        line: Callable[[int], list[str]],
    ) -> None:
        self.cells, self.quiet, self.line = cells, quiet, line
        self.used = [at for at in range(len(head)) if not at or any(row[at] for row in cells.values())]
        self.head = " | ".join(["Кто", *(head[at] for at in self.used)])

    def row(self, id_: int) -> list[str]:
        return [self.cells[id_][at] or "—" for at in self.used]


def _people(book: Book, reader: Reader, today: date, shown: _Told, *, rich: bool) -> list[str]:
    lines = [shown.head if rich else "Менеджеры"]
    under: int | None = -1
    for person, normed in sellers(book, reader, today, today):
        team = person.team_id if normed else None
        if reader.teams and team != under and len(_headed(book, reader, today)) > 1:
            under = team
            lines.append(dict(reader.teams).get(team or 0, "Без команды"))
        away = book.away(person.id, today)
        if not rich:
            parts = [*([book.away_said(away)] if away else []), *shown.line(person.id)]
            lines.append(f"{person.name} — {' · '.join(parts)}")
        elif away and person.id in shown.quiet:
            lines.append(f"{person.name} | {book.away_said(away)}")
        else:
            lines.append(" | ".join([person.name + (" 🏖" if away else ""), *shown.row(person.id)]))
    return lines


def _headed(book: Book, reader: Reader, today: date) -> set[int | None]:
    return {one.team_id if normed else None for one, normed in sellers(book, reader, today, today)}


def off_pace(book: Book, reader: Reader, today: date) -> list[str]:
    """Nothing where everybody keeps the pace."""
    behind = book.off_pace(reader, today)
    there = sum(book.away(one.id, today) is None for one in reader.managers)
    if not behind:
        return []
    return [
        f"Не в темпе на 15:00: {len(behind)} из {there}",
        *numbered(behind),
        "Меньше половины нормы звонков. Спросите, что мешает.",
    ]


# --- a week and a month


def week(book: Book, reader: Reader, today: date, *, rich: bool) -> list[str]:
    monday = today - timedelta(days=today.weekday())
    day, done = book.together(reader, today, today), book.together(reader, monday, today)
    before = book.together(reader, monday - timedelta(days=7), monday - timedelta(days=1)).order_sum
    norm = sum(NORM for one in reader.managers if book.away(one.id, today) is None)
    lines = [
        f"Итог недели · {monday.day}–{today.day} ноября",
        f"Сегодня: заказы {thousands(day.order_sum)}, {calls_said(day.calls)}{f' из {norm}' if norm else ''}",
        *_whole(book, reader, monday, today, done),
        *targets(book, reader, today, today),
        book.overdue_said(reader, monday, today),
    ]
    lines[2] += f" · прошлая неделя {thousands(before)}{_moved(done.order_sum, before)}"
    alarms = [
        *book.waiting(reader),
        *book.short(reader, monday, today, today),
        *book.week_behind(reader, monday, today),
        *book.due(reader, today),
        *book.lying(reader, today),
    ]
    wins = [
        *book.best(reader, monday, today, "больше всех за неделю"),
        *book.sold(reader, monday, today)[:1],
        *book.kept(reader, monday, today)[:1],
    ]
    return [*lines, *told(alarms, wins, 4), *_period_people(book, reader, monday, today, rich=rich)]


def _whole(book: Book, reader: Reader, first: date, last: date, done: Done) -> list[str]:
    norm = sum(NORM * len(book.worked(one.id, first, last)) for one in reader.managers)
    reached = round(100 * done.reached / done.calls) if done.calls else 0
    lines = [_money(done), f"Звонки: {_of_norm(done.calls, norm)} · дозвон {reached}{NBSP}%"]
    return lines + ([f"Новые клиенты: {done.fresh}"] if done.fresh else [])


def _moved(now: int, before: int) -> str:
    return f" ({change(now, before)})" if before else ""


def month(book: Book, reader: Reader, last: date, today: date, *, rich: bool) -> list[str]:
    """Of a month that is over."""
    first = last.replace(day=1)
    done = book.together(reader, first, last)
    lines = [
        f"Итог месяца · ноябрь {last.year}",
        *_whole(book, reader, first, last, done),
        *targets(book, reader, last, today),
        book.overdue_said(reader, first, today),
    ]
    lines[1] += f" · прошлый месяц {thousands(0)}"
    alarms = []
    for one in reader.managers:
        asked, expected = book.target([one], TargetKind.SALES, last, last)
        sold = book.done(one.id, first, last).order_sum
        if sold * 100 // expected < 80:
            share = sold * 100 // expected
            text = f"{one.name}: {share}{NBSP}% темпа продаж, {thousands(sold)} из {thousands(asked)}"
            alarms.append((share, one.name, text))
    wins = book.best(reader, first, last, "больше всех за месяц")
    people = _period_people(book, reader, first, last, rich=rich, planned=True)
    return [*lines, *told([text for *_, text in sorted(alarms)], wins, 4), *people]


def targets(book: Book, reader: Reader, day: date, today: date) -> list[str]:
    """Sales and calls of the month of `day` against their plans, by the end of `day`; a forecast while it runs."""
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    people = reader.managers
    done = sum((book.done(one.id, first, last) for one in people), Done())
    lines = []
    for kind, name, fact in (
        (TargetKind.SALES, "Продажи", done.order_sum),
        (TargetKind.CALLS, "Звонки", done.calls),
    ):
        asked, expected = book.target(people, kind, last, day)
        of = f"{grouped(fact)} из {grouped(asked)}" if kind is TargetKind.CALLS else _of_sum(fact, asked)
        pace = f"{fact * 100 // expected}{NBSP}%{' 🔻' if fact < expected else ''}"
        lines.append(f"{name}: {of} · темп {pace}")
    if last >= today and done.order_sum:
        lines[0] += f" · прогноз около {_forecast(book, people, done.order_sum, day)}, мало истории"
    return lines


def _of_sum(fact: int, asked: int) -> str:
    if max(fact, asked) < MILLION:
        return f"{grouped(round(fact / 100_000))} из {grouped(round(asked / 100_000))} т.р."
    return f"{_millions(fact)} из {_millions(asked)} млн"


def _millions(kopecks: int) -> str:
    if not kopecks:
        return "0"
    return f"{kopecks / MILLION:.{1 if kopecks >= MILLION else 2}f}".replace(".", ",")


def _forecast(book: Book, people: Sequence[Actor], fact: int, day: date) -> str:
    """Without a past a month goes on as it went, on the days on which anybody works or is stood in for."""
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    days = [
        one
        for one in working(first, last)
        if not all((away := book.away(who.id, one)) and not away.deputy for who in people)
    ]
    whole = fact + round(fact / Fraction(sum(one <= day for one in days), len(days)) - fact)
    if whole < MILLION:
        return thousands(whole)
    number = whole / MILLION
    places = 1 if round(number * 100) % 10 == 0 else 2
    return f"{number:.{places}f} млн ₽".replace(".", ",")


def _period_people(
    book: Book, reader: Reader, first: date, last: date, *, rich: bool, planned: bool = False
) -> list[str]:
    lines = [f"Кто | Заказы | {'План' if planned else 'Изменение'} | Звонки" if rich else "Менеджеры"]
    days = len(working(first, last))
    for person, normed in sellers(book, reader, first, last):
        done = book.done(person.id, first, last)
        if not normed and not done.calls and not done.orders:
            continue
        worked = len(book.worked(person.id, first, last)) if normed else days
        calls = _of(done.calls, NORM * worked if normed else 0)
        past = book.done(person.id, first - timedelta(days=7), first - timedelta(days=1)).order_sum
        moved = change(done.order_sum, 0 if planned else past)
        asked = book.week.log.targets.get((person.id, TargetKind.SALES), 0) if normed else 0
        of_plan = f"{round(done.order_sum * 100 / asked)}{NBSP}%" if asked else ""
        if rich:
            money = thousands(done.order_sum) if done.orders else "—"
            name = person.name + (" 🏖" if worked < days else "")
            lines.append(" | ".join([name, money, (of_plan if planned else moved) or "—", calls]))
            continue
        away = book.away(person.id, last) if not planned else None
        parts = [book.away_said(away)] if away else []
        if done.orders:
            sold = f"{orders_said(done.orders)}, {thousands(done.order_sum)}"
            parts.append(sold + (f" ({moved})" if moved else ""))
        parts += [f"план {of_plan}"] if of_plan else []
        parts.append(f"звонки {calls}")
        if worked < days and not away:
            parts.append(said(days - worked, "день отсутствия", "дня отсутствия", "дней отсутствия"))
        lines.append(f"{person.name} — {' · '.join(parts)}")
    return lines
