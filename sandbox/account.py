"""The methods about the bot itself, its updates, its commands, and the chats it is in."""

from typing import Any
from urllib.parse import urlsplit

from sandbox.chats import Person
from sandbox.errors import WEBHOOK_ACTIVE, ApiError, bad_request
from sandbox.limits import MAX_COMMANDS
from sandbox.sending import Uploads
from sandbox.world import Webhook, World

Json = dict[str, Any]


def get_me(world: World, _params: Json, _files: Uploads) -> Json:
    return {
        **world.bot_user(),
        "can_join_groups": True,
        "can_read_all_group_messages": True,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


async def get_updates(world: World, params: Json, _files: Uploads) -> list[Json]:
    if world.webhook is not None:
        raise ApiError(409, WEBHOOK_ACTIVE)
    world.updates.allow(params.get("allowed_updates"))
    limit = params.get("limit", 100)
    return await world.updates.poll(
        params.get("offset", 0), limit if 1 <= limit <= 100 else 100, min(params.get("timeout", 0), 50)
    )


def set_webhook(world: World, params: Json, _files: Uploads) -> bool:
    url = params["url"]
    if not url:
        return delete_webhook(world, params, _files)
    if urlsplit(url).scheme not in ("http", "https"):
        raise bad_request("bad webhook: invalid URL")
    secret = params.get("secret_token")
    if secret is not None and not (
        1 <= len(secret) <= 256 and secret.replace("-", "").replace("_", "").isalnum()
    ):
        raise bad_request("secret token contains unallowed characters")
    world.webhook = Webhook(url, secret, params.get("max_connections", 40))
    world.updates.allow(params.get("allowed_updates"))
    if params.get("drop_pending_updates"):
        world.updates.drop()
    world.updates.wake()
    return True


def delete_webhook(world: World, params: Json, _files: Uploads) -> bool:
    world.webhook = None
    if params.get("drop_pending_updates"):
        world.updates.drop()
    world.updates.wake()
    return True


def get_webhook_info(world: World, _params: Json, _files: Uploads) -> Json:
    hook = world.webhook
    info: Json = {
        "url": hook.url if hook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates.queue),
    }
    if hook is not None:
        info["max_connections"] = hook.max_connections
        if hook.last_error_at is not None:
            info["last_error_date"], info["last_error_message"] = hook.last_error_at, hook.last_error
    if world.updates.allowed is not None:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


def _commands_key(params: Json) -> tuple[str, str]:
    scope = params.get("scope") or {"type": "default"}
    where = ":".join(str(scope[name]) for name in ("type", "chat_id", "user_id") if name in scope)
    return where, params.get("language_code") or ""


def set_my_commands(world: World, params: Json, _files: Uploads) -> bool:
    commands = params["commands"]
    if len(commands) > MAX_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in commands:
        name = command["command"].removeprefix("/")
        if not (
            1 <= len(name) <= 32
            and name.replace("_", "a").isalnum()
            and name.isascii()
            and name == name.lower()
        ):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(command["description"]) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    world.commands[_commands_key(params)] = [
        {"command": item["command"].removeprefix("/"), "description": item["description"]}
        for item in commands
    ]
    world.changes.publish("commands", 0)
    return True


def get_my_commands(world: World, params: Json, _files: Uploads) -> list[Json]:
    return world.commands.get(_commands_key(params), [])


def delete_my_commands(world: World, params: Json, _files: Uploads) -> bool:
    world.commands.pop(_commands_key(params), None)
    world.changes.publish("commands", 0)
    return True


def find_commands(world: World, person: Person, chat_id: int) -> list[Json]:
    """The commands this person is offered in this chat: the narrowest scope first, their language before none."""
    private = chat_id == person.id
    scopes = [f"chat_member:{chat_id}:{person.id}", f"chat:{chat_id}"]
    scopes += ["all_private_chats" if private else "all_group_chats", "default"]
    for scope in scopes:
        for language in (person.language_code or "", ""):
            if commands := world.commands.get((scope, language)):
                return commands
    return []


def set_chat_menu_button(world: World, params: Json, _files: Uploads) -> bool:
    button = params.get("menu_button") or {"type": "default"}
    if params.get("chat_id") is None:
        world.default_menu_button = button
    else:
        world.get_chat(params["chat_id"]).menu_button = button
    return True


def get_chat_menu_button(world: World, params: Json, _files: Uploads) -> Json:
    own = world.get_chat(params["chat_id"]).menu_button if params.get("chat_id") is not None else None
    return own or world.default_menu_button


def get_chat(world: World, params: Json, _files: Uploads) -> Json:
    chat = world.get_chat(params.get("chat_id"))
    full = {
        **chat.as_chat(),
        "accent_color_id": 0,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }
    if chat.pinned:
        full["pinned_message"] = chat.messages[chat.pinned[-1]].body
    return full


def get_chat_member(world: World, params: Json, _files: Uploads) -> Json:
    chat = world.get_chat(params.get("chat_id"))
    user_id = params["user_id"]
    if user_id == world.bot_id:
        return {"status": "member", "user": world.bot_user()}
    person = world.people.get(user_id)
    if person is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    inside = any(one.id == user_id for one in chat.people())
    return {"status": "member" if inside else "left", "user": person.as_user()}


def get_file(world: World, params: Json, _files: Uploads) -> Json:
    return world.files.as_file(params["file_id"])
