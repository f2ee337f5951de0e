"""What a long file took is given back to the machine."""

import ctypes
import gc
from contextlib import suppress

from capture.naming.client_keys import forget_names


def give_back_memory() -> None:
    """Glibc keeps what was freed for itself; where there is another C library, that one decides."""
    forget_names()
    gc.collect()
    with suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
