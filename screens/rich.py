"""Lines and tables as the HTML of a native message.

Source of the tags: core.telegram.org/bots/api#rich-message-formatting-options.
"""

from collections.abc import Iterable

from screens.screen import Align, Table


def rich_html(parts: Iterable[str | Table]) -> str:
    """An empty line of words begins a paragraph."""
    return "".join(_table(part) if isinstance(part, Table) else _words(part) for part in parts)


def _words(text: str) -> str:
    paragraphs = (part.strip("\n") for part in text.split("\n\n"))
    return "".join(f"<p>{part.replace(chr(10), '<br>')}</p>" for part in paragraphs if part)


def _table(table: Table) -> str:
    wide = len(table.head)
    after: list[Align] = ["right"] * (wide - 1)
    align: tuple[Align, ...] = table.align or ("left", *after)
    rows = [_row("th", table.head, align), *(_row("td", row, align) for row in table.rows)]
    caption = f"<caption>{table.caption}</caption>" if table.caption else ""
    return f"<table bordered striped>{caption}{''.join(rows)}</table>"


def _row(tag: str, cells: tuple[str, ...], align: tuple[Align, ...]) -> str:
    told = [f'<{tag} align="{how}">{cell}</{tag}>' for cell, how in zip(cells[:-1], align, strict=False)]
    last, left = len(cells) - 1, len(align) - len(cells)
    span = f' colspan="{left + 1}"' if left > 0 else ""
    how = "left" if left > 0 else align[last]
    return f'<tr>{"".join(told)}<{tag} align="{how}"{span}>{cells[last]}</{tag}></tr>'
