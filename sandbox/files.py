"""Files as the Bot API keeps them: identifiers, sizes, paths to download from."""

import mimetypes
import struct
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any, Literal

from sandbox.errors import ApiError, bad_request
from sandbox.limits import MAX_DOWNLOAD_BYTES, MAX_PHOTO_BYTES, MAX_UPLOAD_BYTES

FileKind = Literal["document", "photo", "voice"]
_FOLDERS: dict[FileKind, str] = {"document": "documents", "photo": "photos", "voice": "voice"}
_PREFIXES: dict[FileKind, str] = {"document": "BQACAgI", "photo": "AgACAgI", "voice": "AwACAgI"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a request: its name, its bytes, its declared type."""

    filename: str
    data: bytes
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class StoredFile:
    file_id: str
    unique_id: str
    kind: FileKind
    name: str
    data: bytes
    mime_type: str
    path: str

    @property
    def size(self) -> int:
        return len(self.data)


@dataclass(slots=True)
class Files:
    """Every file of the sandbox, in memory."""

    by_id: dict[str, StoredFile] = field(default_factory=dict)
    by_path: dict[str, StoredFile] = field(default_factory=dict)

    def store(self, kind: FileKind, upload: Upload) -> StoredFile:
        if not upload.data:
            raise bad_request("file must be non-empty")
        if len(upload.data) > MAX_UPLOAD_BYTES:
            raise ApiError(413, "Request Entity Too Large")
        if kind == "photo" and len(upload.data) > MAX_PHOTO_BYTES:
            raise bad_request("file is too big for a photo; the maximum size is 10485760 bytes")
        number = len(self.by_id) + 1
        name = PurePosixPath(upload.filename.replace("\\", "/")).name or "file"
        mime_type = mimetypes.guess_type(name)[0] or upload.content_type or "application/octet-stream"
        stored = StoredFile(
            file_id=f"{_PREFIXES[kind]}AAxkBAAI{number:06d}",
            unique_id=f"AgAD{number:06d}",
            kind=kind,
            name=name,
            data=upload.data,
            mime_type=mime_type,
            path=f"{_FOLDERS[kind]}/file_{number}{PurePosixPath(name).suffix}",
        )
        self.by_id[stored.file_id] = stored
        self.by_path[stored.path] = stored
        return stored

    def get_sent(self, file_id: str) -> StoredFile:
        """A file that is sent again by its identifier."""
        if file_id.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        try:
            return self.by_id[file_id]
        except KeyError:
            raise bad_request("wrong file identifier/HTTP URL specified") from None

    def as_file(self, file_id: str) -> dict[str, Any]:
        """The answer of getFile; refuses what is over 20 MB, as the real one does."""
        stored = self.by_id.get(file_id)
        if stored is None:
            raise bad_request("invalid file_id")
        if stored.size > MAX_DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": stored.size,
            "file_path": stored.path,
        }


def document_json(stored: StoredFile) -> dict[str, Any]:
    return {
        "file_name": stored.name,
        "mime_type": stored.mime_type,
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
    }


def photo_json(stored: StoredFile) -> list[dict[str, Any]]:
    width, height = image_size(stored.data) or (800, 600)
    return [
        {
            "file_id": stored.file_id,
            "file_unique_id": stored.unique_id,
            "file_size": stored.size,
            "width": width,
            "height": height,
        }
    ]


def voice_json(stored: StoredFile, duration: int) -> dict[str, Any]:
    return {
        "duration": duration,
        "mime_type": "audio/ogg",
        "file_id": stored.file_id,
        "file_unique_id": stored.unique_id,
        "file_size": stored.size,
    }


def image_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF, JPEG or WebP; None for anything else."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:4] == b"GIF8" and len(data) >= 10:
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return 800, 600
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[position + 5 : position + 9])
            return width, height
        position += 2 + int(struct.unpack(">H", data[position + 2 : position + 4])[0])
    return None
