// A message of the Bot API -> elements.
import { el, icon } from "./dom.js";
import { WORDS } from "./words.js";

const SAFE_LINK = /^(https?|tg|mailto|tel):/i;

function link(url, children, context) {
  const href = /^[a-z]+:/i.test(url) ? url : `https://${url}`;
  if (!SAFE_LINK.test(href)) return el("span", {}, children);
  const payload = startPayload(href, context);
  if (payload !== null) {
    return el("a", { href, class: "link", onclick: (event) => (event.preventDefault(), context.start(payload)) }, children);
  }
  return el("a", { href, class: "link", target: "_blank", rel: "noopener noreferrer" }, children);
}

// t.me/<bot>?start=code opens the bot in this phone, as it would in Telegram
export function startPayload(url, context) {
  const found = /^(?:https?:\/\/)?t\.me\/(\w+)\?start=([\w-]+)$/i.exec(url);
  return found && found[1].toLowerCase() === context.botName.toLowerCase() ? found[2] : null;
}

function spoiler(children) {
  return el("span", { class: "spoiler", tabindex: "0", onclick: (event) => event.currentTarget.classList.add("open") }, children);
}

function quote(children, expandable) {
  if (!expandable) return el("blockquote", {}, children);
  const node = el("blockquote", { class: "expandable folded" }, children);
  node.addEventListener("click", () => node.classList.toggle("folded"));
  return node;
}

function pre(children, text, language, context) {
  return el(
    "pre",
    {},
    el("div", { class: "pre-head" }, language || "", el("button", { class: "plain", title: WORDS.actions.copy, onclick: () => context.copy(text) }, icon("copy"))),
    el("code", {}, children),
  );
}

function wrap(entity, children, text, context) {
  switch (entity.type) {
    case "bold": return el("strong", {}, children);
    case "italic": return el("em", {}, children);
    case "underline": return el("u", {}, children);
    case "strikethrough": return el("s", {}, children);
    case "spoiler": return spoiler(children);
    case "code": return el("code", { class: "inline-code", title: WORDS.actions.copy, onclick: () => context.copy(text) }, children);
    case "pre": return pre(children, text, entity.language, context);
    case "blockquote": return quote(children, false);
    case "expandable_blockquote": return quote(children, true);
    case "text_link": return link(entity.url, children, context);
    case "url": return link(text, children, context);
    case "email": return link(`mailto:${text}`, children, context);
    case "phone_number": return link(`tel:${text.replace(/[^+\d]/g, "")}`, children, context);
    case "bot_command": return el("a", { class: "link", href: "#", onclick: (event) => (event.preventDefault(), context.say(text)) }, children);
    case "mention": case "hashtag": case "cashtag": case "text_mention": return el("span", { class: "link" }, children);
    default: return el("span", {}, children);
  }
}

// JavaScript counts strings in UTF-16 units, as the entities do.
export function formatted(text, entities, context) {
  const sorted = [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length);
  let next = 0;
  function piece(from, to) {
    const nodes = [];
    let at = from;
    while (next < sorted.length && sorted[next].offset < to) {
      const entity = sorted[next++];
      const start = Math.max(entity.offset, at);
      const end = Math.min(entity.offset + entity.length, to);
      if (end <= start) continue;
      if (start > at) nodes.push(text.slice(at, start));
      nodes.push(wrap(entity, piece(start, end), text.slice(start, end), context));
      at = end;
    }
    if (at < to) nodes.push(text.slice(at, to));
    return nodes;
  }
  return piece(0, text.length);
}

function richText(text, context) {
  if (text === undefined || text === null) return [];
  if (typeof text === "string") return [text];
  if (Array.isArray(text)) return text.flatMap((part) => richText(part, context));
  const inner = richText(text.text, context);
  switch (text.type) {
    case "marked": return [el("mark", {}, inner)];
    case "subscript": return [el("sub", {}, inner)];
    case "superscript": return [el("sup", {}, inner)];
    case "code": return [el("code", { class: "inline-code" }, inner)];
    case "url": return [link(text.url, inner, context)];
    case "button": return [inlineButton(text.button, context)];
    default: return [wrap({ type: text.type }, inner, "", context)];
  }
}

function table(block, context) {
  const rows = block.cells.map((row) =>
    el("tr", {}, row.map((cell) => {
      const attributes = { class: `align-${cell.align} valign-${cell.valign}`, colspan: cell.colspan, rowspan: cell.rowspan };
      return el(cell.is_header ? "th" : "td", attributes, richText(cell.text, context));
    })));
  const kind = ["rich-table", block.is_bordered && "bordered", block.is_striped && "striped", block.is_compact && "compact"];
  return el("div", { class: "table-box" }, el("table", { class: kind.filter(Boolean).join(" ") },
    block.caption && el("caption", {}, richText(block.caption, context)), el("tbody", {}, rows)));
}

function richBlock(block, context) {
  switch (block.type) {
    case "heading": return el(`h${Math.min(6, block.size)}`, {}, richText(block.text, context));
    case "paragraph": return el("p", {}, richText(block.text, context));
    case "pre": return pre(richText(block.text, context), flat(block.text), block.language, context);
    case "footer": return el("p", { class: "rich-footer" }, richText(block.text, context));
    case "pullquote": return quote(richText(block.text, context), false);
    case "expandable_blockquote": return quote(richText(block.text, context), true);
    case "blockquote": return quote(richBlocks(block.blocks, context), false);
    case "divider": return el("hr");
    case "details": return el("details", { open: Boolean(block.is_open) }, el("summary", {}, richText(block.summary, context)), richBlocks(block.blocks, context));
    case "list": return el("div", { class: "rich-list" }, block.items.map((item) =>
      el("div", { class: "rich-item" }, el("span", { class: "rich-label" }, item.label), el("div", {}, richBlocks(item.blocks, context)))));
    case "table": return table(block, context);
    case "buttons": return el("div", { class: "rich-buttons" }, block.buttons.map((button) => inlineButton(button, context)));
    default: return el("p", {}, richText(block.text, context));
  }
}

function flat(text) {
  if (typeof text === "string") return text;
  return Array.isArray(text) ? text.map(flat).join("") : flat(text?.text ?? "");
}

const richBlocks = (blocks, context) => blocks.map((block) => richBlock(block, context));

// A button under a message or inside of a rich one.
export function inlineButton(button, context) {
  const label = richText(button.text, context);
  const mark = button.url ? "link" : button.copy_text ? "copy" : null;
  const node = el("button", { class: `inline-button ${button.style ?? ""}`, disabled: Boolean(button.disabled) },
    el("span", { class: "label" }, label), mark && icon(mark));
  node.addEventListener("click", () => context.press(button, node));
  return node;
}

function size(bytes) {
  if (bytes < 1024) return `${bytes} ${WORDS.units.bytes}`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${kilobytes.toFixed(1).replace(".0", "").replace(".", ",")} ${WORDS.units.kilobytes}`;
  return `${(kilobytes / 1024).toFixed(1).replace(".", ",")} ${WORDS.units.megabytes}`;
}

function documentBubble(file) {
  const extension = (file.file_name ?? "").split(".").pop().slice(0, 4).toLowerCase();
  const kind = { xlsx: "sheet", xls: "sheet", csv: "sheet", pdf: "pdf", vcf: "card", ics: "card" }[extension] ?? "";
  return el("a", { class: "document", href: `sandbox/files/${file.file_id}`, download: file.file_name, title: WORDS.chat.download },
    el("span", { class: `document-icon ${kind}` }, extension || icon("file")),
    el("span", { class: "document-about" },
      el("span", { class: "document-name" }, file.file_name ?? "file"),
      el("span", { class: "document-size" }, icon("download"), size(file.file_size))));
}

function photoBubble(sizes) {
  const photo = sizes.at(-1);
  const image = el("img", { class: "photo", src: `sandbox/files/${photo.file_id}`, alt: WORDS.chat.photo, width: photo.width, height: photo.height });
  return el("a", { href: image.src, target: "_blank", rel: "noopener noreferrer", class: "photo-box" }, image);
}

function voiceBubble(voice) {
  const audio = new Audio(`sandbox/files/${voice.file_id}`);
  const bars = el("span", { class: "wave" }, Array.from({ length: 28 }, (_, n) => {
    const bar = el("i");
    bar.style.height = `${5 + Math.round(13 * Math.abs(Math.sin(n * 1.7 + voice.duration)))}px`;
    return bar;
  }));
  const minutes = `${Math.floor(voice.duration / 60)}:${String(voice.duration % 60).padStart(2, "0")}`;
  return el("div", { class: "voice" },
    el("button", { class: "round", title: WORDS.chat.voice, onclick: () => audio.play().catch(() => {}) }, icon("play")),
    el("span", { class: "document-about" }, bars, el("span", { class: "document-size" }, minutes)));
}

function contactBubble(contact) {
  const name = [contact.first_name, contact.last_name].filter(Boolean).join(" ");
  return el("div", { class: "contact" }, avatar(name, "small"),
    el("span", { class: "document-about" }, el("span", { class: "document-name link" }, name), el("span", { class: "document-size" }, contact.phone_number)));
}

export function avatar(name, kind = "") {
  const initials = name.split(/\s+/).slice(0, 2).map((word) => [...word][0] ?? "").join("").toUpperCase();
  const hue = [...name].reduce((hash, letter) => (hash * 31 + letter.codePointAt(0)) % 9973, 7) % 7;
  return el("span", { class: `avatar hue-${hue} ${kind}`, "aria-hidden": "true" }, initials);
}

export function summary(message) {
  const text = message.text ?? message.caption ?? message.document?.file_name ?? message.contact?.first_name;
  if (text) return text;
  if (message.photo) return WORDS.chat.photo;
  if (message.voice) return WORDS.chat.voice;
  if (message.location) return WORDS.chat.place;
  return message.rich_message ? flat(message.rich_message.blocks[0]?.text ?? "") : "";
}

function content(message, context) {
  const parts = [];
  if (message.forward_origin) {
    const origin = message.forward_origin;
    parts.push(el("div", { class: "forwarded" }, `${WORDS.chat.forwarded} `, el("b", {}, origin.sender_user_name ?? origin.sender_user?.first_name ?? "")));
  }
  if (message.reply_to_message) {
    const answered = message.reply_to_message;
    parts.push(el("div", { class: "answered", onclick: () => context.scrollTo(answered.message_id) },
      el("b", {}, answered.from.first_name), el("span", {}, summary(answered))));
  }
  if (message.photo) parts.push(photoBubble(message.photo));
  if (message.document) parts.push(documentBubble(message.document));
  if (message.voice) parts.push(voiceBubble(message.voice));
  if (message.contact) parts.push(contactBubble(message.contact));
  if (message.location) {
    const { latitude, longitude } = message.location;
    parts.push(el("div", { class: "place" }, icon("pin"), el("span", {}, `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`)));
  }
  if (message.rich_message) parts.push(el("div", { class: "rich" }, richBlocks(message.rich_message.blocks, context)));
  const text = message.text ?? message.caption;
  if (text) parts.push(el("div", { class: "text" }, formatted(text, message.entities ?? message.caption_entities, context)));
  return parts;
}

export function messageNode(entry, context) {
  const { message, outgoing, silent } = entry;
  const mine = message.from.id === context.personId;
  const about = el("span", { class: "about" },
    message.edit_date && el("span", {}, WORDS.chat.edited), el("time", {}, context.time(message.date)),
    outgoing && silent && el("span", { title: WORDS.chat.silent }, "🔕"));
  const wide = message.rich_message || message.photo || message.document ? "wide" : "";
  const bubble = el("div", { class: `bubble ${wide} ${message.has_protected_content ? "protected" : ""}` },
    context.group && !mine && el("div", { class: "author" }, message.from.first_name),
    content(message, context), about);
  const rows = message.reply_markup?.inline_keyboard ?? [];
  const keyboard = rows.length > 0 && el("div", { class: "inline-keyboard" },
    rows.map((row) => el("div", { class: "inline-row" }, row.map((button) => inlineButton(button, context)))));
  const node = el("article", { class: `message ${mine ? "mine" : "theirs"}`, data: { id: message.message_id } }, el("div", { class: "message-body" }, bubble, keyboard));
  bubble.addEventListener("contextmenu", (event) => {
    event.preventDefault();
    context.messageMenu(entry, event);
  });
  return node;
}
