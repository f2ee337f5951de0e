"""What an import keeps of a long file."""

import json
import zlib
from base64 import b64encode

from usecases.import_packing import PACKED, PORTION, packed, unpacked
from usecases.portions import portions

LONG = {
    "rows": [{"row": number, "client": f"Ромашка\n{number}"} for number in range(2 * PORTION + 1)],
    "clients": {str(number): [number, None] for number in range(PORTION + 1)},
    "total": 100,
    "problems": [],
}


async def test_a_long_file_comes_back_as_it_was_kept() -> None:
    kept = await packed(LONG, long=True)
    assert list(kept) == [PACKED]
    assert await unpacked(kept) == LONG
    assert await unpacked(await packed(LONG, long=False)) == LONG


async def test_what_was_kept_as_one_piece_is_read_too() -> None:
    one = {PACKED: b64encode(zlib.compress(json.dumps(LONG).encode())).decode()}
    assert await unpacked(one) == LONG


async def test_portions_are_all_there_in_their_order() -> None:
    assert [portion async for portion in portions(range(5), 2)] == [[0, 1], [2, 3], [4]]
    assert [portion async for portion in portions(range(0))] == []
