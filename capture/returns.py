"""Documents by which goods came back, as accounting systems name them."""

import re
from typing import Final

_RETURN: Final = re.compile(r"\bвозврат|\bкорректировк|\breturn|\bcredit note", re.IGNORECASE)


def names_return(document: str) -> bool:
    return _RETURN.search(document) is not None
