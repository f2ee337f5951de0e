"""«коньяк 2500», «торт за 1 200 ₽»: what a present is and what it costs."""

from capture.answers import read_amount

_JOINTS = {"за", "на", "-", "—", "for", ","}


def read_gift(text: str) -> tuple[str, int | None]:
    """The words and the cost in kopecks, None where none is named; the sum stands last or first."""
    words = " ".join(text.split()).split(" ")
    for at in range(1, len(words)):
        cost = read_amount(" ".join(words[at:]))
        if cost is not None:
            return _trimmed(words[:at]), cost
    for at in range(len(words) - 1, 0, -1):
        cost = read_amount(" ".join(words[:at]))
        if cost is not None:
            return _trimmed(words[at:]), cost
    alone = read_amount(text)
    return ("", alone) if alone is not None else (_trimmed(words), None)


def _trimmed(words: list[str]) -> str:
    while words and words[-1].lower() in _JOINTS:
        words = words[:-1]
    return " ".join(words).strip(" ,;—-")
