"""The same hand and eye over HTTP, for tests of a bot that runs as a process of its own: the eye waits."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, TypeVar

from aiohttp import ClientSession, FormData

from sandbox.phone import Button, Message, NotOnScreenError, check_seen, choose_button, draw_screen, reachable
from sandbox.view import read_message

Json = dict[str, Any]
_Seen = TypeVar("_Seen")


class RemotePhone:
    """A person's phone in a running sandbox at `url`. What is looked for may take up to `timeout` seconds to appear."""

    def __init__(
        self,
        session: ClientSession,
        url: str,
        person_id: int,
        *,
        chat_id: int | None = None,
        timeout: float = 10.0,
    ) -> None:
        self._session = session
        self._url = url.rstrip("/")
        self._person_id = person_id
        self._chat_id = chat_id or person_id
        self._timeout = timeout
        self._state: Json = {"messages": [], "keyboard": None, "version": 0, "answers": {}}
        self._acted_after = 0

    # --- the hand

    async def _act(self, verb: str, **given: Any) -> Json:
        body = {
            "chat_id": self._chat_id,
            **{name: value for name, value in given.items() if value is not None},
        }
        return await self._post(verb, json=body)

    async def _post(self, verb: str, **sent: Any) -> Json:
        async with self._session.post(
            f"{self._url}/sandbox/act/{self._person_id}/{verb}", **sent
        ) as response:
            answer: Json = await response.json()
            if response.status != 200:
                raise NotOnScreenError(answer["error"])
        self._acted_after = answer["version"]
        return answer

    async def says(self, text: str) -> None:
        await self._act("say", text=text)

    async def starts(self, payload: str | None = None) -> None:
        await self._act("start", payload=payload)

    async def taps(self, label: str) -> None:
        """Waits until there is such a button, then taps it."""
        await self._tap(await self._find_button(label))

    async def double_taps(self, label: str) -> None:
        await self._tap(await self._find_button(label), times=2)

    async def taps_old(self, message: Message, label: str) -> None:
        """A button that this message once had, even if the button or the message is gone."""
        await self._refresh()
        earlier = self._state["earlier_keyboards"].get(str(message.id), [])
        rows = [
            *message.keyboard,
            *(row for keyboard in reversed(earlier) for row in keyboard["inline_keyboard"]),
        ]
        buttons: dict[str, Button] = {}
        for raw in (raw for row in rows for raw in row):
            buttons.setdefault(raw["text"], Button(raw["text"], message, raw))
        await self._tap(choose_button(label, buttons.values(), self._drawn()))

    async def sends_callback(self, data: str, message: Message | None = None) -> None:
        await self._act("tap", data=data, message_id=(message or await self.last()).id)

    async def sends_file(self, name: str, data: bytes, caption: str | None = None) -> None:
        await self._upload("document", name, data, caption=caption)

    async def sends_photo(self, data: bytes, caption: str | None = None) -> None:
        await self._upload("photo", "photo.jpg", data, caption=caption)

    async def sends_voice(self, data: bytes, duration: int) -> None:
        await self._upload("voice", "voice.oga", data, duration=duration)

    async def _upload(self, kind: str, name: str, data: bytes, **fields: Any) -> None:
        form = FormData({"kind": kind, "chat_id": str(self._chat_id)}, quote_fields=False)
        for field, value in fields.items():
            if value is not None:
                form.add_field(field, str(value))
        form.add_field("file", data, filename=name)
        await self._post("file", data=form)

    async def shares_contact(
        self,
        first_name: str,
        phone: str,
        last_name: str | None = None,
        vcard: str | None = None,
        user_id: int | None = None,
    ) -> None:
        await self._act(
            "contact",
            first_name=first_name,
            phone_number=phone,
            last_name=last_name,
            vcard=vcard,
            user_id=user_id,
        )

    async def shares_location(self, latitude: float, longitude: float) -> None:
        await self._act("location", latitude=latitude, longitude=longitude)

    async def forwards(self, text: str, from_name: str) -> None:
        await self._act("forward", text=text, from_name=from_name)

    async def replies(self, message: Message, text: str) -> None:
        await self._act("say", text=text, reply_to=message.id)

    async def edits(self, message: Message, text: str) -> None:
        await self._act("edit", message_id=message.id, text=text)

    async def blocks_bot(self) -> None:
        await self._act("block")

    async def unblocks_bot(self) -> None:
        await self._act("unblock")

    # --- the eye

    async def messages(self) -> list[Message]:
        await self._refresh()
        return self._messages()

    async def last(self) -> Message:
        """The bot's last message. Raises `NotOnScreenError` when there is none."""
        await self._refresh()
        return check_seen([], self._from_bot()[-1:], self._drawn())

    async def screen(self) -> str:
        await self._refresh()
        messages = self._from_bot()
        return messages[-1].text if messages else ""

    async def sees(self, *fragments: str, anywhere: bool = False) -> Message:
        """Waits until the bot's last message (with `anywhere`, one since the last own action) has every fragment."""
        return await self._wait(
            lambda: check_seen(fragments, self._new() if anywhere else self._from_bot()[-1:], self._drawn())
        )

    async def does_not_see(self, *fragments: str) -> None:
        """None of the fragments is in the bot's last message now; nothing is waited for."""
        text = await self.screen()
        if seen := [fragment for fragment in fragments if fragment in text]:
            raise NotOnScreenError(f"seen, but should not be: {', '.join(map(repr, seen))}\n{self._drawn()}")

    async def buttons(self) -> list[str]:
        await self._refresh()
        newest = next((message for message in reversed(self._messages()) if message.keyboard), None)
        return [button.label for button in reachable([newest] if newest else [], self._state["keyboard"])]

    async def alert(self) -> str:
        """Waits for the answer to the last tap."""

        def answered() -> str:
            answers = self._state["answers"].get(str(self._person_id), [])
            texts = [str(answer["text"]) for answer in answers if answer["at"] > self._acted_after]
            if not texts:
                raise NotOnScreenError(f"the tap was not answered\n{self._drawn()}")
            return texts[-1]

        return await self._wait(answered)

    async def file(self, message: Message | None = None) -> tuple[str, bytes]:
        """Name and bytes of the document of this message, or of the bot's last one with a file; waits for it."""

        def found() -> Message:
            with_file = [one for one in self._from_bot() if one.attachment]
            if not with_file:
                raise NotOnScreenError(f"no file\n{self._drawn()}")
            return with_file[-1]

        if message is None:
            message = await self._wait(found)
        content = message.attachment
        if content is None:
            raise NotOnScreenError(f"no file in the message\n{message}")
        async with self._session.get(f"{self._url}/sandbox/files/{content['file_id']}") as response:
            return str(content.get("file_name", "photo.jpg")), await response.read()

    async def copied(self, label: str) -> str:
        button = await self._find_button(label)
        if "copy_text" not in button.raw:
            raise NotOnScreenError(f"«{button.label}» does not copy\n{self._drawn()}")
        return str(button.raw["copy_text"]["text"])

    # --- what both use

    def _messages(self) -> list[Message]:
        return [
            read_message(one["message"], from_bot=one["outgoing"], silent=one["silent"])
            for one in self._state["messages"]
        ]

    def _from_bot(self) -> list[Message]:
        return [message for message in self._messages() if message.from_bot]

    def _new(self) -> list[Message]:
        fresh = {
            one["message"]["message_id"]
            for one in self._state["messages"]
            if one["changed_at"] > self._acted_after
        }
        return [message for message in self._from_bot() if message.id in fresh]

    def _drawn(self) -> str:
        title = f"person {self._person_id}, chat {self._chat_id}"
        return draw_screen(title, self._messages(), self._state["keyboard"])

    async def _refresh(self, *, after: int | None = None, seconds: float = 0.0) -> None:
        query = {} if after is None else {"after": str(after), "timeout": f"{seconds:.2f}"}
        async with self._session.get(f"{self._url}/sandbox/chats/{self._chat_id}", params=query) as response:
            response.raise_for_status()
            self._state = await response.json()

    async def _wait(self, look: Callable[[], _Seen]) -> _Seen:
        """Looks again after every change until it does not raise `NotOnScreenError`, or the time is over."""
        clock = asyncio.get_running_loop().time
        deadline = clock() + self._timeout
        await self._refresh()
        while True:
            try:
                return look()
            except NotOnScreenError:
                left = deadline - clock()
                if left <= 0:
                    raise
                await self._refresh(after=self._state["version"], seconds=left)

    async def _find_button(self, label: str) -> Button:
        return await self._wait(
            lambda: choose_button(label, reachable(self._messages(), self._state["keyboard"]), self._drawn())
        )

    async def _tap(self, button: Button, *, times: int = 1) -> None:
        act: Awaitable[Json]
        if button.message is not None and "callback_data" in button.raw:
            act = self._act(
                "tap", data=button.raw["callback_data"], message_id=button.message.id, times=times
            )
        elif button.message is not None:
            raise NotOnScreenError(f"«{button.label}» sends nothing to the bot\n{self._drawn()}")
        elif button.raw.get("request_contact"):
            act = self._act("contact", own=True)
        else:
            act = self._act("press", label=button.label)
        await act


class RemoteSandbox:
    """A running sandbox from outside: phones, faults, the clock."""

    def __init__(self, session: ClientSession, url: str) -> None:
        self.session = session
        self.url = url.rstrip("/")

    def phone(self, person_id: int, *, chat_id: int | None = None, timeout: float = 10.0) -> RemotePhone:
        return RemotePhone(self.session, self.url, person_id, chat_id=chat_id, timeout=timeout)

    async def add_person(self, person_id: int, first_name: str, **more: Any) -> RemotePhone:
        await self._send("people", {"id": person_id, "first_name": first_name, **more})
        return self.phone(person_id)

    async def add_fault(self, method: str | None = None, **fault: Any) -> None:
        """See `Faults.add`."""
        await self._send("faults", {"method": method, **fault})

    async def calls(self, method: str | None = None) -> list[Json]:
        """The bot's last calls: method, params, error."""
        query = {"method": method} if method else {}
        async with self.session.get(f"{self.url}/sandbox/calls", params=query) as response:
            found: list[Json] = await response.json()
            return found

    async def moves_clock(self, to: str) -> None:
        """See `SandboxClock.move`. Raises `ValueError` for the past and for other words."""
        async with self.session.post(f"{self.url}/clock", json={"to": to}) as response:
            if response.status != 200:
                raise ValueError((await response.json())["error"])

    async def _send(self, what: str, body: Json) -> None:
        async with self.session.post(f"{self.url}/sandbox/{what}", json=body) as response:
            response.raise_for_status()


@asynccontextmanager
async def connect(url: str) -> AsyncIterator[RemoteSandbox]:
    """A sandbox at this address, as long as one is inside."""
    async with ClientSession() as session:
        yield RemoteSandbox(session, url)
