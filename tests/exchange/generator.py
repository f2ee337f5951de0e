"""Receivables files as accountants might send them: layout × number format × date format × dirt, by seed."""

import random
from datetime import date, timedelta
from typing import Any

from exchange.sheet import address
from tests.exchange.cases import (
    BAD,
    DATE_STYLES,
    DOCUMENTS,
    FORMATS,
    LAYOUTS,
    MONTHS,
    NAMES,
    NUMBER_STYLES,
    Case,
    Truth,
)
from tests.exchange.grid import Cell, Grid, grid_bytes


class Maker:
    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.seed = seed
        self.format = self.random.choice(FORMATS)
        self.layout = self.random.choice(LAYOUTS)
        self.as_of = date(2026, 10, 31) - timedelta(days=self.random.choice([0, 31, 184]))
        self.thousands = self.layout == "documents" and self.random.random() < 0.15
        self.number_style = self.random.choice(NUMBER_STYLES)
        self.date_style = self.random.choice(DATE_STYLES)
        self.dirty = self.random.random() < 0.5
        self.grid = Grid()
        self.bad_cells: set[str] = set()
        self.dirt: set[str] = {"thousands"} if self.thousands else set()

    # Truth --------------------------------------------------------------------------------------------------------

    def truths(self, storeys: list[str]) -> list[Truth]:
        found = []
        for client in self.random.sample(NAMES, self.random.randint(2, 6)):
            contracts = [
                f"Договор поставки № {self.random.randint(1, 99)}/{n} от 01.02.2026"
                for n in range(self.random.randint(1, 2))
            ]
            for contract in contracts if "contract" in storeys else [None]:
                for _ in range(self.random.randint(1, 4) if "document" in storeys else 1):
                    day = self.as_of - timedelta(days=self.random.randint(0, 150))
                    stamp = (
                        f" {self.random.randint(8, 18)}:{self.random.randint(10, 59)}:07"
                        if self.random.random() < 0.5
                        else ""
                    )
                    document = (
                        f"{self.random.choice(DOCUMENTS)} {self.random.randint(100, 99999)} от {day:%d.%m.%Y}{stamp}"
                        if "document" in storeys
                        else None
                    )
                    balance = self.random.choice(
                        [
                            self.random.randint(1, 999_999_99),
                            self.random.randint(1, 99_99),
                            0,
                            -self.random.randint(1, 99_999_99),
                            1_234_567_89,
                        ]
                    )
                    due = day + timedelta(days=14) if balance > 0 else None
                    overdue = max(balance, 0) if due and due < self.as_of else 0
                    found.append(
                        Truth(
                            client,
                            contract,
                            document,
                            day,
                            due,
                            balance,
                            overdue,
                            bad=self.dirty and self.random.random() < 0.08,
                        )
                    )
        return found

    # Writing of values --------------------------------------------------------------------------------------------

    def sum(self, kopecks: int) -> Cell:
        if self.thousands:
            return (
                f"{kopecks / 100_000:.5f}".replace(".", ",") if self.format != "xlsx" else kopecks / 100_000
            )
        style = (
            self.number_style
            if self.format not in {"csv", "html"} or self.number_style != "float"
            else "space"
        )
        if kopecks == 0 and self.random.random() < 0.6:
            return self.random.choice(["", "-", "—", "0,00", 0 if style == "float" else "0"])
        if style == "float":
            return kopecks / 100
        rubles, rest = divmod(abs(kopecks), 100)
        grouped = f"{rubles:,}"
        text = {
            "space": grouped.replace(",", " ") + f",{rest:02}",
            "nbsp": grouped.replace(",", "\u00a0") + f",{rest:02}",
            "thin": grouped.replace(",", "\u2009") + f",{rest:02}",
            "narrow": grouped.replace(",", "\u202f") + f",{rest:02}",
            "quoted": grouped.replace(",", "'") + f",{rest:02}",
            "dashed": f"{rubles}-{rest:02}" if rubles > 99 else f"{rubles},{rest:02}",
            "words": f"{rubles} руб. {rest:02} коп.",
            "plain": f"{rubles},{rest:02}",
            "point": f"{rubles}.{rest:02}",
            "english": f"{grouped}.{rest:02}",
            "german": grouped.replace(",", ".") + f",{rest:02}",
            "ruble": grouped.replace(",", " ") + f",{rest:02}" + self.random.choice([" руб.", " р.", " ₽"]),
        }[style]
        if style == "space" and rubles > 999 and self.random.random() < 0.1 and self.format != "csv":
            text = text.replace(" ", "\n", 1)
            self.dirt.add("line break")
        if kopecks < 0 and style == "words":
            return f"-{text}"
        if kopecks < 0:
            return self.random.choice(["-{}", "\u2212{}", "({})", "{}-"]).format(text)
        return text if self.random.random() < 0.9 else f" {text} "

    def day(self, day: date | None) -> Cell:
        if day is None:
            return self.random.choice(["", None])
        style = self.date_style
        if style in {"typed", "serial"}:
            if self.format in {"xlsx", "xls"}:
                return day if style == "typed" else (day - date(1899, 12, 30)).days
            style = "dots"
        return {
            "dots": f"{day:%d.%m.%Y}",
            "short": f"{day:%d.%m.%y}",
            "iso": f"{day:%Y-%m-%d}",
            "words": f"{day.day} {MONTHS[day.month - 1]} {day.year} г.",
            "stamp": f"{day:%d.%m.%Y} 0:00:00",
            "slashed": f"{day:%d/%m/%Y}",
            "hyphened": f"{day:%d-%m-%Y}",
        }[style]

    def title(self) -> None:
        day = f"{self.as_of:%d.%m.%Y}"
        month = [
            "Январь",
            "Февраль",
            "Март",
            "Апрель",
            "Май",
            "Июнь",
            "Июль",
            "Август",
            "Сентябрь",
            "Октябрь",
            "Ноябрь",
            "Декабрь",
        ][self.as_of.month - 1]
        if self.random.random() < 0.5:
            self.grid.add(['ООО "Северный Путь"'])
        name = {
            "documents": "Дебиторская задолженность по документам",
            "debtors": "Кто нам должен",
            "ageing": "Задолженность по срокам долга",
            "statement": "Ведомость по взаиморасчетам",
            "turnover62": "Оборотно-сальдовая ведомость по счету 62",
        }[self.layout]
        if self.layout in {"statement", "turnover62"}:
            lines = self.random.choice(
                [
                    [name, f"Период: 01.{self.as_of:%m.%Y} \u2013 {day}"],
                    [f"{name} за {month} {self.as_of.year} г."],
                ]
            )
        else:
            words = f"{self.as_of.day} {MONTHS[self.as_of.month - 1]} {self.as_of.year} г."
            lines = self.random.choice(
                [[f"{name} на {day}"], [name, f"По состоянию на: {words}"], [name, f"на {words}"]]
            )
        for line in lines:
            self.grid.add([line])
        if self.random.random() < 0.5:
            self.grid.add(["Отбор:", 'Договор.Дата Больше или равно "01.01.2025"'])
        for _ in range(self.random.randint(0, 2)):
            self.grid.add([])

    # Layouts ------------------------------------------------------------------------------------------------------

    def make(self) -> Case:
        self.title()
        storeys, truths, has_overdue, has_due, has_total = getattr(self, f"_{self.layout}")()
        net = sum(truth.balance or 0 for truth in truths) if has_total else None
        for truth in truths:
            truth.balance = None if truth.bad else truth.balance
        level = storeys[-1]
        return Case(
            f"{self.seed}-{self.layout}-{self.format}",
            grid_bytes(self.grid, self.format, self.random),
            truths,
            self.bad_cells,
            "documents" if self.layout == "debtors" else self.layout,
            level,
            self.as_of,
            has_overdue,
            has_due,
            net,
            frozenset({self.format, self.layout, self.number_style, self.date_style, *self.dirt}),
        )

    def _amount_cell(self, truth: Truth, row: int, column: int) -> Cell:
        if not truth.bad:
            return self.sum(truth.balance or 0)
        self.bad_cells.add(address(row, column))
        self.dirt.add("bad cells")
        # A sum that its column does not decide: the sign parts decimals elsewhere in it.
        doubtful = "3.250" if self.number_style in {"point", "english"} else "3,250"
        return self.random.choice(BAD if self.thousands else [*BAD, doubtful])

    def _document_heads(self) -> dict[str, str]:
        pick = self.random.choice
        return {
            "n": pick(["№", "№ п/п"]),
            "client": pick(
                ["Контрагент", "Покупатель", "Партнер", "Клиент", "Дебитор", "Наименование контрагента"]
            ),
            "contract": pick(["Договор", "Соглашение", "Договор контрагента"]),
            "document": pick(["Документ", "Расчетный документ", "Документ расчетов", "Документ отгрузки"]),
            "date": pick(["Дата", "Дата документа", "Дата отгрузки"]),
            "due": pick(["Срок оплаты", "Дата оплаты", "Оплатить до"]),
            "amount": pick(["Сумма долга", "Задолженность", "Остаток долга", "Долг", "К оплате"])
            + (", тыс. руб." if self.thousands else pick(["", ", руб."])),
            "overdue": pick(["в т.ч. просрочено", "Просрочено", "Просроченная задолженность"])
            + (", тыс. руб." if self.thousands else ""),
            "manager": pick(["Менеджер", "Ответственный"]),
        }

    def _documents(self) -> tuple[list[str], list[Truth], bool, bool, bool]:
        storeys = ["client", *self.random.choice([["document"], ["contract", "document"]])]
        truths = self.truths(storeys)
        pick = self.random.choice
        heads = self._document_heads()
        order = [
            key
            for key in heads
            if key in {"client", "document", "amount"}
            or (key == "contract" and key in storeys)
            or (key != "contract" and self.random.random() < 0.7)
        ]
        if self.random.random() < 0.4:
            self.random.shuffle(order)
        for _ in range(self.random.choice([0, 0, 1, 2])):
            order.insert(self.random.randint(0, len(order)), "")
        heading: list[Cell] = [heads.get(key, "") for key in order]
        self.grid.add(heading)
        once = self.random.random() < 0.2
        previous = ""
        for number, truth in enumerate(truths, 1):
            if number > 3 and self.random.random() < 0.05:
                self.grid.add(list(heading))
                self.dirt.add("repeated heading")
            if self.random.random() < 0.05:
                self.grid.add([])
                self.dirt.add("blank rows")
            row = len(self.grid.rows)
            values: dict[str, Cell] = {
                "n": number, "client": "" if once and truth.client == previous else truth.client, "contract": truth.contract, "document": truth.document,
                "date": self.day(truth.day), "due": self.day(truth.due), "overdue": self.sum(truth.overdue), "manager": "Петрова С.И.",
                "amount": self._amount_cell(truth, row, order.index("amount")),
            }  # fmt: skip
            previous = truth.client
            self.grid.add([values.get(key, "") for key in order])
        has_total = self.random.random() < 0.8
        if has_total:
            total = sum(truth.balance or 0 for truth in truths)
            label = next(key for key in order if key not in {"", "amount", "overdue", "date", "due"})
            sums = {
                label: pick(["Итого", "Итого:", "ИТОГО", "Всего"]),
                "amount": self.sum(total) or "0",
                "overdue": self.sum(sum(t.overdue for t in truths)),
            }
            self.grid.add([sums.get(key, "") for key in order])
        if self.random.random() < 0.3:
            self.grid.add(["", "Исполнитель: ______ / Иванова /"])
            self.dirt.add("signature")
        if self.date_style == "serial" and "date" not in order:
            self.date_style = "dots"
        return storeys, truths, "overdue" in order, "due" in order, has_total

    def _tree(self, storeys: list[str], truths: list[Truth], cells: Any, base: int = 0) -> None:
        """Group rows over leaves; `cells(leaves, label, row)` makes a row."""
        keys = storeys[:-1]

        def walk(part: list[Truth], depth: int) -> None:
            if depth == len(keys):
                for truth in part:
                    self.grid.add(
                        cells([truth], getattr(truth, storeys[-1]), len(self.grid.rows), truth), base + depth
                    )
                return
            groups: dict[str, list[Truth]] = {}
            for truth in part:
                groups.setdefault(getattr(truth, keys[depth]), []).append(truth)
            for label, members in groups.items():
                self.grid.add(cells(members, label, len(self.grid.rows), None), base + depth)
                walk(members, depth + 1)

        walk(truths, 0)

    def _heading(self, labels: list[str], storeys: list[list[str]]) -> None:
        """Two or three rows: label storeys at the left, groups of columns at the right."""
        height = max(len(labels), len(storeys))
        start = len(self.grid.rows)
        for row in range(height):
            self.grid.add(
                [labels[row] if row < len(labels) else "", *(storeys[row] if row < len(storeys) else [])]
            )
        if len(storeys) > 1:
            top = storeys[0]
            for column, text in enumerate(top, 1):
                if not text:
                    continue
                end = column
                while end < len(top) and not top[end]:
                    end += 1
                if storeys[1][column - 1]:
                    if end > column:
                        self.grid.merges.append((start, column, start, end))
                else:
                    self.grid.merges.append((start, column, start + 1, column))

    def _labels(self, storeys: list[str]) -> list[str]:
        words = {
            "client": ["Контрагент", "Покупатель", "Партнер"],
            "contract": ["Договор контрагента", "Договор"],
            "document": ["Документ расчетов", "Документ расчетов с контрагентом"],
        }
        return [self.random.choice(words[storey]) for storey in storeys]

    def _ageing(self) -> tuple[list[str], list[Truth], bool, bool, bool]:
        storeys = self.random.choice([["client"], ["client", "document"], ["client", "contract", "document"]])
        truths = self.truths(storeys)
        buckets = self.random.choice(
            [
                ["До 10", "От 11 до 30", "Свыше 30"],
                ["1-30 дн.", "31–60 дн.", "61 и более"],
                ["0-10", "11-30", ">30"],
            ]
        )
        self._heading(
            self._labels(storeys),
            [["Задолженность", "", "Интервалы, дней", "", ""], ["Всего", "В т.ч. просроченная", *buckets]],
        )

        def cells(members: list[Truth], label: str, row: int, leaf: Truth | None) -> list[Cell]:
            net = sum(truth.balance or 0 for truth in members)
            first = self._amount_cell(leaf, row, 1) if leaf else self.sum(net)
            parts = [0, 0, 0]
            for truth in members:
                parts[min((self.as_of - truth.day).days // 20, 2)] += truth.balance or 0
            return [
                label,
                first,
                self.sum(sum(truth.overdue for truth in members)),
                *(self.sum(part) for part in parts),
            ]

        self._tree(storeys, truths, cells)
        self.grid.add(
            [
                "Итого",
                self.sum(sum(truth.balance or 0 for truth in truths)) or "0",
                self.sum(sum(truth.overdue for truth in truths)),
            ]
        )
        return storeys, truths, True, False, True

    def _statement(self) -> tuple[list[str], list[Truth], bool, bool, bool]:
        storeys = self.random.choice(
            [["client"], ["client", "contract"], ["client", "document"], ["client", "contract", "document"]]
        )
        truths = self.truths(storeys)
        split = storeys == ["client"] and self.random.random() < 0.6
        if split:
            self._heading(
                self._labels(storeys),
                [
                    ["Начальный остаток", "", "Приход", "Расход", "Конечный остаток", ""],
                    ["Задолженность", "Предоплата", "", "", "Задолженность", "Предоплата"],
                ],
            )
        else:
            self._heading(
                self._labels(storeys),
                [["Сумма взаиморасчетов", "", "", ""], ["Нач. остаток", "Приход", "Расход", "Кон. остаток"]],
            )

        def cells(members: list[Truth], label: str, row: int, leaf: Truth | None) -> list[Cell]:
            net = sum(truth.balance or 0 for truth in members)
            turnover = 5_000_00 * len(members)
            column = 5 if split else 4
            closing = self._amount_cell(leaf, row, column) if leaf else self.sum(net)
            if not split:
                return [label, self.sum(turnover), self.sum(net), self.sum(turnover), closing]
            if leaf and leaf.bad:
                return [label, "", "", self.sum(turnover), "", closing, ""]
            debt, paid = (
                sum(max(t.balance or 0, 0) for t in members),
                sum(max(-(t.balance or 0), 0) for t in members),
            )
            return [label, "", "", self.sum(turnover), "", self.sum(debt), self.sum(paid)]

        self._tree(storeys, truths, cells)
        total = sum(truth.balance or 0 for truth in truths)
        if split:
            debt, paid = (
                sum(max(t.balance or 0, 0) for t in truths),
                sum(max(-(t.balance or 0), 0) for t in truths),
            )
            self.grid.add(["Итого", "", "", "", "", self.sum(debt) or "0", self.sum(paid)])
        else:
            self.grid.add(["Итого", "", "", "", self.sum(total) or "0"])
        return storeys, truths, False, False, True

    def _debtors(self) -> tuple[list[str], list[Truth], bool, bool, bool]:
        """A hand-made list of clients: managers over them, remarks, a letter for the side or two columns."""
        truths = self.truths(["client"])
        pick = self.random.choice
        two = self.random.random() < 0.5
        heads = pick([["Долг клиента", "Наш долг"], ["Дт", "Кт"], ["Задолженность", "Аванс"]])
        remark = pick(["Примечание", "Комментарий"])
        self.grid.add(
            ["№ п/п", pick(["Клиент", "Наименование", "Дебиторы"]), *(heads if two else ["Сальдо"]), remark]
        )
        for number, truth in enumerate(truths, 1):
            row, balance = len(self.grid.rows), truth.balance or 0
            first = self._amount_cell(truth, row, 2) if truth.bad or not two else self.sum(max(balance, 0))
            second = [self.sum(max(-balance, 0))] if two and not truth.bad else [""] * two
            self.grid.add(
                [number, truth.client, first, *second, pick(["", "Итого обещали 5 000", "звонить 12.11"])]
            )
            if self.random.random() < 0.15:
                self.grid.add(["", pick(["в т.ч. просрочено", "из них спорная"]), self.sum(7_00)])
                self.dirt.add("asides")
        balances = [truth.balance or 0 for truth in truths]
        sums = (
            [sum(balances)]
            if not two
            else [sum(max(one, 0) for one in balances), sum(max(-one, 0) for one in balances)]
        )
        self.grid.add(
            ["", pick(["Итого", "ВСЕГО:", "Итого по списку"]), *(self.sum(one) or "0" for one in sums)]
        )
        return ["client"], truths, False, False, True

    def _turnover62(self) -> tuple[list[str], list[Truth], bool, bool, bool]:
        storeys = self.random.choice([["client"], ["client", "contract"]])
        words = {"client": "Контрагенты", "contract": "Договоры"}
        columns = ["Сальдо на начало периода", "", "Обороты за период", "", "Сальдо на конец периода", ""]
        self._heading(["Счет", *(words[storey] for storey in storeys)], [columns, ["Дебет", "Кредит"] * 3])
        truths: list[Truth] = []

        def cells(members: list[Truth], label: str, row: int, leaf: Truth | None) -> list[Cell]:
            debt, paid = (
                sum(max(t.balance or 0, 0) for t in members),
                sum(max(-(t.balance or 0), 0) for t in members),
            )
            closing = self._amount_cell(leaf, row, 5) if leaf and leaf.bad else self.sum(debt)
            return [
                label,
                self.sum(1_000_00 * len(members)),
                "",
                self.sum(debt),
                self.sum(1_000_00 * len(members)),
                closing,
                self.sum(paid),
            ]

        parts = {"62.01": self.truths(storeys), "62.02": self.truths(storeys)}
        truths = [truth for part in parts.values() for truth in part]
        self.grid.add(cells(truths, "62", len(self.grid.rows), None), 0)
        for account, part in parts.items():
            self.grid.add(cells(part, account, len(self.grid.rows), None), 1)
            self._tree(storeys, part, cells, base=2)
        self.grid.add(cells(truths, "Итого", len(self.grid.rows), None), 0)
        return storeys, truths, False, False, True


def make_case(seed: int) -> Case:
    return Maker(seed).make()
