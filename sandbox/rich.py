"""Rich messages: tables, headings, lists. What comes in is checked; what is shown is kept as blocks."""

from collections.abc import Callable
from typing import Any, Final

from sandbox.errors import bad_request
from sandbox.keyboards import check_inline_button
from sandbox.limits import MAX_RICH_BLOCKS, MAX_RICH_TEXT, MAX_TABLE_COLUMNS

Json = dict[str, Any]

_WITH_TEXT: Final = frozenset({"paragraph", "heading", "pre", "footer", "pullquote", "expandable_blockquote"})
_WITH_BLOCKS: Final = frozenset({"blockquote", "details"})


def plain_rich_text(text: Any) -> str:
    """Rich text (a string, a list of parts, or a marked part) -> its plain words."""
    if text is None:
        return ""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(map(plain_rich_text, text))
    if text.get("type") == "button":
        return plain_rich_text(text["button"].get("text"))
    return plain_rich_text(text.get("text", text.get("expression", text.get("alternative_text", ""))))


def plain_block(block: Json) -> str:
    """A block as a reader without a screen would get it: a row of a table is a line, cells divided by «|»."""
    kind = block["type"]
    lines: list[str]
    if kind == "table":
        rows = [" | ".join(plain_rich_text(cell.get("text")) for cell in row) for row in block["cells"]]
        lines = [plain_rich_text(block.get("caption")), *rows]
    elif kind == "list":
        lines = [f"{item['label']} {plain_rich(item)}" for item in block["items"]]
    elif kind in _WITH_BLOCKS:
        lines = [plain_rich_text(block.get("summary")), plain_rich(block)]
    elif kind == "divider":
        lines = ["———"]
    else:
        lines = [plain_rich_text(block.get("text"))]
    return "\n".join(filter(None, lines))


def plain_rich(rich: Json) -> str:
    return "\n".join(filter(None, map(plain_block, rich["blocks"])))


def rich_buttons(rich: Json) -> list[list[Json]]:
    """Rows of buttons that stand between the blocks."""
    rows: list[list[Json]] = []
    for block in rich["blocks"]:
        if block["type"] == "buttons":
            rows.append([{**button, "text": plain_rich_text(button["text"])} for button in block["buttons"]])
        elif block["type"] in _WITH_BLOCKS:
            rows += rich_buttons(block)
    return rows


def check_rich(given: Json) -> Json:
    """`InputRichMessage` -> `RichMessage`; refuses empty, too long and too wide ones."""
    forms = [name for name in ("blocks", "html", "markdown") if given.get(name) is not None]
    if len(forms) != 1:
        raise bad_request(
            "exactly one of the fields html, markdown, or blocks must be specified in the rich message"
        )
    if forms == ["html"]:
        from sandbox.rich_html import parse_rich_html

        blocks = parse_rich_html(given["html"])
    elif forms == ["markdown"]:
        raise bad_request("the sandbox reads rich messages as html or blocks only")
    else:
        blocks = given["blocks"]
    counter = _Counter()
    shown: Json = {"blocks": [counter.block(block) for block in blocks]}
    if given.get("is_rtl"):
        shown["is_rtl"] = True
    if not shown["blocks"]:
        raise bad_request("rich message must be non-empty")
    if counter.characters > MAX_RICH_TEXT:
        raise bad_request("RICH_MESSAGE_TOO_LONG")
    if counter.blocks > MAX_RICH_BLOCKS:
        raise bad_request("RICH_MESSAGE_BLOCKS_TOO_MUCH")
    return shown


class _Counter:
    """Walks the blocks once: checks each, and counts characters and blocks as the limits do."""

    def __init__(self) -> None:
        self.characters = 0
        self.blocks = 0

    def text(self, text: Any) -> Any:
        self.characters += len(plain_rich_text(text))
        return text

    def block(self, block: Json) -> Json:
        self.blocks += 1
        kind = block.get("type")
        block = {name: value for name, value in block.items() if value is not None}
        if kind in _WITH_TEXT:
            if kind == "heading" and not 1 <= block["size"] <= 6:
                raise bad_request("heading size must be between 1 and 6")
            return {**block, "text": self.text(block["text"])}
        if kind == "divider":
            return block
        special: dict[str, Callable[[Json], Json]] = {
            "table": self.table,
            "list": self.list,
            "buttons": self.buttons,
            "blockquote": self.nested,
            "details": self.nested,
        }
        if kind not in special:
            raise bad_request(f"the sandbox does not show rich blocks of the type {kind}")
        return special[kind](block)

    def nested(self, block: Json) -> Json:
        self.text(block.get("summary"))
        return {**block, "blocks": [self.block(inner) for inner in block["blocks"]]}

    def table(self, block: Json) -> Json:
        self.text(block.get("caption"))
        rows = block["cells"]
        self.blocks += len(rows)
        if not rows:
            raise bad_request("table must have at least one row")
        if max(sum(cell.get("colspan") or 1 for cell in row) for row in rows) > MAX_TABLE_COLUMNS:
            raise bad_request("RICH_MESSAGE_TABLE_COLUMNS_TOO_MUCH")
        cells = [[{n: v for n, v in cell.items() if v is not None} for cell in row] for row in rows]
        for cell in (cell for row in cells for cell in row):
            if cell["align"] not in ("left", "center", "right") or cell["valign"] not in (
                "top",
                "middle",
                "bottom",
            ):
                raise bad_request("wrong table cell alignment specified")
            self.text(cell.get("text"))
        return {**block, "cells": cells}

    def list(self, block: Json) -> Json:
        items = []
        for number, item in enumerate(block["items"], 1):
            self.blocks += 1
            value = item.get("value")
            label = f"{value or number}." if item.get("type") or value else "•"
            kept = {name: what for name, what in item.items() if what is not None}
            items.append({**kept, "label": label, "blocks": [self.block(inner) for inner in item["blocks"]]})
        return {**block, "items": items}

    def buttons(self, block: Json) -> Json:
        for button in block["buttons"]:
            check_inline_button({**button, "text": self.text(plain_rich_text(button["text"]))})
        return block
