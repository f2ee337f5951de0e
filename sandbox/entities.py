"""Formatting of message texts: HTML to entities, entities that Telegram finds by itself, checks of given ones.

Offsets and lengths are UTF-16 code units. Refusals carry the real wording with byte offsets into the UTF-8 source.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sandbox.errors import ApiError, bad_request
from sandbox.limits import utf16_length

Json = dict[str, Any]

_SIMPLE_TAGS: Final = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
_ENTITY_TYPES: Final = frozenset(
    [
        "mention",
        "hashtag",
        "cashtag",
        "bot_command",
        "url",
        "email",
        "phone_number",
        "bold",
        "italic",
        "underline",
        "strikethrough",
        "spoiler",
        "blockquote",
        "expandable_blockquote",
        "code",
        "pre",
        "text_link",
        "text_mention",
        "custom_emoji",
        "date_time",
    ]
)
_CHARACTER = re.compile(r"&(#x[0-9a-fA-F]{1,8}|#\d{1,8}|lt|gt|amp|quot);")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_TAG_NAME = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"""\s+([a-zA-Z][\w-]*)(?:\s*=\s*("[^"]*"|'[^']*'|[\w.\-]+))?""")
_FOUND = re.compile(
    r"(?P<url>(?:https?://|tg://)[^\s<>\"]+|\b(?:www\.|t\.me/)[^\s<>\"]+)"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<bot_command>(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[a-zA-Z][\w]{3,31})"
    r"|(?P<hashtag>(?<![\w#])#\w*[^\W\d]\w*)"
    r"|(?P<phone_number>(?<![\w+])\+\d(?:[ ()-]{0,2}\d){9,13}(?![\w/]))"
)


def _cannot_parse(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


@dataclass(slots=True)
class _Open:
    tag: str
    offset: int
    data: Json
    source_at: int


@dataclass(slots=True)
class _HtmlReader:
    source: str
    at: int = 0
    text: list[str] = field(default_factory=list)
    length: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def byte_offset(self, at: int) -> int:
        return len(self.source[:at].encode())

    def add(self, piece: str) -> None:
        self.text.append(piece)
        self.length += utf16_length(piece)

    def read(self) -> None:
        source = self.source
        while self.at < len(source):
            following = source.find("<", self.at)
            end = len(source) if following < 0 else following
            self.add(_unescape(source[self.at : end]))
            self.at = end
            if following >= 0:
                self.end_tag() if source.startswith("</", end) else self.start_tag()
        if self.stack:
            raise _cannot_parse(f'Can\'t find end tag corresponding to start tag "{self.stack[-1].tag}"')

    def start_tag(self) -> None:
        begin = self.at
        found = _TAG_NAME.match(self.source, begin + 1)
        tag = found.group().lower() if found else ""
        where = self.byte_offset(begin)
        if tag not in _SIMPLE_TAGS:
            raise _cannot_parse(f'Unsupported start tag "{tag}" at byte offset {where}')
        self.at = begin + 1 + len(tag)
        attributes: dict[str, str] = {}
        while attribute := _ATTRIBUTE.match(self.source, self.at):
            value = attribute.group(2) or ""
            attributes[attribute.group(1).lower()] = _unescape(value[1:-1] if value[:1] in "\"'" else value)
            self.at = attribute.end()
        while self.at < len(self.source) and self.source[self.at].isspace():
            self.at += 1
        if not self.source.startswith(">", self.at):
            raise _cannot_parse(f'Unclosed start tag "{tag}" at byte offset {where}')
        self.at += 1
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise _cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self.stack.append(_Open(tag, self.length, dict(attributes), begin))

    def end_tag(self) -> None:
        begin = self.at
        close = self.source.find(">", begin)
        where = self.byte_offset(begin)
        if close < 0:
            raise _cannot_parse(f"Unclosed end tag at byte offset {where}")
        tag = self.source[begin + 2 : close].strip().lower()
        if not self.stack:
            raise _cannot_parse(f"Unexpected end tag at byte offset {where}")
        opened = self.stack.pop()
        if tag and tag != opened.tag:
            raise _cannot_parse(
                f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        self.at = close + 1
        self.close(opened)

    def close(self, opened: _Open) -> None:
        length = self.length - opened.offset
        if not length:
            return
        entity: Json = {"type": _SIMPLE_TAGS[opened.tag], "offset": opened.offset, "length": length}
        if opened.tag == "a":
            url = opened.data.get("href") or "".join(self.text)[-length:]
            if not _is_link(url):
                return
            entity["url"] = url
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.data.get("emoji-id", "")
        elif opened.tag == "blockquote" and "expandable" in opened.data:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "code" and opened.data.get("class", "").startswith("language-"):
            if self.stack and self.stack[-1].tag == "pre" and self.stack[-1].offset == opened.offset:
                self.stack[-1].data["language"] = opened.data["class"].removeprefix("language-")
                return
        elif opened.tag == "pre" and "language" in opened.data:
            entity["language"] = opened.data["language"]
        self.entities.append(entity)


def _unescape(text: str) -> str:
    """Only the four names that Telegram knows, and numbers; anything else stays as it is."""
    if "&" not in text:
        return text

    def character(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in _NAMED:
            return _NAMED[name]
        number = int(f"0{name[1:]}" if name[1] == "x" else name[1:], 0 if name[1] == "x" else 10)
        return chr(number) if 0 < number < 0x10FFFF else match.group()

    return _CHARACTER.sub(character, text)


def _is_link(url: str) -> bool:
    return bool(re.match(r"(https?|tg|tonsite|ftp)://[^\s/]|mailto:|tel:|[\w-]+(\.[\w-]+)+", url))


def parse_html(source: str) -> tuple[str, list[Json]]:
    """HTML of the Bot API -> plain text and entities, outer ones first."""
    reader = _HtmlReader(source)
    reader.read()
    entities = sorted(reader.entities, key=lambda entity: (entity["offset"], -entity["length"]))
    return "".join(reader.text), entities


def find_entities(text: str, taken: Sequence[Json] = ()) -> list[Json]:
    """Links, commands, mentions and the like that Telegram marks by itself, outside of `taken` code and links."""
    if not any(mark in text for mark in "/@#+.:"):
        return []
    closed = [
        (entity["offset"], entity["offset"] + entity["length"])
        for entity in taken
        if entity["type"] in ("code", "pre", "text_link")
    ]
    found: list[Json] = []
    for match in _FOUND.finditer(text):
        offset = utf16_length(text[: match.start()])
        if not any(start <= offset < end for start, end in closed):
            found.append(
                {
                    "type": str(match.lastgroup),
                    "offset": offset,
                    "length": utf16_length(match.group().rstrip(".,;:!?)")),
                }
            )
    return found


def check_entities(text: str, entities: Sequence[Json]) -> list[Json]:
    """Entities given in so many words; those outside of the text are cut or dropped, as Telegram does."""
    length = utf16_length(text)
    kept: list[Json] = []
    for entity in entities:
        kind = entity.get("type")
        if kind not in _ENTITY_TYPES:
            raise bad_request(f'can\'t parse entities: unsupported entity type "{kind}"')
        offset, size = int(entity["offset"]), int(entity["length"])
        if offset < 0 or size < 0 or offset > length:
            raise bad_request("ENTITY_BOUNDS_INVALID")
        size = min(size, length - offset)
        if size:
            kept.append({**entity, "offset": offset, "length": size})
    return sorted(kept, key=lambda entity: (entity["offset"], -entity["length"]))


def _trim(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    shorter = text.strip()
    if len(shorter) == len(text):
        return text, entities
    before = utf16_length(text[: len(text) - len(text.lstrip())])
    length = utf16_length(shorter)
    trimmed: list[Json] = []
    for entity in entities:
        start = max(entity["offset"] - before, 0)
        end = min(entity["offset"] + entity["length"] - before, length)
        if end > start:
            trimmed.append({**entity, "offset": start, "length": end - start})
    return shorter, trimmed


def read_text(text: str, parse_mode: str | None, entities: Sequence[Json] | None) -> tuple[str, list[Json]]:
    """A text as it was sent to the API -> what the chat shows: plain text without outer spaces, and its entities."""
    marked: list[Json]
    if entities:
        plain, marked = text, check_entities(text, entities)
    elif not parse_mode:
        plain, marked = text, []
    elif parse_mode.lower() == "html":
        plain, marked = parse_html(text)
    elif parse_mode.lower() == "markdownv2":
        from sandbox.markdown import parse_markdown

        plain, marked = parse_markdown(text)
    else:
        raise bad_request("unsupported parse_mode")
    plain, marked = _trim(plain.replace("\r\n", "\n").replace("\x00", ""), marked)
    marked += find_entities(plain, marked)
    return plain, sorted(marked, key=lambda entity: (entity["offset"], -entity["length"]))
