"""A bot of forty lines: enough of one to try a telephone on."""

from collections.abc import Awaitable, Callable
from typing import Any

from sandbox.files import Upload
from sandbox.telegram import Telegram

Json = dict[str, Any]

MENU = {
    "keyboard": [["📞 Обзвон", "💰 Долги"], [{"text": "Мой номер", "request_contact": True}]],
    "resize_keyboard": True,
}
CARD = {
    "inline_keyboard": [
        [{"text": "Не ответил", "callback_data": "no_answer"}, {"text": "Заказ", "callback_data": "order"}],
        [{"text": "Скопировать номер", "copy_text": {"text": "+79161234567"}}],
    ]
}
TABLE = (
    "<h3>Долги</h3><table bordered striped><tr><th>Клиент</th><th align='right'>Сумма</th></tr>"
    "<tr><td>Вектор</td><td align='right'>120 000</td></tr></table>"
)


class FakeBot:
    """Answers texts, buttons, files and contacts of one `Telegram`."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        self.taps: list[str] = []
        self._answers: dict[str, Callable[[int], Awaitable[None]]] = {
            "📞 Обзвон": self.show_card,
            "💰 Долги": self.show_table,
            "/file": self.send_file,
        }

    async def settle(self) -> None:
        """Handle all that waits."""
        while updates := self.telegram.updates.take():
            for update in updates:
                await self.handle(update)

    async def poll(self) -> None:
        """Live on long polling until cancelled."""
        offset = 0
        while True:
            for update in await self.telegram.call("getUpdates", {"offset": offset, "timeout": 30}):
                offset = update["update_id"] + 1
                await self.handle(update)

    async def handle(self, update: Json) -> None:
        if "callback_query" in update:
            await self.on_tap(update["callback_query"])
        elif "message" in update:
            await self.on_message(update["message"])

    async def send(self, chat_id: int, text: str, **more: Any) -> Json:
        params = {"chat_id": chat_id, "text": text, "parse_mode": "HTML", **more}
        sent: Json = await self.telegram.call("sendMessage", params)
        return sent

    async def on_message(self, message: Json) -> None:
        chat_id = message["chat"]["id"]
        text = message.get("text", "")
        if text in self._answers:
            await self._answers[text](chat_id)
        elif text.startswith("/start"):
            await self.send(chat_id, f"<b>Здравствуйте!</b> {text[7:]}", reply_markup=MENU)
        elif "document" in message:
            file = message["document"]
            await self.send(chat_id, f"Файл {file['file_name']}, {file['file_size']} байт")
        elif "contact" in message:
            await self.send(chat_id, f"Контакт {message['contact']['phone_number']}")
        else:
            await self.telegram.call("sendMessage", {"chat_id": chat_id, "text": f"Вы сказали: {text}"})

    async def show_card(self, chat_id: int) -> None:
        await self.send(chat_id, "<b>Вектор</b>, звонков: <code>0 из 30</code>", reply_markup=CARD)

    async def show_table(self, chat_id: int) -> None:
        await self.telegram.call("sendRichMessage", {"chat_id": chat_id, "rich_message": {"html": TABLE}})

    async def send_file(self, chat_id: int) -> None:
        upload = Upload("заказ.csv", "товар;3\n".encode())
        await self.telegram.call(
            "sendDocument", {"chat_id": chat_id, "caption": "Бланк"}, {"document": upload}
        )

    async def on_tap(self, query: Json) -> None:
        self.taps.append(query["data"])
        await self.telegram.call(
            "answerCallbackQuery", {"callback_query_id": query["id"], "text": "Записано"}
        )
        where = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
        if query["message"]["date"]:
            text = f"Итог: {query['data']}, касаний {len(self.taps)}"
            await self.telegram.call("editMessageText", {**where, "text": text})
