"""A listening process for tests: `python -m tests.bot.child_engine`. It does as the recording tells it."""

import os
import time
from pathlib import Path

from bot.listening import serve_process


class Obedient:
    def transcribe(self, path: Path) -> str:
        order, _, rest = path.read_text().partition(" ")
        if order == "die":
            os._exit(1)
        if order == "fail":
            raise ValueError(rest)
        if order == "print":
            os.write(1, f"{rest}\n".encode())
        if order == "secret":
            return str(os.environ.get("BOT_TOKEN"))
        until = time.monotonic() + (float(rest) if order == "work" else 0)
        while time.monotonic() < until:
            pass
        return rest


if __name__ == "__main__":
    serve_process(Obedient)
