"""Quick capture in a bot that runs as a process of its own, over HTTP: what is typed, said, sent under a photo and forwarded."""

from pathlib import Path

import pytest

from tests.processes.test_day import hard, open_day

pytestmark = pytest.mark.process


async def test_lines_come_by_every_way(tmp_path: Path) -> None:
    async with open_day(tmp_path) as day:
        anna, vera = day.anna, day.vera
        await anna.says("ромашка взяла 20 кор масла по 150, оплатят в пт, набрать через неделю в 15")
        await anna.sees("Черновик: Ромашка", "Масло сливочное", "до пт, 27 ноября", "пн, 30 ноября в 15:00")
        await anna.taps("Сохранить")
        await anna.sees("Записано: Ромашка", "передан поддержке")
        await vera.sees("Ромашка", "Масло сливочное")
        await anna.taps("Отменить")
        await anna.sees("Отменено: ничего не записано")
        await vera.sees("Отозван менеджером")

        await anna.sends_photo(b"\xff\xd8\xff" + bytes(200), "вектор занято, набрать завтра в 11")
        await anna.sees("Черновик: Вектор", "занято", "вт, 24 ноября в 11:00")
        await anna.taps("Отмена")
        await anna.sends_voice(b"OggS" + bytes(200), 7)
        await anna.sees("0:07", "Вектор")
        await anna.forwards("Это Берёзка, нам 5 кор молока на завтра", "Марина")
        await anna.sees("Черновик: Берёзка", "Молоко", anywhere=True)
        await anna.says("сколько должна ромашка")
        await anna.sees("Ромашка", hard("96 400"))
