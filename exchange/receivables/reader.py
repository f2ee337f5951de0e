"""From sheets to receivables: rows, totals and problems."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from exchange.errors import TableNotFoundError
from exchange.headers import Column, text_cells
from exchange.receivables.as_of import find_as_of
from exchange.receivables.layout import Layout, find_layout
from exchange.receivables.model import Kind, Level, ReceivableRow, Receivables, Totals
from exchange.receivables.tree import Leaf, Node, leaves, looks_like
from exchange.receivables.words import is_grand_total, is_signature, total_label
from exchange.sheet import LOST, Problem, Sheet, Value, address
from exchange.values import (
    BadValueError,
    clean_text,
    find_tax_number,
    is_blank,
    parse_date,
    parse_days,
    parse_money,
)

_FROM_NAME = re.compile(
    r"\bот (\d{1,2}\.\d{1,2}\.\d{2,4})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s*г\.?)?(?=\D*$|\s)"
)
_LEVELS = (("document", Level.DOCUMENT), ("contract", Level.CONTRACT))


def read_receivables(sheets: Sequence[Sheet], mapping: Mapping[int, str] | None = None) -> Receivables:
    """The first sheet that holds a receivables table, read whole.

    `mapping` (column from 0 -> role) overrides what the headings say. Raises `TableNotFoundError`.
    """
    refusal = TableNotFoundError(missing=("client", "amount"))
    for sheet in sheets:
        try:
            layout = find_layout(sheet, mapping)
        except TableNotFoundError as error:
            refusal = error
            continue
        return _Reader(sheet, layout).read()
    raise refusal


@dataclass(slots=True)
class _Sums:
    """Raw sums of the columns as printed: what a total row must equal."""

    amount: int = 0
    overdue: int = 0
    advance: int = 0


@dataclass(slots=True)
class _Reader:
    sheet: Sheet
    layout: Layout
    problems: list[Problem] = field(default_factory=list)
    raw: _Sums = field(default_factory=_Sums)
    total_rows: list[int] = field(default_factory=list)
    advance_sign: int = 1

    def read(self) -> Receivables:
        layout = self.layout
        self.advance_sign = self._advance_sign()
        body = self._body()
        found, level = self._grouped(body) if self._is_grouped(body) else self._flat(body)
        rows = tuple(self._row(leaf) for leaf in found)
        stated, balanced = self._stated()
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
            problems=tuple(sorted(self.problems, key=_place)),
            sheet=self.sheet.name,
            columns={address(0, index)[:-1]: role for index, role in sorted(named.items())},
            ignored=tuple(column.text for column in layout.header.columns if column.index not in named),
        )

    def _kind(self) -> Kind:
        titles = " ".join(
            text for row in self.sheet.rows[: self.layout.header.first] for _, text in text_cells(row)
        ).lower()
        accounts = any("account" in label.roles for label in self.layout.labels)
        if self.layout.has_balances:
            sheet_of_account = "оборотно-сальдовая" in titles or "анализ счета" in titles
            return Kind.TURNOVER62 if accounts or sheet_of_account else Kind.STATEMENT
        return Kind.AGEING if len(self.layout.buckets) > 1 else Kind.DOCUMENTS

    # Rows of the body ---------------------------------------------------------------------------------------------

    def _body(self) -> list[int]:
        """Rows that may be leaves or groups: no blank ones, repeated headings, totals, second indicators, signatures."""
        layout, rows = self.layout, self.sheet.rows
        wanted = self._main_indicator()
        texts = self._text_columns()
        found: list[int] = []
        for row in range(layout.header.last + 1, len(rows)):
            cells = rows[row]
            if not any(value != "" for value in cells) or layout.header.repeats(cells):
                continue
            if wanted is not None and _text(cells, layout.indicator) != wanted:
                continue
            total = next(
                (text for index in texts if index < len(cells) and (text := total_label(cells[index]))), None
            )
            if total is not None:
                if is_grand_total(total):
                    self.total_rows.append(row)
                continue
            if self._is_service(row, after_total=bool(self.total_rows)):
                continue
            found.append(row)
        return found

    def _main_indicator(self) -> str | None:
        """The first indicator under the heading («БУ»): rows of the others («Вал.», «Кол.») repeat it in other units."""
        layout = self.layout
        if layout.indicator is None:
            return None
        later = self.sheet.rows[layout.header.last + 1 :]
        return next(
            (
                text
                for cells in later
                if not layout.header.repeats(cells) and (text := _text(cells, layout.indicator))
            ),
            None,
        )

    def _text_columns(self) -> list[int]:
        taken = {column.index for column in self.layout.numeric}
        taken |= {
            column.index for column in (self.layout.date, self.layout.due, self.layout.days_overdue) if column
        }
        return [index for index in range(self.sheet.width) if index not in taken]

    def _is_service(self, row: int, *, after_total: bool) -> bool:
        cells = text_cells(self.sheet.rows[row])
        if not cells:
            return True
        lone = len(cells) == 1 and not re.search(r"\d", cells[0][1])
        if not lone and any(
            self._filled(row, column) for column in (*self.layout.numeric, self.layout.date, self.layout.due)
        ):
            return False
        if after_total:
            return True
        return is_signature(cells[0][1])

    def _filled(self, row: int, column: Column | None) -> bool:
        return column is not None and not is_blank(self.sheet.value(row, column.index))

    def _printed(self, row: int, column: Column) -> bool:
        return bool(clean_text(self.sheet.value(row, column.index)))

    # Flat and grouped tables --------------------------------------------------------------------------------------

    def _is_grouped(self, body: Sequence[int]) -> bool:
        labels = self.layout.labels
        if len(labels) == 1:
            label = labels[0]
            if len(label.roles) > 1 or label.roles[0] == "document":
                return True
            levels = self.sheet.levels
            if levels and len({levels[row] for row in body}) > 1:
                return True
            documents = sum(looks_like(self._label(row, label.index)) == "document" for row in body)
            return documents * 3 > len(body)
        return self._is_staircase(body)

    def _is_staircase(self, body: Sequence[int]) -> bool:
        """Each level in a column of its own, one filled in each row."""
        columns = [label.index for label in self.layout.labels]
        filled = [[bool(self._label(row, column)) for column in columns] for row in body]
        single = sum(sum(marks) == 1 for marks in filled)
        return (
            any(marks[-1] for marks in filled)
            and any(marks[0] for marks in filled)
            and single * 10 >= len(filled) * 9
        )

    def _grouped(self, body: Sequence[int]) -> tuple[list[Leaf], Level]:
        labels = self.layout.labels
        if len(labels) > 1:
            nodes = [node for row in body if (node := self._step(row))]
            roles = [role for label in labels for role in label.roles]
        else:
            nodes = self._nodes(body, labels[0].index)
            roles = list(labels[0].roles)
        if "client" not in roles:
            roles.insert(0, "client")
        found, roles_found = leaves(nodes, roles)
        taken = {leaf.row for leaf in found}
        for node in nodes:
            if node.row not in taken:
                self._check(node.row, self.layout.numeric)
        return found, _level({role for leaf in found for role in leaf.labels} & set(roles_found))

    def _step(self, row: int) -> Node | None:
        for depth, label in enumerate(self.layout.labels):
            text = self._label(row, label.index)
            if text:
                return Node(row, text, depth, ())
        self._unnamed(row)
        return None

    def _nodes(self, body: Sequence[int], column: int) -> list[Node]:
        levels = self.sheet.levels
        found = []
        for row in body:
            text = self._label(row, column)
            if not text:
                self._unnamed(row)
                continue
            raw = self.sheet.value(row, column)
            depth = levels[row] if levels and row < len(levels) else _indent(raw)
            found.append(Node(row, text, depth, self._sums(row)))
        return found

    def _sums(self, row: int) -> tuple[int | None, ...]:
        found: list[int | None] = []
        for column in self.layout.numeric:
            try:
                found.append(parse_money(self.sheet.value(row, column.index), column.multiplier) or 0)
            except BadValueError:
                found.append(None)
        return tuple(found)

    def _unnamed(self, row: int) -> None:
        """A sum without a name is reported: dropping it in silence would lose money."""
        amounts = [column for column in self.layout.amounts if self._filled(row, column)]
        if amounts:
            at = self.layout.labels[0].index
            self.problems.append(
                Problem(
                    "no_client",
                    address(row, at),
                    clean_text(self.sheet.value(row, amounts[0].index)),
                    "client",
                )
            )

    def _flat(self, body: Sequence[int]) -> tuple[list[Leaf], Level]:
        columns = {role: label.index for label in self.layout.labels for role in label.roles}
        found = list(self._flat_leaves(body, columns))
        return found, _level(set(columns))

    def _flat_leaves(self, body: Sequence[int], columns: Mapping[str, int]) -> Iterator[Leaf]:
        carried: dict[str, str] = {}
        sparse = self._is_sparse(body, columns)
        for position, row in enumerate(body):
            labels = {role: text for role, index in columns.items() if (text := self._label(row, index))}
            amounts = any(self._filled(row, column) for column in self.layout.numeric)
            if (
                "document" in columns
                and not amounts
                and "document" not in labels
                and not self._filled(row, self.layout.date)
            ):
                carried = labels or {"client": text_cells(self.sheet.rows[row])[0][1]}
                continue
            if not labels and not self._merged(row, columns.get("client", 0)):
                self._unlabelled(row, body[:position])
                continue
            if "client" in labels:
                carried = {role: text for role, text in labels.items() if role != "document"}
            elif sparse or self._merged(row, columns.get("client", 0)):
                labels = carried | labels
                carried = {role: text for role, text in labels.items() if role != "document"}
            elif "client" in columns or not carried:
                self._unnamed(row)
            else:
                labels = carried | labels
            yield Leaf(row, labels)

    def _unlabelled(self, row: int, above: Sequence[int]) -> None:
        """Sums without a single name: the total row where they equal what stands above, else a problem."""
        columns = range(len(self.layout.numeric))
        sums = [self._sums(other) for other in above]
        mine = self._sums(row)
        places = [at for at in columns if self.layout.numeric[at] in self.layout.amounts]
        if above and all(mine[at] == sum(one[at] or 0 for one in sums) for at in places):
            self.total_rows.append(row)
        else:
            self._unnamed(row)

    def _is_sparse(self, body: Sequence[int], columns: Mapping[str, int]) -> bool:
        """Whether a client is printed once for all its rows: some are blank, and none stands twice running."""
        if "client" not in columns:
            return True
        if "document" not in columns and "contract" not in columns:
            return False
        names = [self._label(row, columns["client"]) for row in body]
        repeats = any(left and left == right for left, right in pairwise(names))
        return not all(names) and not repeats

    def _merged(self, row: int, column: int) -> bool:
        return any(
            merge.top < row <= merge.bottom and merge.left <= column <= merge.right
            for merge in self.sheet.merges
        )

    # Cells --------------------------------------------------------------------------------------------------------

    def _row(self, leaf: Leaf) -> ReceivableRow:
        layout, row = self.layout, leaf.row
        amount, advance = self._balance(row)
        overdue = self._overdue(row)
        document = leaf.labels.get("document")
        client = leaf.labels.get("client", "")
        if LOST in client:
            self._report("lost_text", row, layout.labels[0].index, "client")
        self._check(row, layout.checked)
        return ReceivableRow(
            client=client,
            row=row + 1,
            inn=self._inn(row),
            contract=leaf.labels.get("contract"),
            document=document,
            date=self._date(row, layout.date, "date") or self._date_in(document, row),
            due=self._date(row, layout.due, "due"),
            amount=amount,
            overdue=overdue,
            days_overdue=self._days(row),
            advance=advance,
        )

    def _balance(self, row: int) -> tuple[int | None, int | None]:
        parts = [self._money(row, column, "amount") for column in self.layout.amounts]
        paid = self._money(row, self.layout.advance, "advance") if self.layout.advance else 0
        if any(part is None for part in parts) or paid is None:
            return None, None
        owed = sum(part or 0 for part in parts)
        self.raw.amount += owed
        self.raw.advance += paid
        if self.layout.advance is None:
            return max(owed, 0), max(-owed, 0)
        paid *= self.advance_sign
        return max(owed, 0) + max(-paid, 0), max(paid, 0) + max(-owed, 0)

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

    def _overdue(self, row: int) -> int | None:
        if self.layout.overdue is None:
            return None
        found = self._money(row, self.layout.overdue, "overdue")
        self.raw.overdue += found or 0
        return found

    def _money(self, row: int, column: Column, name: str) -> int | None:
        """Kopecks, 0 for a blank; None and a problem for what is no number."""
        try:
            return parse_money(self.sheet.value(row, column.index), column.multiplier) or 0
        except BadValueError as error:
            self._report(error.code, row, column.index, name)
            return None

    def _check(self, row: int, columns: Sequence[Column]) -> None:
        cells = self.sheet.rows[row]
        for column in columns:
            if (
                column.index < len(cells)
                and not isinstance(cells[column.index], float)
                and cells[column.index] != ""
            ):
                self._money(row, column, self.layout.roles.get(column.index, ""))

    def _days(self, row: int) -> int | None:
        column = self.layout.days_overdue
        if column is None:
            return None
        try:
            return parse_days(self.sheet.value(row, column.index))
        except BadValueError as error:
            self._report(error.code, row, column.index, "days_overdue")
            return None

    def _date(self, row: int, column: Column | None, name: str) -> date | None:
        if column is None:
            return None
        try:
            return parse_date(self.sheet.value(row, column.index))
        except BadValueError as error:
            self._report(error.code, row, column.index, name)
            return None

    def _date_in(self, document: str | None, row: int) -> date | None:
        """The date in a document's name, unless the row has a date cell of its own."""
        if not document or self._filled(row, self.layout.date):
            return None
        found = _FROM_NAME.search(document)
        try:
            return parse_date(found[1]) if found else None
        except BadValueError:
            return None

    def _inn(self, row: int) -> str | None:
        column = self.layout.inn
        if column is None:
            return None
        try:
            return find_tax_number(self.sheet.value(row, column.index))
        except BadValueError as error:
            self._report(error.code, row, column.index, "inn")
            return None

    def _report(self, code: str, row: int, column: int, name: str) -> None:
        self.problems.append(
            Problem(code, address(row, column), clean_text(self.sheet.value(row, column)), name)
        )

    def _label(self, row: int, column: int) -> str:
        return clean_text(self.sheet.value(row, column))

    def _stated(self) -> tuple[Totals | None, bool]:
        """The last grand total as printed, and whether the rows sum to all of it."""
        if not self.total_rows:
            return None, False
        row, layout = self.total_rows[-1], self.layout
        before = len(self.problems)
        amounts = [
            self._money(row, column, "amount") for column in layout.amounts if self._printed(row, column)
        ]
        amount = None if not amounts or None in amounts else sum(part or 0 for part in amounts)
        overdue, advance = (
            self._money(row, column, name) if column and self._printed(row, column) else None
            for column, name in ((layout.overdue, "overdue"), (layout.advance, "advance"))
        )
        pairs = ((amount, self.raw.amount), (overdue, self.raw.overdue), (advance, self.raw.advance))
        agree = amount is not None and all(stated is None or stated == ours for stated, ours in pairs)
        advance = None if advance is None else advance * self.advance_sign
        return Totals(amount, overdue, advance), agree and len(self.problems) == before


def _level(roles: set[str]) -> Level:
    return next((level for role, level in _LEVELS if role in roles), Level.CLIENT)


def _text(cells: Sequence[Value], column: Column | None) -> str:
    return clean_text(cells[column.index]) if column is not None and column.index < len(cells) else ""


def _indent(value: Value) -> int:
    return len(value) - len(value.lstrip(" \u00a0\t")) if isinstance(value, str) else 0


def _place(problem: Problem) -> tuple[int, int, str]:
    letters = problem.cell.rstrip("0123456789")
    return int(problem.cell[len(letters) :]), len(letters), letters
