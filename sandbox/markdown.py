"""MarkdownV2 of the Bot API, read as strictly as Telegram reads it."""

import re
from typing import Any, Final

from sandbox.errors import ApiError, bad_request
from sandbox.limits import utf16_length

Json = dict[str, Any]

_RESERVED: Final = frozenset("_*[]()~`>#+-=|{}.!")
_PAIRS: Final = {
    "*": "bold",
    "__": "underline",
    "_": "italic",
    "~": "strikethrough",
    "||": "spoiler",
}
_LINK_END = re.compile(r"\]\(((?:[^()\\]|\\.)*)\)")


def _cannot_parse(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.text: list[str] = []
        self.length = 0
        self.open: list[tuple[str, int]] = []
        self.quote_from: int | None = None
        self.entities: list[Json] = []

    def add(self, piece: str) -> None:
        self.text.append(piece)
        self.length += utf16_length(piece)

    def mark(self, kind: str, offset: int, **extra: str) -> None:
        if self.length > offset:
            self.entities.append({"type": kind, "offset": offset, "length": self.length - offset, **extra})

    def read(self) -> None:
        while self.at < len(self.source):
            if not self.text or self.text[-1].endswith("\n"):
                self.line_start()
            if self.at < len(self.source):
                self.step()
        self.end_quote()
        if self.open:
            raise _cannot_parse(f"Can't find end of the entity starting with {self.open[-1][0]}")

    def line_start(self) -> None:
        if self.source.startswith(">", self.at):
            self.at += 1
            if self.quote_from is None:
                self.quote_from = self.length
        else:
            self.end_quote()

    def end_quote(self) -> None:
        if self.quote_from is not None:
            self.mark("blockquote", self.quote_from)
            self.quote_from = None

    def step(self) -> None:
        source, at = self.source, self.at
        char = source[at]
        if char == "\\" and at + 1 < len(source) and ord(source[at + 1]) < 127:
            self.add(source[at + 1])
            self.at += 2
        elif char == "`":
            self.code()
        elif char == "[":
            self.open.append(("[", self.length))
            self.at += 1
        elif char == "]":
            self.link()
        elif (
            pair := next((p for p in ("||", "__", "*", "_", "~") if source.startswith(p, at)), None)
        ) is not None:
            self.pair(pair)
        elif char in _RESERVED:
            raise _cannot_parse(
                f"Character '{char}' is reserved and must be escaped with the preceding '\\'"  # as Telegram says it
            )
        else:
            self.add(char)
            self.at += 1

    def pair(self, pair: str) -> None:
        self.at += len(pair)
        if self.open and self.open[-1][0] == pair:
            self.mark(_PAIRS[pair], self.open.pop()[1])
        else:
            self.open.append((pair, self.length))

    def code(self) -> None:
        fence = "```" if self.source.startswith("```", self.at) else "`"
        end = self._find_fence(fence, self.at + len(fence))
        if end < 0:
            kind = "Pre" if fence == "```" else "Code"
            raise _cannot_parse(
                f"Can't find end of {kind} entity at byte offset {len(self.source[: self.at].encode())}"
            )
        body = self.source[self.at + len(fence) : end]
        extra: dict[str, str] = {}
        if fence == "```":
            language, newline, rest = body.partition("\n")
            if newline and re.fullmatch(r"[\w+-]*", language):
                body, extra = rest, {"language": language} if language else {}
        offset = self.length
        self.add(re.sub(r"\\([\x01-\x7e])", r"\1", body))
        self.mark("pre" if fence == "```" else "code", offset, **extra)
        self.at = end + len(fence)

    def _find_fence(self, fence: str, at: int) -> int:
        while at < len(self.source) and not self.source.startswith(fence, at):
            at += 2 if self.source[at] == "\\" else 1
        return at if at < len(self.source) else -1

    def link(self) -> None:
        found = _LINK_END.match(self.source, self.at)
        if not self.open or self.open[-1][0] != "[" or found is None:
            raise _cannot_parse("Character ']' is reserved and must be escaped with the preceding '\\'")
        url = re.sub(r"\\(.)", r"\1", found.group(1))
        self.mark("text_link", self.open.pop()[1], url=url)
        self.at = found.end()


def parse_markdown(source: str) -> tuple[str, list[Json]]:
    """MarkdownV2 -> plain text and entities, outer ones first."""
    reader = _Reader(source)
    reader.read()
    return "".join(reader.text), sorted(
        reader.entities, key=lambda entity: (entity["offset"], -entity["length"])
    )
