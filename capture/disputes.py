"""Whether a line speaks of a dispute: «спор с вегой», «оспаривают накладную», «disputes the invoice»."""

import re
from typing import Final

# neither «спорт» nor «бесспорно»
_DISPUTE: Final = re.compile(r"\b(?:о|по)?спор(?!т)|\bdisput", re.IGNORECASE)


def names_dispute(text: str) -> bool:
    return _DISPUTE.search(text) is not None
