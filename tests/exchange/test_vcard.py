from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exchange.errors import FileEmptyError, FileRefusedError, FileTooLargeError, FileUnsupportedError
from exchange.sheet import Limits
from exchange.values import Birthday, Phone
from exchange.vcard import Contact, read_vcards

TODAY = date(2026, 11, 20)


def card(*lines: str, version: str = "3.0") -> bytes:
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""]).encode()


def test_quoted_printable_with_a_charset_and_soft_breaks() -> None:
    text = (
        "BEGIN:VCARD\r\n"
        "VERSION:2.1\r\n"
        "N;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=D1=EC=E8=F0=ED=EE=E2=E0;=C0=ED=\r\n"
        "=ED=E0;;;\r\n"
        "TEL;CELL;PREF:8 (916) 000-11-11\r\n"
        "ORG;CHARSET=UTF-8;QUOTED-PRINTABLE:=D0=A0=D0=BE=D0=BC=D0=B0=D1=88=D0=BA=D0=B0\r\n"
        "PHOTO;ENCODING=BASE64;JPEG:AAAA=\r\n"
        "BDAY:19850312\r\n"
        "END:VCARD\r\n"
    )
    [found] = read_vcards(text.encode("ascii"), TODAY).rows
    assert found == Contact(
        "Смирнова Анна",
        (Phone("8 (916) 000-11-11", "+79160001111"),),
        (),
        "Ромашка",
        "",
        Birthday(12, 3, 1985),
    )


def test_folded_lines_groups_escapes_and_uris() -> None:
    [found] = read_vcards(
        card(
            "FN:Анна",
            "N:Смирнова;Анна;Викто",
            " ровна;;",
            'item1.TEL;TYPE="cell,voice";VALUE=uri:tel:+7-916-000-11-11;ext=5',
            "EMAIL;TYPE=work:Anna@Example.com",
            "ORG:ООО «Ромашка»\\, опт;Отдел закупок",
            "TITLE:главный\\nзакупщик",
            version="4.0",
        ),
        TODAY,
    ).rows
    assert found == Contact(
        "Смирнова Анна Викторовна",
        (Phone("+7-916-000-11-11", "+79160001111"),),
        ("anna@example.com",),
        "ООО «Ромашка», опт",
        "главный закупщик",
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("BDAY:--0415", Birthday(15, 4)),
        ("BDAY:--04-15", Birthday(15, 4)),
        ("BDAY;VALUE=date:--0229", Birthday(29, 2)),
        ("BDAY:1604-04-15", Birthday(15, 4)),
        ("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-15", Birthday(15, 4)),
        ("BDAY;X-APPLE-OMIT-YEAR=1900:1900-04-15", Birthday(15, 4)),
        ("BDAY;X-APPLE-OMIT-YEAR=2000:2000-04-15", Birthday(15, 4)),
        ("BDAY:1900-04-15", Birthday(15, 4)),
        ("BDAY:1985-04-15T00:00:00Z", Birthday(15, 4, 1985)),
        ("BDAY:19850415", Birthday(15, 4, 1985)),
        ("BDAY:15.04.1985", Birthday(15, 4, 1985)),
        ("BDAY:--04", Birthday(None, 4)),
        ("BDAY:1985-04", Birthday(None, 4, 1985)),
        ("BDAY:0000-04-15", Birthday(15, 4)),
        ("BDAY:1985-04-00", Birthday(None, 4, 1985)),
        ("BDAY:19850415T000000+0300", Birthday(15, 4, 1985)),
        ("BDAY:--0415T09:00:00", Birthday(15, 4)),
        ("BDAY;VALUE=text:15 апреля", Birthday(15, 4)),
        ("BDAY;VALUE=text:апрель", Birthday(None, 4)),
        ("item2.BDAY;VALUE=date-and-or-time:--0415", Birthday(15, 4)),
        ("BDAY:", None),
    ],
)
def test_birthdays_in_every_form(line: str, expected: Birthday | None) -> None:
    found = read_vcards(card("FN:Анна", line), TODAY)
    assert found.rows[0].birthday == expected
    assert not found.problems


@pytest.mark.parametrize("text", ["1985-02-30", "2030-01-01", "---15", "1985", "весной"])
def test_a_wrong_birthday_is_a_problem_of_its_card(text: str) -> None:
    found = read_vcards(card("FN:Анна") + card("FN:Пётр", f"BDAY:{text}"), TODAY)
    assert [contact.full_name for contact in found.rows] == ["Анна", "Пётр"]
    assert [(problem.code, problem.cell, problem.text) for problem in found.problems] == [
        ("not_a_birthday", "#2", text)
    ]


def test_a_card_with_nothing_to_keep_is_a_problem() -> None:
    assert [problem.code for problem in read_vcards(card("NOTE:x"), TODAY).problems] == ["no_name"]


def test_a_card_without_its_end_and_one_inside_of_another() -> None:
    data = (
        "BEGIN:VCARD\r\nFN:Анна 🎂\r\nBDAY:--0415\r\n"
        "\ufeffBEGIN:VCARD\r\nFN:Пётр\r\nORG:Вектор;Закупки\r\nAGENT:\r\nBEGIN:VCARD\r\nFN:Помощник\r\nTEL:12\r\nEND:VCARD\r\n"
        "TEL:+79161234567\r\nEND:VCARD\r\n"
    )
    anna, peter = read_vcards(data.encode(), TODAY).rows
    assert (anna.full_name, anna.birthday) == ("Анна 🎂", Birthday(15, 4))
    assert (peter.full_name, peter.organisation, peter.title) == ("Пётр", "Вектор", "Закупки")
    assert [phone.e164 for phone in peter.phones] == ["+79161234567"]


def test_a_long_folded_property_is_joined_once() -> None:
    folded = "\r\n".join(["PHOTO;ENCODING=b:A", *[" A"] * 200_000])
    [found] = read_vcards(card("FN:Анна", folded, "BDAY:--0415"), TODAY).rows
    assert found.birthday == Birthday(15, 4)


@pytest.mark.parametrize("charset", ["idna", "punycode", "undefined", "zip", "\x00", "utf-7"])
def test_a_hostile_charset_is_not_used(charset: str) -> None:
    [found] = read_vcards(card(f"FN;CHARSET={charset}:Анна"), TODAY).rows
    assert found.full_name == "Анна"


def test_files_that_are_no_vcard_are_refused() -> None:
    for data, error in ((b"", FileEmptyError), (b"hello", FileUnsupportedError)):
        with pytest.raises(error):
            read_vcards(data, TODAY)
    with pytest.raises(FileTooLargeError):
        read_vcards(card("FN:a") * 3, TODAY, Limits(rows=2))
    with pytest.raises(FileTooLargeError):
        read_vcards(card("FN:a") * 3, TODAY, Limits(file_bytes=20))
    assert read_vcards(card("FN:Анна").decode().encode("utf-16"), TODAY).rows[0].full_name == "Анна"


@given(st.binary(max_size=300), st.text(max_size=60))
def test_any_bytes_are_read_or_refused(noise: bytes, text: str) -> None:
    for data in (noise, b"BEGIN:VCARD\r\nBDAY;X=" + noise, card(f"BDAY:{text}", f"TEL:{text}", f"N:{text}")):
        try:
            read_vcards(data, TODAY)
        except FileRefusedError:
            continue
