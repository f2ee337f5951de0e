"""A company that sells: for the conversations about orders."""

import re
from decimal import Decimal

from domain.actors import Role
from sandbox.phone import Phone
from storage import clients, products
from tests.office import Office

GOODS = (
    ("МС-825", "Масло сливочное 82,5% 180 г", "Молочное", "шт", 20, 150_00),
    ("МС-725", "Масло сливочное 72,5% 180 г", "Молочное", "шт", 20, 120_00),
    ("МЛ-32", "Молоко 3,2% 1 л", "Молочное", "шт", 12, 80_00),
    ("ГР-800", "Гречка ядрица 800 г", "Бакалея", "шт", 12, 90_00),
    ("СР-50", "Сыр Российский 50%", "Сыры", "кг", None, 540_00),
)


def hard(text: str) -> str:
    """With the hard spaces of figures: «60 800 ₽», «5 шт», «2 уп»."""
    return re.sub(r"(?<=\d) (?=\d{3}\b(?! г)|₽|шт|кг|уп|pk|pcs|%)", "\u00a0", text)


def sees(phone: Phone, *fragments: str) -> None:
    phone.sees(*map(hard, fragments))


class Shop:
    """A manager Anna with the client Ромашка, a lead, two of sales support, a price list."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.goods: dict[str, int] = {}
        self.client = 0

    async def open(self, *, supports: int = 2, limit: int | None = None) -> "Shop":
        self.boris = await self.office.hires("Борис", Role.LEAD)
        self.anna = await self.office.hires("Анна")
        names = ("Ольга", "Павел")[:supports]
        self.desk = [await self.office.hires(name, Role.SUPPORT) for name in names]
        async with self.office.work() as work:
            for code, name, group, unit, pack, price in GOODS:
                self.goods[code] = await products.write(
                    work.tx,
                    code=code,
                    name=name,
                    group_name=group,
                    unit=unit,
                    pack_size=Decimal(pack) if pack else None,
                    prices={"опт": price},
                )
        self.client = await self.add_client("Ромашка", limit=limit)
        return self

    async def add_client(self, name: str, phone: Phone | None = None, limit: int | None = None) -> int:
        manager = await self.office.actor(phone or self.anna)
        async with self.office.work() as work:
            return await clients.add(
                work.tx,
                clients.NewClient(
                    manager.id,
                    name,
                    work.now,
                    legal_name=f"ООО «{name}»",
                    tax_number="7701254366",
                    price_column="опт",
                    credit_limit=limit,
                ),
            )

    async def drafts(self, text: str = "масло 82,5 20 кор, молоко 10") -> Phone:
        """Anna's draft for the client, with these lines."""
        await self.anna.says("/order")
        await self.anna.taps("Ромашка")
        await self.anna.says(text)
        return self.anna

    async def hands_over(self, text: str = "масло 82,5 20 кор, молоко 10") -> Phone:
        await self.drafts(text)
        await self.anna.taps("Передать")
        return self.anna
