"""A long list in portions: whoever else this process serves is answered in between."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from itertools import islice
from typing import TypeVar

T = TypeVar("T")
PORTION = 25  # clients with ten documents each: some 10 ms of reading and counting


async def portions(found: Iterable[T], size: int = PORTION) -> AsyncIterator[list[T]]:
    left = iter(found)
    while portion := list(islice(left, size)):
        yield portion
        await asyncio.sleep(0)
