"""A line that answers «what is heard of a competitor»: it need not say again that a competitor is meant."""


def as_rival_line(text: str) -> str:
    """«опт-сервис возит гречку по 68» said of a competitor."""
    return f"конкурент {text}"
