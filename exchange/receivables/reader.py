"""From sheets to receivables: rows, totals and problems."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from exchange.errors import FileMovementsError, FilePayablesError, FileRefusedError, TableNotFoundError
from exchange.headers import text_cells
from exchange.receivables.as_of import find_as_of
from exchange.receivables.body import find_body
from exchange.receivables.cells import Cells
from exchange.receivables.intervals import late_parts
from exchange.receivables.layout import Layout, find_layout, find_table
from exchange.receivables.model import Kind, Level, ReceivableRow, Receivables, Totals
from exchange.receivables.movements import Balances, are_movements
from exchange.receivables.payables import without_payables
from exchange.receivables.totals import Sums, find_stated
from exchange.receivables.tree import MAX_SEARCH, Leaf, Node, agree, leaves, looks_like
from exchange.receivables.words import has_movements, tells_of_turnover
from exchange.sheet import LOST, Problem, Sheet, Value, address
from exchange.values import BadValueError, clean_text, parse_money

Progress = Callable[[int, int], None]
_LEVELS = (("document", Level.DOCUMENT), ("contract", Level.CONTRACT))
_STEP = 1000
_TAIL = 30
_STOREYS = (2, 3, 4)


def read_receivables(
    sheets: Sequence[Sheet], mapping: Mapping[int, str] | None = None, progress: Progress | None = None
) -> Receivables:
    """The first sheet that holds a receivables table, and the sheets that go on with it, read whole.

    `mapping` (column from 0 -> role of `content.ROLES`) overrides what the headings of the sheet that `outline` shows
    say, and does without them. `progress` gets (rows done, rows in all). Raises `TableNotFoundError`,
    `FileMovementsError` or `FilePayablesError`.
    """
    parted = [without_payables(sheet) for sheet in sheets]
    owed = [title for one in parted for title in one.owed]
    tables = _find_tables([one.sheet for one in parted], mapping, owed=bool(owed))
    first = tables[0][1]
    alike = [table for table in tables if table[1].roles == first.roles]
    total = sum(len(sheet.rows) for sheet, _ in alike)
    done = 0
    readings = []
    for sheet, layout in alike:
        readings.append(_Reader(Cells(sheet, layout), progress, done, total).read())
        done += len(sheet.rows)
    if progress is not None:
        progress(total, total)
    others = [sheet.name for sheet, layout in tables if layout.roles != first.roles]
    return _joined(readings, [*others, *owed])


def _find_tables(
    sheets: Sequence[Sheet], mapping: Mapping[int, str] | None, *, owed: bool
) -> list[tuple[Sheet, Layout]]:
    refusal: FileRefusedError = TableNotFoundError(missing=("client", "amount"))
    chosen = find_table(sheets) if mapping else None
    tables = []
    for sheet in sheets:
        if mapping and (chosen is None or sheet is not chosen.sheet):
            continue
        try:
            layout = find_layout(sheet, mapping)
        except TableNotFoundError as error:
            refusal = FileMovementsError() if has_movements(sheet, None) else error
            continue
        vague = not mapping and layout.is_vague and tells_of_turnover(sheet, layout.header)
        if vague or has_movements(sheet, layout.header):
            refusal = FileMovementsError()
            continue
        tables.append((sheet, layout))
    if not tables:
        raise FilePayablesError if owed else refusal
    return tables


def _joined(readings: Sequence[Receivables], others: Sequence[str]) -> Receivables:
    """Sheets with the same columns and day are one table; another day, or the same rows again, is another copy of it."""
    day = max((found.as_of for found in readings if found.as_of), default=None)
    kept: list[Receivables] = []
    seen: Counter[tuple[str, str | None, str | None]] = Counter()
    skipped = list(others)
    for found in readings:
        keys = Counter((row.client, row.contract, row.document) for row in found.rows)
        if found.as_of not in {None, day} or seen & keys:
            skipped.append(found.sheet)
            continue
        kept.append(found)
        seen += keys
    first, *rest = kept
    if not rest:
        return replace(first, skipped=tuple(skipped))
    problems = [replace(one, cell=f"{found.sheet}!{one.cell}") for found in rest for one in found.problems]
    stated = [found.stated_total for found in kept if found.stated_total]
    return replace(
        first,
        as_of=day,
        rows=tuple(row for found in kept for row in found.rows),
        total=_added([found.total for found in kept]),
        stated_total=_added(stated) if stated else None,
        balanced=all(found.balanced for found in kept),
        problems=(*first.problems, *problems),
        skipped=tuple(skipped),
    )


def _added(totals: Sequence[Totals]) -> Totals:
    def added(name: str) -> int | None:
        known = [value for total in totals if (value := getattr(total, name)) is not None]
        return sum(known) if known else None

    return Totals(added("amount"), added("overdue"), added("advance"))


@dataclass(slots=True)
class _Reader:
    cells: Cells
    progress: Progress | None = None
    before: int = 0
    total: int = 0
    raw: list[tuple[int, Sums]] = field(default_factory=list)
    totals: list[int] = field(default_factory=list)
    advance_sign: int = 1

    @property
    def sheet(self) -> Sheet:
        return self.cells.sheet

    @property
    def layout(self) -> Layout:
        return self.cells.layout

    def read(self) -> Receivables:
        layout = self.layout
        self.advance_sign = self._advance_sign()
        body = find_body(self.cells)
        self.totals = body.totals
        hidden = self._hidden_groups(body.rows)
        if hidden or self._is_grouped(body.rows):
            found, level = self._grouped(body.rows, hidden)
        else:
            found, level = self._flat(body.rows)
        if found and not any(leaf.labels.get("client") for leaf in found):
            raise TableNotFoundError(missing=("client",))
        rows = tuple(self._rows(found))
        stated, balanced = find_stated(self.cells, self.raw, sorted(self.totals), self.advance_sign)
        total = Totals(
            amount=sum(row.amount or 0 for row in rows),
            overdue=sum(row.overdue or 0 for row in rows) if layout.overdue else None,
            advance=sum(row.advance or 0 for row in rows),
        )
        named = layout.roles
        return Receivables(
            kind=self._kind(),
            level=level,
            as_of=find_as_of(self.sheet, layout.header),
            rows=rows,
            total=total,
            stated_total=stated,
            balanced=balanced,
            problems=tuple(sorted(self.cells.problems, key=_place)),
            sheet=self.sheet.name,
            columns={address(0, index)[:-1]: role for index, role in sorted(named.items())},
            ignored=tuple(column.text for column in layout.header.columns if column.index not in named),
        )

    def _rows(self, found: Sequence[Leaf]) -> Iterator[ReceivableRow]:
        for number, leaf in enumerate(found):
            if self.progress is not None and number % _STEP == 0:
                self.progress(self.before + leaf.row, self.total)
            yield self._row(leaf)

    def _kind(self) -> Kind:
        titles = " ".join(
            text for row in self.sheet.rows[: self.layout.header.first] for _, text in text_cells(row)
        ).lower()
        accounts = any("account" in label.roles for label in self.layout.labels)
        if self.layout.has_balances:
            sheet_of_account = "оборотно-сальдовая" in titles or "анализ счета" in titles
            return Kind.TURNOVER62 if accounts or sheet_of_account else Kind.STATEMENT
        return Kind.AGEING if len(self.layout.buckets) > 1 else Kind.DOCUMENTS

    # Flat and grouped tables --------------------------------------------------------------------------------------

    def _is_grouped(self, body: Sequence[int]) -> bool:
        labels = self.layout.labels
        if len(labels) == 1:
            label = labels[0]
            if len(label.roles) > 1 or label.roles[0] == "document":
                return True
            levels = self.sheet.levels
            if levels and len({levels[row] for row in body if row < len(levels)}) > 1:
                return True
            if not levels and self._is_indented(body):
                return True
            documents = sum(looks_like(self.cells.label(row, label.index)) == "document" for row in body)
            return documents * 3 > len(body)
        return self._is_staircase(body)

    def _hidden_groups(self, body: Sequence[int]) -> int:
        """Storeys over the clients that nothing but the sums shows: all rows sum to the total several times over."""
        labels = self.layout.labels
        if len(labels) != 1 or len(labels[0].roles) > 1 or self.sheet.levels or not self.totals:
            return 0
        if labels[0].roles != ("client",) or len(body) > MAX_SEARCH:
            return 0
        stated, found = self._amounts(self.totals[-1:]), self._amounts(body)
        if len(stated) != 1 or not stated[0] or not found[0]:
            return 0
        times, rest = divmod(found[0], stated[0])
        return times - 1 if not rest and times in _STOREYS else 0

    def _is_indented(self, body: Sequence[int]) -> bool:
        """Whether names stand in by spaces, and rows that stand in further sum to the row above them."""
        column = self.layout.labels[0].index
        depths = [_indent(self.sheet.value(row, column)) for row in body]
        if not depths or depths[0] != min(depths) or len(set(depths)) == 1:
            return False
        return agree([Node(row, "", None, self.cells.sums(row)) for row in body], depths)

    def _is_staircase(self, body: Sequence[int]) -> bool:
        """Each level in a column of its own, one filled in each row."""
        columns = [label.index for label in self.layout.labels]
        filled = [[bool(self.cells.label(row, column)) for column in columns] for row in body]
        single = sum(sum(marks) == 1 for marks in filled)
        return (
            any(marks[-1] for marks in filled)
            and any(marks[0] for marks in filled)
            and single * 10 >= len(filled) * 9
        )

    def _grouped(self, body: Sequence[int], hidden: int = 0) -> tuple[list[Leaf], Level]:
        labels = self.layout.labels
        roles = ["grouping"] * hidden + [role for label in labels for role in label.roles]
        if len(labels) > 1:
            printed = [node for row in body if (node := self._step(row))]
        else:
            printed = self._nodes(body, labels[0].index)
        if "client" not in roles:
            roles.insert(0, "client")
        nodes = printed
        documents = [looks_like(node.label) == "document" for node in printed]
        if are_movements(printed, documents, self._balances()):
            nodes = [node for node, document in zip(printed, documents, strict=True) if not document]
            roles = [role for role in roles if role != "document"]
        found, roles_found = leaves(nodes, roles)
        taken = {leaf.row for leaf in found}
        for node in printed:
            if node.row not in taken:
                self.cells.check(node.row, self.layout.numeric)
        return found, _level({role for leaf in found for role in leaf.labels} & set(roles_found))

    def _balances(self) -> Balances:
        layout = self.layout
        places = {column.index: place for place, column in enumerate(layout.numeric)}
        closings = [*layout.amounts, *([layout.advance] if layout.advance else [])]
        return Balances(
            tuple(places[column.index] for column in layout.openings),
            tuple(places[column.index] for column in layout.turnovers),
            tuple(places[column.index] for column in closings),
        )

    def _step(self, row: int) -> Node | None:
        for depth, label in enumerate(self.layout.labels):
            text = self.cells.label(row, label.index)
            if text:
                return Node(row, text, depth, self.cells.sums(row) if self.layout.turnovers else ())
        self._unnamed(row)
        return None

    def _nodes(self, body: Sequence[int], column: int) -> list[Node]:
        levels = self.sheet.levels
        found = []
        for row in body:
            text = self.cells.label(row, column)
            if not text:
                self._unnamed(row)
                continue
            raw = self.sheet.value(row, column)
            depth = levels[row] if levels and row < len(levels) else _indent(raw)
            found.append(Node(row, text, depth, self.cells.sums(row)))
        return found

    def _unnamed(self, row: int) -> None:
        """A sum without a name is reported: dropping it in silence would lose money."""
        amounts = [column for column in self.layout.amounts if self.cells.filled(row, column)]
        if amounts:
            at = self.layout.labels[0].index
            self.cells.problems.append(
                Problem(
                    "no_client",
                    address(row, at),
                    clean_text(self.sheet.value(row, amounts[0].index)),
                    "client",
                )
            )

    def _flat(self, body: Sequence[int]) -> tuple[list[Leaf], Level]:
        columns = {role: label.index for label in self.layout.labels for role in label.roles}
        if "document" in columns and "client" in columns and self.layout.turnovers:
            printed = [Node(row, "", None, self.cells.sums(row)) for row in body]
            documents = [bool(self.cells.label(row, columns["document"])) for row in body]
            if are_movements(printed, documents, self._balances()):
                for row, document in zip(body, documents, strict=True):
                    if document:
                        self.cells.check(row, self.layout.numeric)
                body = [row for row, document in zip(body, documents, strict=True) if not document]
                del columns["document"]
        found = list(self._flat_leaves(body, columns))
        return found, _level(set(columns))

    def _flat_leaves(self, body: Sequence[int], columns: Mapping[str, int]) -> Iterator[Leaf]:
        carried: dict[str, str] = {}
        sparse = self._is_sparse(body, columns)
        groups = self._group_rows(body, columns)
        for position, row in enumerate(body):
            labels = {role: text for role, index in columns.items() if (text := self.cells.label(row, index))}
            amounts = any(self.cells.filled(row, column) for column in self.layout.numeric)
            if (
                "document" in columns
                and not amounts
                and "document" not in labels
                and not self.cells.filled(row, self.layout.date)
            ):
                carried = labels or {"client": text_cells(self.sheet.rows[row])[0][1]}
                continue
            if not labels and not self.cells.merged(row, columns.get("client", 0)):
                self._unlabelled(row, body, position)
                continue
            if row in groups:
                self.cells.check(row, self.layout.numeric)
                carried = labels
                continue
            if "client" in labels:
                carried = {role: text for role, text in labels.items() if role != "document"}
            elif sparse or self.cells.merged(row, columns.get("client", 0)):
                labels = carried | labels
                carried = {role: text for role, text in labels.items() if role != "document"}
            elif "client" in columns or not carried:
                self._unnamed(row)
            else:
                labels = carried | labels
            yield Leaf(row, labels)

    def _group_rows(self, body: Sequence[int], columns: Mapping[str, int]) -> set[int]:
        """Rows of a client alone that repeat the sum of its rows right below or right above."""
        deeper = [columns[role] for role in ("contract", "document") if role in columns]
        client = columns.get("client")
        if client is None or not deeper:
            return set()
        deep = [any(self.cells.label(row, column) for column in deeper) for row in body]
        names = [self.cells.label(row, client) for row in body]
        found: set[int] = set()
        for at, row in enumerate(body):
            if deep[at] or not names[at]:
                continue
            for step in (1, -1):
                end = at + step
                while 0 <= end < len(body) and deep[end] and names[end] in {"", names[at]}:
                    end += step
                run = body[at + 1 : end] if step > 0 else body[end + 1 : at]
                if run and self._amounts([row]) == self._amounts(run):
                    found.add(row)
                    break
        return found

    def _amounts(self, rows: Sequence[int]) -> list[int | None]:
        """Sums of the amounts of some rows, None where one is unread."""
        vectors = [self.cells.sums(row) for row in rows]
        places = [at for at, column in enumerate(self.layout.numeric) if column in self.layout.amounts]
        parts = [[vector[at] for vector in vectors] for at in places]
        return [None if None in part else sum(value or 0 for value in part) for part in parts]

    def _unlabelled(self, row: int, body: Sequence[int], position: int) -> None:
        """Sums without a single name: the total row where they equal what stands above, else a problem."""
        last = position + _TAIL >= len(body)
        if last and position and self._amounts([row]) == self._amounts(body[:position]):
            self.totals.append(row)
        else:
            self._unnamed(row)

    def _is_sparse(self, body: Sequence[int], columns: Mapping[str, int]) -> bool:
        """Whether a client is printed once for all its rows: some are blank, and none stands twice running."""
        if "client" not in columns:
            return True
        if "document" not in columns and "contract" not in columns:
            return False
        names = [self.cells.label(row, columns["client"]) for row in body]
        repeats = any(left and left == right for left, right in pairwise(names))
        return not all(names) and not repeats

    def _row(self, leaf: Leaf) -> ReceivableRow:
        layout, row = self.layout, leaf.row
        amount, advance, overdue = self._sums_of(row)
        document = leaf.labels.get("document")
        client = leaf.labels.get("client", "")
        if LOST in client:
            self.cells.report("lost_text", row, layout.labels[0].index, "client")
        self.cells.check(row, layout.checked)
        return ReceivableRow(
            client=client,
            row=row + 1,
            inn=self.cells.inn(row),
            contract=leaf.labels.get("contract"),
            document=document,
            date=self.cells.day(row, layout.date, "date") or self.cells.day_in(document, row),
            due=self.cells.day(row, layout.due, "due"),
            amount=amount,
            overdue=overdue,
            days_overdue=self.cells.days(row),
            advance=advance,
            late=late_parts(self.cells, row, amount, overdue),
        )

    def _sums_of(self, row: int) -> tuple[int | None, int | None, int | None]:
        """Amount, advance and overdue as we count them; as printed they go into `raw`."""
        layout, cells = self.layout, self.cells
        currency = cells.foreign(row)
        if currency:
            column = layout.amounts[0]
            text = f"{cells.label(row, column.index)} {currency}"
            cells.report("foreign_currency", row, column.index, "amount", text)
            return None, None, None
        overdue = cells.money(row, layout.overdue, "overdue") if layout.overdue else None
        parts = [
            overdue if column is layout.overdue else cells.money(row, column, "amount")
            for column in layout.amounts
        ]
        paid = cells.money(row, layout.advance, "advance") if layout.advance else 0
        if None in parts or paid is None:
            self.raw.append((row, Sums(overdue=overdue or 0)))
            return None, None, overdue
        owed = sum(part or 0 for part in parts) * (-1 if cells.is_credit(row) else 1)
        self.raw.append((row, Sums(owed, overdue or 0, paid)))
        if layout.advance is None:
            return max(owed, 0), max(-owed, 0), overdue
        paid *= self.advance_sign
        return max(owed, 0) + max(-paid, 0), max(paid, 0) + max(-owed, 0), overdue

    def _advance_sign(self) -> int:
        """-1 where the column of advances is printed with minuses throughout."""
        column = self.layout.advance
        if column is None:
            return 1
        signs = set()
        for cells in self.sheet.rows[self.layout.header.last + 1 :]:
            try:
                value = parse_money(cells[column.index]) if column.index < len(cells) else None
            except BadValueError:
                continue
            if value:
                signs.add(value > 0)
                if len(signs) > 1:
                    return 1
        return -1 if signs == {False} else 1


def _level(roles: set[str]) -> Level:
    return next((level for role, level in _LEVELS if role in roles), Level.CLIENT)


def _indent(value: Value) -> int:
    return len(value) - len(value.lstrip(" \u00a0\t")) if isinstance(value, str) else 0


def _place(problem: Problem) -> tuple[int, int, str]:
    letters = problem.cell.rstrip("0123456789")
    return int(problem.cell[len(letters) :]), len(letters), letters
