"""XML made to hurt: each a plain refusal, soon and in little memory."""

import io
import time
import tracemalloc
import zipfile

import pytest

from exchange.commerceml.xml import ROOT, documents, elements, is_commerceml
from exchange.errors import FileDamagedError, FileRefusedError, FileTooLargeError, FileUnsupportedError
from exchange.sheet import Limits


def around(body: str, head: str = "") -> bytes:
    return f'<?xml version="1.0" encoding="UTF-8"?>{head}<{ROOT}>{body}</{ROOT}>'.encode()


BOMB = "<!DOCTYPE x [" + "".join(
    f'<!ENTITY a{at} "{f"&a{at - 1};" * 10 if at else "ха"}">' for at in range(10)
)  # fmt: skip
HOSTILE: dict[str, tuple[bytes, type[FileRefusedError]]] = {
    "entities in entities": (around("<Документ><Ид>&a9;</Ид></Документ>", f"{BOMB}]>"), FileDamagedError),
    "a file of the machine": (
        around("<Документ><Ид>&f;</Ид></Документ>", '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
        FileDamagedError,
    ),
    "a schema elsewhere": (around("", '<!DOCTYPE x SYSTEM "http://example.com/x.dtd">'), FileDamagedError),
    "deep": (around("<Документ>" * 100_000), FileTooLargeError),
    "a long text": (around(f"<Документ><Ид>{'я' * 3_000_000}</Ид></Документ>"), FileTooLargeError),
    "a text of lines": (around("<Документ>" + "\n" * 5_000_000 + "</Документ>"), FileTooLargeError),
    "deep where nothing is wanted": (around("<a>" * 100_000), FileTooLargeError),
    "cut off": (around("<Документ><Ид>1</Ид>")[:-30], FileDamagedError),
    "of something else": (b"<html><Order/></html>", FileUnsupportedError),
    "of no encoding": (around("").replace(b"UTF-8", b"KOI-77"), FileDamagedError),
    "of an encoding of several bytes": (around("").replace(b"UTF-8", b"GB2312"), FileDamagedError),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_xml_is_refused_at_once(name: str) -> None:
    data, error = HOSTILE[name]
    started = time.perf_counter()
    with pytest.raises(error):
        list(elements(data, {"Документ"}))
    assert time.perf_counter() - started < 2


def test_as_many_elements_as_no_honest_file_has() -> None:
    with pytest.raises(FileTooLargeError):
        list(elements(around("<a/>" * 2_000_001), {"Документ"}))


def test_what_has_been_read_is_let_go() -> None:
    goods = around(
        "<Каталог>" + f"<Документ><Ид>{'1' * 1000}</Ид></Документ><b>{'x' * 100}</b>" * 10_000 + "</Каталог>"
    )
    tracemalloc.start()
    try:
        count = sum(1 for _ in elements(goods, {"Документ"}))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (count, peak < 1_000_000) == (10_000, True)


def test_a_prefix_and_a_namespace_are_no_part_of_a_name() -> None:
    body = '<c:Документ Роль="x"><c:Ид> 1 <!-- --></c:Ид><c:А>шт<c:Б/> </c:А></c:Документ>'
    data = f'<c:{ROOT} xmlns:c="urn:1C.ru:commerceml_210">{body}</c:{ROOT}>'.encode()
    (found,) = elements(data, {"Документ"})
    assert (found.get("Ид"), found.exact("Ид"), found.get("А"), found.attributes) == (
        "1",
        " 1 ",
        "шт",
        {"Роль": "x"},
    )


def test_a_zip_is_measured_before_it_is_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("import.xml", around(" " * 3_000_000))
    with pytest.raises(FileTooLargeError):
        documents(buffer.getvalue(), Limits(unpacked_bytes=1_000_000))
    assert len(documents(buffer.getvalue())[0]) > 3_000_000


def test_what_it_is_shows_in_its_beginning() -> None:
    found = around("<Классификатор/><Каталог><Документ/></Каталог>")
    assert [node.tag for node in elements(found, {"/"})] == ["Классификатор", "Каталог"]
    assert [node.tag for node in elements(found, {"/", "Документ"})] == [
        "Классификатор",
        "Каталог",
        "Документ",
    ]
    assert all(is_commerceml(found.decode().encode(encoding)) for encoding in ("utf-8", "cp1251", "utf-16"))
    assert not is_commerceml(b"<html>")
    assert not is_commerceml(b"")
