"""What the sample company has in hand: contracts, a promotion, an exhibition, leads on their way."""

from datetime import timedelta

from domain.actors import Actor
from domain.contracts import ContractStage
from domain.exhibitions import Exhibition, ExhibitionKind
from domain.leads import Stage
from domain.promotions import Aim, Promotion
from usecases import contracts, exhibitions, leads, promotions
from usecases.work import Work

# (days to the end, stage): one that ends within a month, one long one, one on the client's desk
CONTRACTS = (
    (13, ContractStage.IN_FORCE),
    (200, ContractStage.IN_FORCE),
    (365, ContractStage.AT_CLIENT),
)
STAGES = (Stage.CONTACT, Stage.NEED, Stage.OFFER, Stage.CONTRACT)


async def lay_deals(work: Work, lead: Actor, owned: list[tuple[int, Actor]], found: list[int]) -> None:
    """`owned` are clients with their managers, `found` the first manager's leads."""
    today = work.today(lead)
    for number, ((days, stage), (client_id, manager)) in enumerate(zip(CONTRACTS, owned, strict=False)):
        signed, ends = today + timedelta(days=days - 364), today + timedelta(days=days)
        line = f"№ {40 + number}/26 от {signed:%d.%m.%Y} до {ends:%d.%m.%Y}, отсрочка 14, лимит 300 тыс"
        view, _ = await contracts.add_contract(manager, work, client_id, line)
        await contracts.move(manager, work, view.id, stage)
    script = "Сыр Российский и Голландский: при заказе от 20 кг — скидка 5 % до конца месяца."
    month = Promotion(0, "Сырный месяц", script, today, today + timedelta(days=21), Aim())
    await promotions.launch(lead, work, month)
    fair = Exhibition(
        0, ExhibitionKind.EXHIBITION, "Продэкспо", "Экспоцентр, павильон 2", today + timedelta(days=20), today + timedelta(days=22)
    )  # fmt: skip
    await exhibitions.save(lead, work, fair)
    for client_id, reached in zip(found, STAGES, strict=False):
        await leads.set_stage(owned[0][1], work, client_id, reached)
