"""Long facts as one compressed text: a child process that reads files packs them, so nothing heavy is imported here."""

import asyncio
import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator
from itertools import islice
from typing import Any

Json = dict[str, Any]
LONG = 300
PACKED = "packed"
PORTION = 500
CHUNK = 16 * 1024


async def packed(found: Json, *, long: bool) -> Json:
    """The same as one compressed text where it is `long`: tens of thousands of rows must fit into a row of the base."""
    return await asyncio.to_thread(pack, found) if long else found


async def kept(plan: Json) -> Json:
    """A plan as the base keeps it: packed where it has many rows, as the child that read the file packs it already."""
    return plan if is_packed(plan) else await packed(plan, long=len(plan.get("rows", ())) > LONG)


def is_packed(found: Json) -> bool:
    return PACKED in found


def pack(found: Json) -> Json:
    """A line of JSON for what is short, then [name, portion] for each portion of what is long.

    One call for all of it would hold up every other thread until it returns.
    """
    squeeze = zlib.compressobj(1)
    long = {
        name: value
        for name, value in found.items()
        if isinstance(value, list | dict) and len(value) > PORTION
    }
    head = found | {name: type(value)() for name, value in long.items()}
    text = bytearray(squeeze.compress(_line(head)))
    for name, value in long.items():
        left = iter(value.items() if isinstance(value, dict) else value)
        while portion := type(value)(islice(left, PORTION)):
            text += squeeze.compress(_line([name, portion]))
    return {PACKED: b64encode(text + squeeze.flush()).decode()}


def _line(found: Any) -> bytes:
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


async def unpacked(found: Json) -> Json:
    """What was added beside the packed text is part of the whole."""
    return await asyncio.to_thread(_unpack, found) if PACKED in found else found


def _unpack(found: Json) -> Json:
    lines = _lines(b64decode(found[PACKED]))
    unpacked: Json = json.loads(next(lines))
    for line in lines:
        name, portion = json.loads(line)
        long = unpacked[name]
        long.update(portion) if isinstance(long, dict) else long.extend(portion)
    return unpacked | {name: value for name, value in found.items() if name != PACKED}


def _lines(text: bytes) -> Iterator[bytes]:
    """One after another: the whole text of a long file is many times its rows."""
    squeezed, left = zlib.decompressobj(), b""
    for start in range(0, len(text), CHUNK):
        *whole, left = (left + squeezed.decompress(text[start : start + CHUNK])).split(b"\n")
        yield from whole
    left += squeezed.flush()
    if left:
        yield left
