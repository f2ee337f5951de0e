"""Why a whole file is not read. What is wrong inside a file is a `Problem`, never an exception."""

from domain.errors import ProzvonError


class FileRefusedError(ProzvonError):
    """Base of every plain refusal of a file."""

    code = "file-refused"


class FileEmptyError(FileRefusedError):
    """Nothing in the file."""

    code = "file-empty"


class FileTooLargeError(FileRefusedError):
    """Over a limit; facts: what (bytes, unpacked, rows, columns, cells, sheets), found, limit."""

    code = "file-too-large"


class FileEncryptedError(FileRefusedError):
    """Protected by a password."""

    code = "file-encrypted"


class FileMxlError(FileRefusedError):
    """1C's own table format, which only 1C reads: it must be saved as xlsx."""

    code = "file-mxl"


class FileDamagedError(FileRefusedError):
    """Looks like a known format and cannot be read; facts: kind."""

    code = "file-damaged"


class FileUnsupportedError(FileRefusedError):
    """Not a format that we read; facts: name."""

    code = "file-unsupported"


class TableNotFoundError(FileRefusedError):
    """No table of the wanted kind inside; facts: missing (roles of the columns that were not found)."""

    code = "file-no-table"


class FileMovementsError(FileRefusedError):
    """A card, an analysis of an account or an act: movements of money, not what each client owes."""

    code = "file-movements"


class FilePayablesError(FileRefusedError):
    """Only what we owe suppliers, not what clients owe us."""

    code = "file-payables"
