"""The digests of a lead's week, counted again: from raw rows and from what the week wrote down, by code of its own.

Nothing here reads a counter, a snapshot or a statement of the product: what is expected is the whole text, line by line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from domain.actors import Actor, Role
from domain.targets import TargetKind
from tests.lead_week import TABLES, Away, LeadWeek, Row

NORM, HALF, CHECK_AT = 30, 15, time(15)
MISSED = {"no_answer", "busy", "unavailable", "wrong_number", "no_decision_maker"}
WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
MONTHS = {11: "ноября", 12: "декабря"}
KINDS = {"vacation": "отпуск", "sick": "больничный"}
CLAIMS = {"defect": "Брак", "shortage": "Недостача"}
NBSP = "\u00a0"
HOLIDAYS = {date(2026, 11, 4)}


# --- how a reader writes it


def working(first: date, last: date) -> list[date]:
    days = [first + timedelta(days=at) for at in range((last - first).days + 1)]
    return [day for day in days if day.weekday() < 5 and day not in HOLIDAYS]


def grouped(number: int) -> str:
    return f"{number:,}".replace(",", NBSP)


def thousands(kopecks: int) -> str:
    roubles = int(Fraction(kopecks, 100) + Fraction(1, 2))
    if roubles < 1000:
        return f"{roubles}{NBSP}₽"
    return f"{grouped(int(Fraction(roubles, 1000) + Fraction(1, 2)))} т.р."


def said(number: int, one: str, few: str, many: str) -> str:
    if number % 10 == 1 and number % 100 != 11:
        return f"{number} {one}"
    if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14):
        return f"{number} {few}"
    return f"{number} {many}"


def calls_said(number: int) -> str:
    return said(number, "звонок", "звонка", "звонков")


def orders_said(number: int) -> str:
    return said(number, "заказ", "заказа", "заказов")


def until_said(day: date, today: date) -> str:
    return "сегодня" if day == today else f"до {day_said(day, today)}"


def day_said(day: date, today: date | None = None) -> str:
    if today is not None and 0 <= (today - day).days * -1 <= 1:
        return "сегодня" if day == today else "завтра"
    return f"{WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month]}"


def change(now: int, before: int) -> str:
    by = round((now - before) * 100 / before) if before > 0 else 0
    sign = "+" if by > 0 else "−" if by < 0 else ""
    return f"{sign}{abs(by)}{NBSP}%" if before > 0 else ""


def counted(count: int, kopecks: int) -> str:
    return f"{count} · {thousands(kopecks)}" if count and kopecks else str(count or "")


# --- what was done


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads: `ids` are all whose clients are theirs, `managers` have a norm; `teams` as they are headed, where there are several."""

    actor: Actor
    ids: frozenset[int]
    managers: tuple[Actor, ...]
    teams: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True)
class Done:
    """Of one person over some days; kopecks."""

    calls: int = 0
    reached: int = 0
    offers: int = 0
    orders: int = 0
    order_sum: int = 0
    promises: int = 0
    promise_sum: int = 0
    fresh: int = 0

    def __add__(self, other: "Done") -> "Done":
        return Done(*(getattr(self, name) + getattr(other, name) for name in Done.__slots__))


@dataclass(slots=True)
class Book:
    """Everything as it lies in the tables at this moment, and the log beside it."""

    week: LeadWeek
    now: datetime
    rows: dict[str, list[Row]] = field(default_factory=dict)

    @classmethod
    async def read(cls, week: LeadWeek) -> "Book":
        await week.note()
        return cls(week, week.office.now, {table: await week.rows(table) for table in TABLES})

    def reader(self, name: str) -> Reader:
        week, people = self.week, self.week.people
        actor, teams = people[name], week.teams
        if name in ("Вера", "Олег"):
            ids = {one.id for one in people.values() if name == "Олег" or one.role is not Role.SUPPORT}
            ids -= {people["Олег"].id} if name == "Вера" else set()
            named = tuple((teams[one], one) for one in ("Опт", "Розница"))
            return Reader(actor, frozenset(ids), tuple(week.managers), named)
        own = [one for one in week.managers if one.team_id == actor.team_id]
        return Reader(actor, frozenset({actor.id, *(one.id for one in own)}), tuple(own))

    def name(self, id_: int) -> str:
        return next(one.name for one in self.week.people.values() if one.id == id_)

    def client(self, id_: int) -> Row:
        return next(row for row in self.rows["clients"] if row["id"] == id_)

    @property
    def sales(self) -> list[Row]:
        """What was handed over and neither came back nor was refused."""
        return [row for row in self.rows["orders"] if row["day"] is not None and row["status"] != "refused"]

    def local(self, moment: datetime, zone: ZoneInfo) -> date:
        return moment.astimezone(zone).date()

    def done(self, id_: int, first: date, last: date) -> Done:
        zone = next(one.zone for one in self.week.people.values() if one.id == id_)
        made = [
            row for row in self.rows["calls"] if row["employee_id"] == id_ and first <= row["day"] <= last
        ]
        log = self.week.log
        found = Done(
            calls=len(made),
            reached=sum(row["outcome"] not in MISSED for row in made),
            offers=sum(row["outcome"] == "phone_offer" for row in made)
            + sum(who == id_ and first <= day <= last for who, day in log.offers),
            fresh=sum(who == id_ and first <= day <= last for who, day in log.fresh),
        )
        for row in self.sales:
            if log.orders[row["id"]][0] == id_ and first <= row["day"] <= last:
                found.orders += 1
                found.order_sum += row["total"]
        for row in self.rows["promises"]:
            taken = self.local(row["created_at"], zone)
            given_up = row["state"] == "cancelled" and self.local(row["judged_at"], zone) == taken
            if log.promises[row["id"]] == id_ and first <= taken <= last and not given_up:
                found.promises += 1
                found.promise_sum += row["amount"]
        return found

    def together(self, reader: Reader, first: date, last: date) -> Done:
        return sum((self.done(id_, first, last) for id_ in reader.ids), Done())

    def away(self, id_: int, day: date) -> Away | None:
        return next(
            (one for one in self.week.log.away if one.who == id_ and one.first <= day <= one.last), None
        )

    def worked(self, id_: int, first: date, last: date) -> list[date]:
        return [day for day in working(first, last) if self.away(id_, day) is None]

    def away_said(self, away: Away) -> str:
        covered = f"замещает {self.name(away.deputy)}" if away.deputy else "никто не замещает"
        return f"{KINDS[away.kind]} до {away.last:%d.%m}, {covered}"

    def overdue(self, id_: int) -> int:
        """From the documents, every one of which is past its day."""
        own = {row["id"] for row in self.rows["clients"] if row["manager_id"] == id_}
        return sum(row["amount"] for row in self.rows["receivables"] if row["client_id"] in own)

    def overdue_said(self, reader: Reader, start: date, today: date) -> str:
        """Beside the last look before `start`; this is a look too."""
        now = {id_: self.overdue(id_) for id_ in reader.ids}
        before: dict[int, tuple[date, int]] = {}
        for id_ in reader.ids:
            looks = self.week.log.looks.setdefault(id_, {})
            earlier = [day for day in looks if start - timedelta(days=14) <= day < start]
            if earlier:
                before[id_] = (max(earlier), looks[max(earlier)])
            looks[today] = now[id_]
        text = f"Просрочка: {thousands(sum(now.values()))}"
        if not before:
            return text
        by = sum(now.values()) - sum(before[id_][1] if id_ in before else now[id_] for id_ in now)
        since = day_said(max(day for day, _ in before.values()))
        if not by:
            return f"{text} · без изменений с {since}"
        return f"{text} · {'больше' if by > 0 else 'меньше'} на {thousands(abs(by))} с {since}"

    # --- what calls for the lead

    def mine(self, reader: Reader, table: str, key: str = "employee_id") -> list[Row]:
        return [row for row in self.rows[table] if row[key] in reader.ids]

    def _whose(self, row: Row) -> str:
        client = self.client(row["client_id"])
        return f" ({self.name(client['manager_id'])})"

    def _named(self, row: Row) -> str:
        return str(self.client(row["client_id"])["name"])

    def waiting(self, reader: Reader) -> list[str]:
        """Held orders, then one line of everything else that waits for a word."""
        open_ = [row for row in self.mine(reader, "decisions") if self._is_open(row)]
        asked = {row["ref_id"] for row in open_ if row["kind"] == "order"}
        held = [row for row in self.mine(reader, "orders") if row["id"] in asked]
        lines = [
            f"{self._named(row)}: заказ на {thousands(row['total'])} ждёт вашего решения ({self.name(row['employee_id'])})"
            for row in sorted(held, key=lambda row: row["id"])
        ]
        left = len(open_) - len(held)
        if left > 0:
            lines.append(
                said(
                    left,
                    "вопрос ждёт вашего решения",
                    "вопроса ждут вашего решения",
                    "вопросов ждут вашего решения",
                )
            )
        return lines

    def _is_open(self, row: Row) -> bool:
        """What the clock decides in this very minute is decided after the digest is sent."""
        return row["decided_at"] is None or (row["decided_at"] == self.now and row["decided_by"] is None)

    def judged(self, reader: Reader, state: str, first: date, last: date) -> list[Row]:
        zone = reader.actor.zone
        found = [
            row
            for row in self.mine(reader, "promises")
            if row["state"] == state
            and first <= self.local(row["judged_at"], zone) <= last
            and self.client(row["client_id"])["manager_id"] in reader.ids
        ]
        return sorted(found, key=lambda row: (-row["amount"], row["id"]))

    def short(self, reader: Reader, first: date, last: date, today: date) -> list[str]:
        lines = [
            f"{self._named(row)}: обещание на {thousands(row['amount'])} не сдержано, срок {day_said(row['due'], today)}{self._whose(row)}"
            for row in self.judged(reader, "broken", first, last)
        ]
        return lines + [
            f"{self._named(row)}: обещали {thousands(row['amount'])}, оплатили {thousands(row['paid'])}, "
            f"срок {day_said(row['due'], today)}{self._whose(row)}"
            for row in self.judged(reader, "partly_kept", first, last)
        ]

    def off_pace(self, reader: Reader, today: date) -> list[str]:
        behind = []
        for person in reader.managers:
            made = sum(
                self.done(id_, today, today).calls
                for id_ in (person.id, *self._places(reader, person.id, today))
            )
            late = person.local(self.now).time() >= CHECK_AT
            if late and made < HALF and self.away(person.id, today) is None:
                behind.append((made, person.name, person.id))
        return [f"{name}: {calls_said(made)} из {NORM}" for made, name, _ in sorted(behind)]

    def _places(self, reader: Reader, deputy: int, today: date) -> list[int]:
        """Of whom of the reader's this person takes the place."""
        away = {one.id: self.away(one.id, today) for one in reader.managers}
        return [id_ for id_, one in away.items() if one is not None and one.deputy == deputy]

    def week_behind(self, reader: Reader, first: date, today: date) -> list[str]:
        behind = []
        for person in reader.managers:
            made = self.done(person.id, first, today).calls + sum(
                self.done(id_, day, day).calls
                for day in working(first, today)
                for id_ in self._places(reader, person.id, day)
            )
            norm = NORM * len(self.worked(person.id, first, today))
            if made * 2 < norm:
                behind.append((made, person.name, person.id, norm))
        return [f"{name}: за неделю {calls_said(made)} из {norm}" for made, name, _, norm in sorted(behind)]

    def due(self, reader: Reader, today: date) -> list[str]:
        return [*self._people(reader, today), *self._clients(reader, today)]

    def lying(self, reader: Reader, today: date) -> list[str]:
        return [*self._carried(reader, today), *self._silent(reader, today)]

    def _people(self, reader: Reader, today: date) -> list[str]:
        found = [(one.id, self.away(one.id, today)) for one in reader.managers]
        lines = [
            f"{self.name(id_)}: {KINDS[away.kind]} {until_said(away.last, today)}, никто не замещает"
            for id_, away in sorted(found, key=lambda one: one[0])
            if away is not None and not away.deputy
        ]
        late = [
            row
            for row in self.mine(reader, "errands", "doer_id")
            if row["closed_at"] is None and row["due"] <= self.now
        ]
        return lines + [
            f"{self._named(row)}: поручение «{row['text']}» просрочено, "
            f"срок был {day_said(self.local(row['due'], reader.actor.zone), today)} ({self.name(row['doer_id'])})"
            for row in sorted(late, key=lambda row: (row["due"], row["id"]))
        ]

    def _clients(self, reader: Reader, today: date) -> list[str]:
        late = [
            row
            for row in self.mine(reader, "claims")
            if row["closed_at"] is None and row["told_at"] is None and row["due"] < today
        ]
        lines = [
            f"{self._named(row)}: претензия «{CLAIMS[row['kind']]}» без ответа, срок был {day_said(row['due'], today)}{self._whose(row)}"
            for row in sorted(late, key=lambda row: (row["due"], row["id"]))
        ]
        left = [
            row
            for row in self.mine(reader, "orders")
            if row["status"] == "handed_over"
            and row["accepted_by"] is None
            and row["day"] >= today - timedelta(days=7)
            and self.now - row["handed_at"] > timedelta(minutes=40)
        ]
        for row in sorted(left, key=lambda row: (row["handed_at"], row["id"])):
            hours, minutes = divmod(int((self.now - row["handed_at"]).total_seconds()) // 60, 60)
            waited = " ".join(
                [*([f"{hours} ч"] if hours else []), *([f"{minutes} мин"] if minutes or not hours else [])]
            )
            lines.append(
                f"{self._named(row)}: поддержка не приняла заказ {row['id']} за {waited} ({self.name(row['employee_id'])})"
            )
        return lines

    def _carried(self, reader: Reader, today: date) -> list[str]:
        since = working(today - timedelta(days=21), today - timedelta(days=1))[-3]
        found: dict[int, list[Row]] = {}
        for row in self.mine(reader, "call_list"):
            if row["day"] == today and row["state"] == "waiting" and row["since"] <= since:
                found.setdefault(row["employee_id"], []).append(row)
        lines = []
        for who, rows in found.items():
            first = min(rows, key=lambda row: (row["since"], row["position"]))
            lain = len(working(first["since"] + timedelta(days=1), today))
            lies = said(len(rows), "клиент лежит", "клиента лежат", "клиентов лежат")
            text = f"{self.name(who)}: {lies} в списке 3 дня и дольше, дольше всех {self._named(first)} ({lain} дн.)"
            lines.append((first["since"], -len(rows), who, text))
        return [text for *_, text in sorted(lines)]

    def _silent(self, reader: Reader, today: date) -> list[str]:
        left = [
            row
            for row in self.mine(reader, "clients", "manager_id")
            if row["client_class"] == "A"
            and row["last_contact_day"] < today - timedelta(days=14)
            and (row["next_day"] is None or row["next_day"] <= today)
        ]
        return [
            f"{row['name']}, класс A: {said((today - row['last_contact_day']).days, 'день', 'дня', 'дней')} без контакта "
            f"({self.name(row['manager_id'])})"
            for row in sorted(left, key=lambda row: (row["last_contact_day"], row["id"]))
        ]

    # --- and what went well

    def sold(self, reader: Reader, first: date, last: date) -> list[str]:
        """Whose they were when they were sold."""
        log = self.week.log.orders
        own = [row for row in self.sales if log[row["id"]][0] in reader.ids and first <= row["day"] <= last]
        return [
            f"{self._named(row)}: заказ на {thousands(row['total'])} ({self.name(log[row['id']][0])})"
            for row in sorted(own, key=lambda row: (-row["total"], row["id"]))
        ]

    def kept(self, reader: Reader, first: date, last: date) -> list[str]:
        return [
            f"{self._named(row)}: слово сдержали, {thousands(row['amount'])}{self._whose(row)}"
            for row in self.judged(reader, "kept", first, last)
        ]

    def fresh(self, reader: Reader, today: date) -> list[str]:
        found = [(-self.done(id_, today, today).fresh, id_) for id_ in reader.ids]
        return [
            f"{self.name(id_)}: {said(-count, 'новый клиент', 'новых клиента', 'новых клиентов')}"
            for count, id_ in sorted(found)
            if count
        ]

    def best(self, reader: Reader, first: date, last: date, word: str) -> list[str]:
        found = [(self.done(one.id, first, last), one.name) for one in reader.managers]
        sold = [(-done.order_sum, name, done) for done, name in found if done.order_sum]
        return [
            f"{name}: {word}, {orders_said(done.orders)} на {thousands(done.order_sum)}"
            for _, name, done in sorted(sold, key=lambda one: one[:2])[:1]
        ]

    # --- the plan of a month

    def target(
        self, people: Iterable[Actor], kind: TargetKind, month_end: date, today: date
    ) -> tuple[int, int]:
        """(asked of the month, what should be by the end of `today`)."""
        asked = expected = 0
        for person in people:
            days = self.worked(person.id, month_end.replace(day=1), month_end)
            passed = sum(day <= today for day in days)
            own = self.week.log.targets[person.id, kind]
            asked += own
            expected += own * passed // len(days)
        return asked, expected


def at_utc(day: date, clock: str, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=zone).astimezone(UTC)


def numbered(lines: Sequence[str], first: int = 1) -> list[str]:
    return [f"{number}. {line}" for number, line in enumerate(lines, first)]
