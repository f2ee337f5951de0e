"""The bank's text file: what came in is read to the kopeck, what is not understood is said with its line."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exchange.bank import is_bank_file, read_bank
from exchange.errors import FileEmptyError, FileRefusedError, FileTooLargeError, FileUnsupportedError
from exchange.sheet import Limits

OURS, THEIRS = "40702810900000000001", "40702810500000000777"
DAY = date(2026, 11, 24)


def document(**facts: str) -> str:
    whole = {
        "Номер": "415",
        "Дата": "23.11.2026",
        "Сумма": "120500.00",
        "ПлательщикСчет": THEIRS,
        "Плательщик": "ИНН 7701254366 ООО Ромашка",
        "ПлательщикИНН": "7701254366",
        "Плательщик1": "ООО Ромашка",
        "ПолучательСчет": OURS,
        "НазначениеПлатежа": "Оплата по счету 1203",
        "ДатаПоступило": "24.11.2026",
    } | facts
    lines = [f"{key}={value}" for key, value in whole.items() if value]
    return "\r\n".join(["СекцияДокумент=Платежное поручение", *lines, "КонецДокумента"])


def file(*documents: str, end: str = "КонецФайла", encoding: str = "Windows") -> str:
    head = f"1CClientBankExchange\r\nВерсияФормата=1.03\r\nКодировка={encoding}\r\nДатаНачала=24.11.2026\r\nДатаКонца=24.11.2026\r\nРасчСчет={OURS}\r\n"
    section = f"СекцияРасчСчет\r\nРасчСчет={OURS}\r\nНачальныйОстаток=0.00\r\nКонецРасчСчет\r\n"
    return "\r\n".join([head + section.rstrip(), *documents, end]) + "\r\n"


def test_a_payment_is_read() -> None:
    reading = read_bank("kl_to_1c.txt", file(document()).encode("cp1251"))
    assert (reading.accounts, reading.start, reading.end, reading.problems) == ((OURS,), DAY, DAY, ())
    one = reading.payments[0]
    assert (one.account, one.number, one.day, one.amount) == (OURS, "415", DAY, 120_500_00)
    assert (one.payer, one.tax_number, one.purpose) == ("ООО Ромашка", "7701254366", "Оплата по счету 1203")


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("label", ["Windows", "DOS"])
@pytest.mark.parametrize("ends", ["\r\n", "\n", "  \r\n", "\r"])
def test_the_bytes_are_trusted_and_not_the_label(encoding: str, label: str, ends: str) -> None:
    text = file(document(), encoding=label).replace("\r\n", ends)
    assert is_bank_file(text.encode(encoding))
    reading = read_bank("x.txt", text.encode(encoding))
    assert [(one.payer, one.amount) for one in reading.payments] == [("ООО Ромашка", 120_500_00)]
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("said", "kopecks"),
    [("1234.56", 123456), ("1234,56", 123456), ("1 234,5", 123450), ("1234-56", 123456), ("7", 700)],
)
def test_sums(said: str, kopecks: int) -> None:
    assert read_bank("x", file(document(Сумма=said)).encode("cp1251")).payments[0].amount == kopecks


def test_what_left_and_what_moved_between_own_accounts_is_not_a_payment() -> None:
    second = "40702810900000000002"
    out = document(ПлательщикСчет=OURS, ПолучательСчет=THEIRS, ДатаСписано="24.11.2026", ДатаПоступило="")
    own = document(ПлательщикСчет=second, Номер="7")
    text = file(out, own, document(Номер="8")).replace("КонецРасчСчет", f"КонецРасчСчет\r\nСекцияРасчСчет\r\nРасчСчет={second}\r\nКонецРасчСчет")  # fmt: skip
    reading = read_bank("x", text.encode("cp1251"))
    assert (reading.accounts, [one.number for one in reading.payments], reading.others) == ((OURS, second), ["8"], 2)  # fmt: skip


def test_without_an_account_the_day_of_receipt_tells() -> None:
    bare = file(document(ПолучательСчет="", ПлательщикСчет=""), document(ПолучательСчет="", ДатаПоступило="", Номер="9"))  # fmt: skip
    reading = read_bank("x", bare.replace(f"РасчСчет={OURS}\r\n", "").encode("cp1251"))
    assert ([one.number for one in reading.payments], reading.others) == (["415"], 1)


def test_the_purpose_in_lines_and_the_payer_in_one_field() -> None:
    facts = {f"НазначениеПлатежа{number}": text for number, text in ((1, "Оплата по"), (2, "счету 1203"))}
    one = document(НазначениеПлатежа="", Плательщик1="", ПлательщикИНН="", Плательщик="ИНН 645424650589/КПП 770101001 ИП Тарасов Д. Е.//г Саратов//", **facts)  # fmt: skip
    found = read_bank("x", file(one).encode("cp1251")).payments[0]
    assert (found.purpose, found.payer, found.tax_number) == ("Оплата по счету 1203", "ИП Тарасов Д. Е.", "645424650589")  # fmt: skip


def test_what_is_not_understood_is_said_with_its_line() -> None:
    text = file(
        document(Сумма="12O500"), document(ДатаПоступило="31.02.2026", Номер="5"), document(Номер="6")
    )
    reading = read_bank("x", text.encode("cp1251"))
    assert [one.number for one in reading.payments] == ["6"]
    assert [(one.code, one.cell, one.text) for one in reading.problems] == [
        ("not_a_number", "#14", "12O500"),
        ("not_a_date", "#33", "31.02.2026"),
    ]


def test_a_file_that_was_cut_off_says_so_and_the_half_document_is_left() -> None:
    whole = file(document(), document(Номер="2"))
    half = whole[: whole.rindex("Плательщик1")]
    reading = read_bank("x", half.encode("cp1251"))
    assert [one.number for one in reading.payments] == ["415"]
    assert [one.code for one in reading.problems] == ["cut_off"]
    ended = read_bank("x", whole.replace("КонецФайла", "").encode("cp1251"))
    assert ([one.code for one in ended.problems], len(ended.payments)) == (["cut_off"], 2)
    unclosed = read_bank("x", whole.replace("КонецДокумента", "", 1).encode("cp1251"))
    assert ([one.code for one in unclosed.problems], [one.number for one in unclosed.payments]) == (["cut_off"], ["2"])  # fmt: skip


def test_refusals() -> None:
    with pytest.raises(FileEmptyError):
        read_bank("x", b" \r\n")
    with pytest.raises(FileUnsupportedError):
        read_bank("x", "Клиент;Сумма".encode("cp1251"))
    with pytest.raises(FileTooLargeError):
        read_bank("x", file().encode(), Limits(file_bytes=10))
    with pytest.raises(FileTooLargeError):
        read_bank("x", file(document(), document()).encode(), Limits(rows=1))
    assert read_bank("x", file().encode("cp1251")).payments == ()


KEYS = ["СекцияДокумент", "КонецДокумента", "Сумма", "ДатаПоступило", "РасчСчет", "ПолучательСчет", "Плательщик", "КонецФайла"]  # fmt: skip
LINES = st.lists(st.tuples(st.sampled_from(KEYS), st.text(max_size=30)).map("=".join)).map("\n".join)


@given(st.binary() | LINES.map(lambda text: ("1CClientBankExchange\n" + text).encode("cp1251", "replace")))
@example(b"1CClientBankExchange")
@example("1CClientBankExchange\nСекцияДокумент\nСумма=²\nДатаПоступило=٣٠.11.2026\nКонецДокумента".encode())
def test_no_bytes_raise_anything_but_a_plain_refusal(data: bytes) -> None:
    try:
        reading = read_bank("x", data)
    except FileRefusedError:
        return
    assert all(one.amount > 0 for one in reading.payments)
