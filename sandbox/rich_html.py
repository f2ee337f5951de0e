"""Rich messages written as HTML -> blocks: headings, paragraphs, lists, quotes, details, tables.

Source of the tags: core.telegram.org/bots/api#rich-message-formatting-options.
"""

import re
from html.parser import HTMLParser
from typing import Any, Final

from sandbox.errors import bad_request

Json = dict[str, Any]

_INLINE: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "mark": "marked",
    "sub": "subscript",
    "sup": "superscript",
    "tg-spoiler": "spoiler",
    "a": "url",
}
_TEXT_BLOCKS: Final = {"p": "paragraph", "pre": "pre", "footer": "footer", "aside": "pullquote"}
_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_HOLDERS: Final = ("blockquote", "details", "ul", "ol", "li", "table", "tr")
_CELLS: Final = ("td", "th")
_TEXT_TAGS: Final = frozenset({*_TEXT_BLOCKS, *_HEADINGS, *_CELLS, "summary", "caption"})
_SPACES: Final = re.compile(r"[ \t\n\r\f]+")  # a space that must not break stays
_IGNORED: Final = frozenset({"thead", "tbody", "tfoot"})


class _Node:
    def __init__(self, tag: str, attributes: dict[str, str | None]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.children: list[_Node | str] = []


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = _Node("", {})
        self.stack = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _IGNORED:
            return
        if tag not in _INLINE and tag not in _TEXT_TAGS and tag not in _HOLDERS and tag not in ("br", "hr"):
            raise bad_request(f'can\'t parse rich message: unsupported start tag "{tag}"')
        node = _Node(tag, dict(attrs))
        self.stack[-1].children.append(node)
        if tag not in ("br", "hr"):
            self.stack.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag in _IGNORED or tag in ("br", "hr"):
            return
        if self.stack[-1].tag != tag:
            raise bad_request(f'can\'t parse rich message: unmatched end tag "{tag}"')
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        self.stack[-1].children.append(data)


def parse_rich_html(source: str) -> list[Json]:
    """HTML -> `InputRichBlock` values. Raises `ApiError` 400 for unknown and unclosed tags."""
    tree = _Tree()
    tree.feed(source)
    tree.close()
    if len(tree.stack) > 1:
        raise bad_request(f'can\'t parse rich message: no end tag for "{tree.stack[-1].tag}"')
    return _blocks(tree.root)


def _blocks(parent: _Node) -> list[Json]:
    """Children as blocks; loose text between them becomes paragraphs."""
    blocks: list[Json] = []
    loose: list[_Node | str] = []

    def flush() -> None:
        text = _rich_text(loose)
        loose.clear()
        if text:
            blocks.append({"type": "paragraph", "text": text})

    for child in parent.children:
        if isinstance(child, str) or child.tag in _INLINE or child.tag == "br":
            if loose or not isinstance(child, str) or child.strip():
                loose.append(child)
        elif child.tag not in ("summary", "caption"):
            flush()
            blocks.append(_block(child))
    flush()
    return blocks


def _block(node: _Node) -> Json:
    tag = node.tag
    block: Json
    if tag in _TEXT_BLOCKS:
        block = {"type": _TEXT_BLOCKS[tag], "text": _rich_text(node.children, keep=tag == "pre")}
    elif tag in _HEADINGS:
        block = {"type": "heading", "text": _rich_text(node.children), "size": int(tag[1])}
    elif tag == "hr":
        block = {"type": "divider"}
    elif tag == "blockquote":
        block = {"type": "blockquote", "blocks": _blocks(node)}
    elif tag == "details":
        summary = _rich_text(_children(node, "summary")[0].children) if _children(node, "summary") else ""
        block = {"type": "details", "summary": summary, "blocks": _blocks(node)}
        if "open" in node.attributes:
            block["is_open"] = True
    elif tag in ("ul", "ol"):
        items: list[Json] = [{"blocks": _blocks(item)} for item in _children(node, "li")]
        block = {"type": "list", "items": [{**item, "type": "1"} if tag == "ol" else item for item in items]}
    elif tag == "table":
        block = _table(node)
    else:
        raise bad_request(f'can\'t parse rich message: tag "{tag}" is out of place')
    return block


def _children(node: _Node, *tags: str) -> list[_Node]:
    return [child for child in node.children if isinstance(child, _Node) and child.tag in tags]


def _table(node: _Node) -> Json:
    rows = [[_cell(cell) for cell in _children(row, *_CELLS)] for row in _children(node, "tr")]
    block: Json = {"type": "table", "cells": rows}
    for attribute, name in (
        ("border", "is_bordered"),
        ("bordered", "is_bordered"),
        ("striped", "is_striped"),
    ):
        if attribute in node.attributes:
            block[name] = True
    if captions := _children(node, "caption"):
        block["caption"] = _rich_text(captions[0].children)
    return block


def _cell(node: _Node) -> Json:
    cell: Json = {
        "align": node.attributes.get("align") or "left",
        "valign": node.attributes.get("valign") or "top",
        "text": _rich_text(node.children),
    }
    if node.tag == "th":
        cell["is_header"] = True
    for name in ("colspan", "rowspan"):
        value = node.attributes.get(name)
        if value and value.isdigit() and int(value) > 1:
            cell[name] = int(value)
    return cell


def _rich_text(children: list[_Node | str], *, keep: bool = False) -> Any:
    """Text and marked parts; a lone string stays a string. Spaces are folded unless `keep`."""
    parts: list[Any] = []
    for child in children:
        if isinstance(child, str):
            parts.append(child if keep else _SPACES.sub(" ", child))
        elif child.tag == "br":
            parts.append("\n")
        elif child.tag in _INLINE:
            part: Json = {"type": _INLINE[child.tag], "text": _rich_text(child.children, keep=keep)}
            if child.tag == "a":
                part["url"] = child.attributes.get("href") or ""
            parts.append(part)
        else:
            raise bad_request(f'can\'t parse rich message: tag "{child.tag}" is out of place')
    parts = [part for part in parts if part != ""]
    if not keep and parts:
        if isinstance(parts[0], str):
            parts[0] = parts[0].lstrip(" ")
        if isinstance(parts[-1], str):
            parts[-1] = parts[-1].rstrip(" ")
        parts = [part for part in parts if part != ""]
    return parts[0] if len(parts) == 1 and isinstance(parts[0], str) else (parts or "")
