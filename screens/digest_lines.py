"""A digest's line for each manager: as words, and as a row of a table."""

from collections.abc import Sequence
from html import escape

from domain.digest import DigestKind
from screens import format as written
from screens.digest_views import Away, Line, Overdue
from screens.screen import Table
from screens.words import Words

Cells = tuple[str, ...]
AWAY = " 🏖"
PLANNED = ("listed", "call-backs", "due", "birthdays")
DONE = ("calls", "reached", "offers", "orders", "promises")


def overdue_text(words: Words, overdue: Overdue) -> str:
    """«Просрочка: 150 т.р. · больше на 50 т.р. с пн, 23 ноября»."""
    change = None if overdue.before is None else overdue.now - overdue.before
    sign = "none" if change is None else "more" if change > 0 else "less" if change < 0 else "same"
    return words(
        "digest-overdue",
        sum=written.thousands(words, overdue.now),
        sign=sign,
        change=written.thousands(words, abs(change or 0)),
        day=written.day(words, overdue.since) if overdue.since else "",
    )


def person_line(words: Words, line: Line, kind: DigestKind) -> str:
    """«Анна — звонки 24/30 · дозвон 15 · предложений 13 · 3 заказа, 340 т.р. · 2 обещания, 120 т.р.»; what is nothing is absent."""
    if _is_heading(line):
        return f"<i>{escape(line.name, quote=False)}</i>"
    parts = [*([away_text(words, line.away)] if line.away else []), *_said(words, line, kind)]
    return f"<b>{escape(line.name, quote=False)}</b> — {' · '.join(parts)}"


def _said(words: Words, line: Line, kind: DigestKind) -> list[str]:
    if kind is DigestKind.PLAN:
        return _planned(words, line)
    if line.away and not (line.calls or line.offers or line.orders or line.promises):
        return []
    parts = [words("digest-person-calls", calls=calls_text(line.calls, line.norm))]
    parts += [words("digest-person-reached", count=line.reached)] if line.reached else []
    parts += [words("digest-person-offers", count=line.offers)] if line.offers else []
    if line.orders:
        money = written.thousands(words, line.order_sum)
        parts.append(words("digest-person-orders", count=line.orders, sum=money))
    if line.promise_sum:
        money = written.thousands(words, line.promise_sum)
        parts.append(words("digest-person-due", count=line.promises, sum=money))
    elif line.promises:
        parts.append(words("digest-person-promises", count=line.promises))
    return parts


def _planned(words: Words, line: Line) -> list[str]:
    parts = [] if line.away and not line.listed else [words("digest-person-listed", count=line.listed)]
    parts += [words("digest-person-call-backs", count=line.call_backs)] if line.call_backs else []
    if line.due_count:
        due = written.thousands(words, line.due_sum)
        parts.append(words("digest-person-due", count=line.due_count, sum=due))
    parts += [f"🎂 {line.birthdays}"] if line.birthdays else []
    return parts


def away_text(words: Words, away: Away) -> str:
    """«отпуск до 26.06, замещает Игорь»."""
    return words(
        "digest-person-away",
        kind=away.kind,
        until=written.short_day(words, away.until),
        deputy=away.deputy,
        covered="yes" if away.deputy else "no",
    )


def calls_facts(calls: int, norm: int) -> dict[str, str]:
    return {"calls": written.grouped(calls), "norm": written.grouped(norm) if norm else "none"}


def calls_text(calls: int, norm: int) -> str:
    """«24/30»; without a norm the calls alone."""
    done = written.grouped(calls)
    return f"{done}/{written.grouped(norm)}" if norm else done


# --- as a table


def people_table(words: Words, lines: Sequence[Line], kind: DigestKind, of: str) -> Table:
    """The same, a column for each figure that anybody has. A line without an id begins the people of a team."""
    columns = PLANNED if kind is DigestKind.PLAN else DONE
    people = [line for line in lines if not _is_heading(line)]
    cells = {id(line): [_cell(words, line, name) for name in columns] for line in people}
    used = [at for at in range(len(columns)) if not at or any(cells[id(line)][at] for line in people)]
    rows: list[Cells] = []
    for line in lines:
        name = escape(line.name, quote=False)
        if _is_heading(line):
            rows.append((f"<i>{name}</i>",))
        elif line.away and not (line.calls or line.listed or any(cells[id(line)][1:])):
            rows.append((name, away_text(words, line.away)))
        else:
            mark = AWAY if line.away else ""
            rows.append((name + mark, *(cells[id(line)][at] or "—" for at in used)))
    head = (words.plain(f"digest-column-{of}"), *(words.plain(f"digest-column-{columns[at]}") for at in used))
    return Table(head, tuple(rows))


def heading(name: str, team: int | None) -> Line:
    """Stands over the people of a team."""
    return Line(0, name, team, norm=-1)


def _is_heading(line: Line) -> bool:
    return line.norm < 0


def _cell(words: Words, line: Line, name: str) -> str:
    if name == "calls":
        return calls_text(line.calls, line.norm)
    if name == "listed":
        return str(line.listed)
    if name == "due":
        return _counted_sum(words, line.due_count, line.due_sum)
    if name == "orders":
        return _counted_sum(words, line.orders, line.order_sum)
    if name == "promises":
        return _counted_sum(words, line.promises, line.promise_sum)
    count: int = getattr(line, name.replace("-", "_"))
    return str(count) if count else ""


def _counted_sum(words: Words, count: int, amount: int) -> str:
    """«3 · 340 т.р.»."""
    if not count:
        return ""
    return f"{count} · {written.thousands(words, amount)}" if amount else str(count)
