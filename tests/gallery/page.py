"""The gallery's pages: bubbles by the sandbox's own page, so that they look as they do in the chat."""

import base64
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from typing import Any

from exchange import drawing
from sandbox.entities import read_text
from sandbox.rich import check_rich
from storage.outbox import Outgoing
from tests.gallery.crawl import LANGUAGES, Crawl, Shot
from usecases.post import CHART

Json = dict[str, Any]
PAGE = Path(__file__).parents[2] / "sandbox" / "page"
BOT = {"id": 1, "is_bot": True, "first_name": "Прозвон"}
WIDE = 12
STYLE = """
html, body { height: auto; overflow: auto; }
body { display: block; margin: 0; padding: 16px; background: var(--page); font-size: 15px; }
.index a { color: var(--accent); }
.all img { width: 100%; }
.pairs { display: grid; grid-template-columns: repeat(3, 1fr); gap: 14px; align-items: start; }
.pair { background: var(--surface); border-radius: 14px; padding: 8px; min-width: 0; }
.pair h3 { margin: 0 0 6px; font-size: 12px; color: var(--muted); overflow-wrap: anywhere; font-weight: 500; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 6px; }
.side { background: var(--wall); border-radius: 10px; padding: 6px; min-width: 0; zoom: .8; }
.side .message-body { max-width: 100%; width: 100%; }
.side .message { margin-bottom: 6px; }
.notice { display: inline-block; margin: 2px 0 6px; padding: 6px 12px; border-radius: 10px; background: var(--toast); color: #fff; }
.told { opacity: .95; border-left: 3px solid var(--accent); padding-left: 4px; }
.keys { display: grid; gap: 4px; }
.keys div { display: flex; gap: 4px; }
.keys span { flex: 1; background: var(--key); border-radius: 6px; padding: 5px 3px; text-align: center; overflow: hidden; white-space: nowrap; }
"""
SCRIPT = """
const context = { botName: "prozvon", personId: 0, copy() {}, say() {}, start() {}, press() {}, messageMenu() {}, scrollTo() {}, time: () => "09:00" };
for (const side of document.querySelectorAll(".side")) {
  for (const one of JSON.parse(side.dataset.messages)) {
    if (one.notice) { side.append(el("div", { class: "notice" }, one.notice)); continue; }
    const node = messageNode({ message: one, outgoing: true, silent: false }, context);
    if (one.told) node.classList.add("told");
    for (const image of node.querySelectorAll("img.photo")) image.src = one.picture;
    side.append(node);
    const keys = one.keys && el("div", { class: "keys" }, one.keys.map((row) => el("div", {}, row.map((key) => el("span", {}, key)))));
    if (keys) side.append(keys);
  }
}
"""


def message_of(row: Outgoing, *, own_chat: int) -> Json:
    """As Telegram would keep it, with the picture inside."""
    given = row.parameters
    if row.method == "answerCallbackQuery":
        return {"notice": given["text"]}
    text, entities = read_text(given.get("text") or given.get("caption") or "", "HTML", None)
    message: Json = {
        "message_id": 1,
        "date": 0,
        "chat": {"id": 1},
        "from": BOT,
        "told": row.chat_id != own_chat,
    }
    if given.get("rich_message") and row.method.endswith("RichMessage"):
        message["rich_message"] = check_rich(given["rich_message"])
    else:
        message |= {"text": text, "entities": entities}
    markup = given.get("reply_markup") or {}
    if "inline_keyboard" in markup:
        message["reply_markup"] = markup
    if "keyboard" in markup:
        message["keys"] = [[button["text"] for button in line] for line in markup["keyboard"]]
    if row.file is not None:
        message |= _file(row.file)
    return message


def _file(reference: Mapping[str, Any]) -> Json:
    if reference["kind"] != CHART:
        return {"document": {"file_name": f"{reference['kind']}.file", "file_size": 0, "file_id": ""}}
    picture = base64.b64encode(drawing.draw(reference["chart"])).decode()
    sizes = [{"file_id": "", "width": 900, "height": 600}]
    return {"photo": sizes, "picture": f"data:image/png;base64,{picture}"}


def _side(rows: Iterable[Outgoing]) -> str:
    some = [*rows]
    chat = some[0].chat_id if some else 0
    told = json.dumps([message_of(row, own_chat=chat) for row in some], ensure_ascii=False)
    return f'<div class="side" data-messages="{escape(told)}"></div>'


def _pair(number: int, shot: Shot) -> str:
    about = f"{number}. {shot.name} · {', '.join(sorted(shot.roles))} · {', '.join(shot.made_by) or '—'}"
    sides = "".join(_side(shot.said.get(language, ())) for language in LANGUAGES)
    return f'<section class="pair" id="s{number}"><h3>{escape(about)}</h3><div class="sides">{sides}</div></section>'


def _inlined() -> tuple[str, str]:
    """The page's styles and the part of its script that draws messages, as a page without a server needs them."""
    styles = "".join((PAGE / name).read_text() for name in ("style.css", "chat.css"))
    scripts = "".join((PAGE / name).read_text() for name in ("words.js", "dom.js", "render.js"))
    scripts = re.sub(r"^import .*?;$", "", scripts, flags=re.MULTILINE)
    return styles, re.sub(r"^export ", "", scripts, flags=re.MULTILINE)


def _document(title: str, body: str, styles: str, script: str) -> str:
    return (
        f'<!doctype html><html lang="ru" data-theme="light"><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{styles}{STYLE}</style><body>{body}<script>{script}</script></body></html>"
    )


def write_pages(found: Crawl, folder: Path) -> list[Path]:
    """A page for each feature (long ones in parts), and `index.html` with the counts and the pictures of all; the pages written."""
    folder.mkdir(parents=True, exist_ok=True)
    styles, script = _inlined()
    by_feature: dict[str, list[Shot]] = defaultdict(list)
    for shot in found.shots.values():
        by_feature[shot.feature.strip("/")].append(shot)
    pages, links, seen, number = [], [], [], 0
    for name, shots in sorted(by_feature.items()):
        shots.sort(key=lambda shot: (shot.role, shot.name))
        for part in range(0, len(shots), WIDE):
            some = shots[part : part + WIDE]
            drawn = "".join(_pair(number + place, shot) for place, shot in enumerate(some, 1))
            number += len(some)
            title = name + (f"-{part // WIDE + 1}" if len(shots) > WIDE else "")
            path = folder / f"{title}.html"
            path.write_text(
                _document(title, f'<h1>{title}</h1><div class="pairs">{drawn}</div>', styles, script + SCRIPT)
            )
            pages.append(path)
            links.append(f'<li><a href="{path.name}">{title}</a> — {len(some)}</li>')
            seen.append(
                f'<h2><a href="{path.name}">{title}</a></h2><img loading="lazy" src="{title}.png" alt="">'
            )
    missing = sorted(found.functions - found.shown)
    counts = f"{number} screens, {len(found.shown)} of {len(found.functions)} screen functions shown"
    unseen = "".join(f"<li>{name}</li>" for name in missing)
    body = f'<div class="index"><h1>{counts}</h1><ul>{"".join(links)}</ul><h2>Never shown</h2><ul>{unseen}</ul></div>'
    body += f'<div class="all">{"".join(seen)}</div>'
    (folder / "index.html").write_text(_document("Gallery", body, styles, ""))
    return pages
