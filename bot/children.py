"""What our child processes have in common; imports nothing heavy, since each of them begins with it."""

import os
from pathlib import Path

NICER = 10
ROOT = Path(__file__).parent.parent
SECRETS = ("BOT_TOKEN",)


def environment() -> dict[str, str]:
    """Ours without what a child need not know."""
    return {name: value for name, value in os.environ.items() if name not in SECRETS}
