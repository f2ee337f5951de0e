"""What the page and remote tests use: look at chats, act as a person, order faults, move the clock."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, Final, get_args

from aiohttp import web
from aiohttp.web_request import FileField

from sandbox.account import find_commands
from sandbox.acts import CannotActError, Hand
from sandbox.bot_api import TELEGRAM
from sandbox.chats import Chat, Person
from sandbox.clock import SandboxClock
from sandbox.errors import ApiError
from sandbox.files import FileKind, Upload
from sandbox.telegram import Telegram

Json = dict[str, Any]

CLOCK: Final = web.AppKey("clock", SandboxClock)
_LONGEST_WAIT_SECONDS: Final = 25.0


def _json(body: Any, status: int = 200) -> web.Response:
    return web.json_response(
        body, status=status, dumps=lambda value: json.dumps(value, ensure_ascii=False, default=str)
    )


def chat_state(telegram: Telegram, chat: Chat) -> Json:
    """A chat as it now is, with everything that a telephone shows of it."""
    return {
        "chat": chat.as_chat(),
        "messages": [
            {
                "message": stored.body,
                "outgoing": stored.outgoing,
                "silent": stored.silent,
                "changed_at": stored.changed_at,
            }
            for stored in chat.messages.values()
        ],
        "earlier_keyboards": {
            number: stored.keyboards
            for kept in (chat.messages, chat.deleted)
            for number, stored in kept.items()
            if stored.keyboards
        },
        "keyboard": chat.reply_keyboard,
        "force_reply": chat.force_reply,
        "pinned": chat.pinned,
        "topics": chat.topics,
        "answers": {
            person.id: [
                {"text": answer.text, "alert": answer.alert, "at": answer.at}
                for answer in telegram.answers.get(person.id, ())
            ]
            for person in chat.people()
        },
        "version": telegram.changes.version,
    }


def person_state(telegram: Telegram, person: Person) -> Json:
    chats = [chat.id for chat in telegram.chats.values() if any(one is person for one in chat.people())]
    return {
        **person.as_user(),
        "name": person.name,
        "role": person.role,
        "started": person.started,
        "blocked": person.blocked,
        "chats": chats,
        "commands": {chat_id: find_commands(telegram, person, chat_id) for chat_id in chats},
    }


def clock_state(clock: SandboxClock) -> Json:
    now = clock.now()
    offset = now.astimezone(clock.zone).utcoffset()
    return {
        "now": now.isoformat(),
        "version": clock.version,
        "zone": str(clock.zone),
        "offset_minutes": int(offset.total_seconds() // 60) if offset else 0,
    }


async def on_state(request: web.Request) -> web.Response:
    telegram = request.app[TELEGRAM]
    return _json(
        {
            "bot": telegram.bot_user(),
            "people": [person_state(telegram, person) for person in telegram.people.values()],
            "chats": {chat.id: chat_state(telegram, chat) for chat in telegram.chats.values()},
            "clock": clock_state(request.app[CLOCK]),
            "version": telegram.changes.version,
        }
    )


async def on_chat(request: web.Request) -> web.Response:
    """The state of one chat; with `after=<version>` waits until something there is newer."""
    telegram = request.app[TELEGRAM]
    chat = telegram.get_chat(int(request.match_info["chat_id"]))
    if "after" in request.query:
        after = int(request.query["after"])
        seconds = min(float(request.query.get("timeout", _LONGEST_WAIT_SECONDS)), _LONGEST_WAIT_SECONDS)
        await _newer(telegram, after, seconds)
    return _json(chat_state(telegram, chat))


async def _newer(telegram: Telegram, after: int, seconds: float) -> None:
    with telegram.changes.listen() as queue:
        if telegram.changes.version > after:
            return
        try:
            async with asyncio.timeout(seconds):
                await queue.get()
        except TimeoutError:
            return


async def on_events(request: web.Request) -> web.StreamResponse:
    """Server-sent events: every change, and the moves of the clock."""
    telegram, clock = request.app[TELEGRAM], request.app[CLOCK]
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream", "Cache-Control": "no-cache"})
    await response.prepare(request)
    with telegram.changes.listen() as queue:
        hello = {"kind": "hello", "version": telegram.changes.version, "clock": clock_state(clock)}
        await _event(response, hello)
        moves = clock.version
        news = asyncio.create_task(queue.get())
        move = asyncio.create_task(clock.moved(moves, _LONGEST_WAIT_SECONDS))
        try:
            while True:
                await asyncio.wait([news, move], return_when=asyncio.FIRST_COMPLETED)
                if news.done():
                    await _event(response, _for_page(telegram, news.result()))
                    news = asyncio.create_task(queue.get())
                if move.done():
                    # also when nothing moved: an idle line must show that it is alive
                    await _event(response, {"kind": "clock", "clock": clock_state(clock)})
                    moves = clock.version
                    move = asyncio.create_task(clock.moved(moves, _LONGEST_WAIT_SECONDS))
        except (ConnectionResetError, ConnectionError):
            return response
        finally:
            news.cancel()
            move.cancel()


def _for_page(telegram: Telegram, change: Json) -> Json:
    if change["kind"] != "commands":
        return change
    return {**change, "people": [person_state(telegram, person) for person in telegram.people.values()]}


async def _event(response: web.StreamResponse, body: Json) -> None:
    await response.write(f"data: {json.dumps(body, ensure_ascii=False)}\n\n".encode())


# --- acting


def _act_say(hand: Hand, given: Json) -> Json:
    messages = hand.say(given["text"], reply_to=given.get("reply_to"))
    return {"message_id": messages[-1].id}


def _act_start(hand: Hand, given: Json) -> Json:
    return {"message_id": hand.start(given.get("payload")).id}


def _act_press(hand: Hand, given: Json) -> Json:
    return {"message_id": hand.press(given["label"]).id}


def _act_tap(hand: Hand, given: Json) -> Json:
    taps = [hand.tap(given["data"], given["message_id"]) for _ in range(given.get("times", 1))]
    return {"callback_id": taps[-1]}


def _act_contact(hand: Hand, given: Json) -> Json:
    if given.get("own"):
        given |= {
            "phone_number": f"+7900{hand.person.id % 10_000_000:07d}",
            "first_name": hand.person.first_name,
            "last_name": hand.person.last_name,
            "user_id": hand.person.id,
        }
    fields = ("phone_number", "first_name", "last_name", "user_id", "vcard")
    if not given.get("phone_number") or not given.get("first_name"):
        raise CannotActError("a contact has a name and a phone")
    return {"message_id": hand.share_contact({name: given.get(name) for name in fields}).id}


def _act_location(hand: Hand, given: Json) -> Json:
    return {"message_id": hand.share_location(float(given["latitude"]), float(given["longitude"])).id}


def _act_forward(hand: Hand, given: Json) -> Json:
    return {"message_id": hand.forward(given["text"], given["from_name"]).id}


def _act_edit(hand: Hand, given: Json) -> Json:
    return {"message_id": hand.edit(given["message_id"], given["text"]).id}


def _act_file(hand: Hand, given: Json) -> Json:
    kind: FileKind = given.get("kind", "document")
    if kind not in get_args(FileKind):
        raise CannotActError(f"no such kind of file: {kind}")
    message = hand.send_file(
        kind, given["file"], caption=given.get("caption") or None, duration=int(given.get("duration", 0))
    )
    return {"message_id": message.id}


def _act_block(hand: Hand, _given: Json) -> Json:
    hand.block()
    return {}


def _act_unblock(hand: Hand, _given: Json) -> Json:
    hand.block(blocked=False)
    return {}


_VERBS: Final[dict[str, Callable[[Hand, Json], Json]]] = {
    "say": _act_say,
    "start": _act_start,
    "press": _act_press,
    "tap": _act_tap,
    "contact": _act_contact,
    "location": _act_location,
    "forward": _act_forward,
    "edit": _act_edit,
    "file": _act_file,
    "block": _act_block,
    "unblock": _act_unblock,
}


async def on_act(request: web.Request) -> web.Response:
    """`POST /sandbox/act/<person>/<verb>`; the answer's `version` is from before the act."""
    telegram = request.app[TELEGRAM]
    person = telegram.people.get(int(request.match_info["person_id"]))
    verb = _VERBS.get(request.match_info["verb"])
    if person is None or verb is None:
        raise web.HTTPNotFound
    given = await _read_given(request)
    chat = telegram.get_chat(int(given.pop("chat_id", person.id)))
    version = telegram.changes.version
    done = verb(Hand(telegram, person, chat, given.pop("thread_id", None)), given)
    return _json({"version": version, **done})


async def _read_given(request: web.Request) -> Json:
    if request.content_type == "multipart/form-data":
        given: Json = {}
        for name, value in (await request.post()).items():
            if isinstance(value, FileField):
                given[name] = Upload(value.filename, value.file.read(), value.content_type)
            else:
                given[name] = value
        return given
    body = await request.json() if request.body_exists else {}
    if not isinstance(body, dict):
        raise web.HTTPBadRequest
    return body


async def on_new_person(request: web.Request) -> web.Response:
    telegram = request.app[TELEGRAM]
    person = telegram.user(**await request.json())
    return _json(person_state(telegram, person))


async def on_new_group(request: web.Request) -> web.Response:
    telegram = request.app[TELEGRAM]
    given = await request.json()
    members = [telegram.people[number] for number in given.get("members", [])]
    topics = {int(number): title for number, title in (given.get("topics") or {}).items()}
    chat = telegram.group(given["id"], given["title"], members, topics)
    return _json(chat_state(telegram, chat))


async def on_faults(request: web.Request) -> web.Response:
    faults = request.app[TELEGRAM].faults
    if request.method == "POST":
        faults.add(**await request.json())
    elif request.method == "DELETE":
        faults.clear()
    return _json({"waiting": len(faults.waiting)})


async def on_calls(request: web.Request) -> web.Response:
    """The last calls of the bot, with refusals; `method` narrows."""
    wanted = request.query.get("method")
    return _json(
        [
            {"method": call.method, "params": call.params, "error": str(call.error) if call.error else None}
            for call in request.app[TELEGRAM].log
            if wanted in (None, call.method)
        ]
    )


async def on_download(request: web.Request) -> web.Response:
    """A file of a chat. Pictures may be shown in place; anything else is only ever saved."""
    stored = request.app[TELEGRAM].files.by_id.get(request.match_info["file_id"])
    if stored is None:
        raise web.HTTPNotFound
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}
    content_type = "application/octet-stream"
    if stored.kind == "voice" or (stored.kind == "photo" and stored.mime_type != "image/svg+xml"):
        content_type = "audio/ogg" if stored.kind == "voice" else stored.mime_type
    else:
        from urllib.parse import quote

        headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(stored.name)}"
    return web.Response(body=stored.data, content_type=content_type, headers=headers)


async def on_clock(request: web.Request) -> web.Response:
    """`GET ?after=<version>` waits up to 25 s for a move; `POST {"to": …}` moves (see `SandboxClock.move`)."""
    clock = request.app[CLOCK]
    if request.method == "POST":
        given = await request.json()
        clock.move(str(given["to"]))
    elif "after" in request.query:
        await clock.moved(int(request.query["after"]), _LONGEST_WAIT_SECONDS)
    return _json(clock_state(clock))


@web.middleware
async def plain_errors(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """What the sandbox itself refuses comes as `{"error": …}`: 409 for what no hand can do, 400 for bad input."""
    try:
        return await handler(request)
    except CannotActError as error:
        return _json({"error": str(error)}, 409)
    except ApiError as error:
        return _json({"error": error.description}, error.code)
    except (KeyError, TypeError, ValueError) as error:
        return _json({"error": f"{type(error).__name__}: {error}"}, 400)


def add_routes(app: web.Application) -> None:
    router = app.router
    router.add_get("/clock", on_clock)
    router.add_post("/clock", on_clock)
    router.add_get("/sandbox/state", on_state)
    router.add_get("/sandbox/chats/{chat_id:-?\\d+}", on_chat)
    router.add_get("/sandbox/events", on_events)
    router.add_get("/sandbox/calls", on_calls)
    router.add_get("/sandbox/files/{file_id}", on_download)
    router.add_post("/sandbox/people", on_new_person)
    router.add_post("/sandbox/groups", on_new_group)
    router.add_post("/sandbox/act/{person_id:\\d+}/{verb}", on_act)
    for method in ("GET", "POST", "DELETE"):
        router.add_route(method, "/sandbox/faults", on_faults)
