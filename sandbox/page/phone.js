// One person's phone: the chat, the keyboards, the field, and what a thumb can do.
import { copy, el, icon, reconcile, seconds, takeDropped } from "./dom.js";
import { ask, menu } from "./dialogs.js";
import { avatar, messageNode, startPayload, summary } from "./render.js";
import { WORDS } from "./words.js";

const QUIET_AFTER_ACT_MS = 3000;

export class Phone {
  constructor(person, world) {
    this.person = person;
    this.world = world;
    this.chatId = person.id;
    this.nodes = new Map();
    this.unread = 0;
    this.actedAt = 0;
    this.replyTo = null;
    this.editing = null;
    this.waiting = new Map();
    this.build();
  }

  get chat() {
    return this.world.chats.get(this.chatId);
  }

  get isPrivate() {
    return this.chatId === this.person.id;
  }

  build() {
    const { person, world } = this;
    this.clock = el("time", { class: "phone-clock" });
    this.status = el("span", { class: "chat-status" }, WORDS.chat.bot);
    this.title = el("span", { class: "chat-title" });
    this.badge = el("span", { class: "badge", hidden: true });
    this.chats = el("div", { class: "chat-tabs", hidden: true });
    this.list = el("div", { class: "messages", role: "log", "aria-live": "polite" });
    this.scroller = el("div", { class: "scroller", onscroll: () => this.onScroll() }, this.list);
    this.down = el("button", { class: "down round", hidden: true, title: WORDS.chat.down, onclick: () => this.toBottom(true) }, icon("down"));
    this.toasts = el("div", { class: "toasts", role: "status" });
    this.panel = el("div", { class: "reply-keyboard", hidden: true });
    this.composer = el("div", { class: "composer" });
    this.buildComposer();
    const more = el("button", { class: "round plain", title: WORDS.chat.more, "aria-label": WORDS.chat.more, onclick: (event) => this.openMore(event) }, icon("more"));
    this.screen = el("div", { class: "screen" },
      el("div", { class: "chat-header" }, avatar(WORDS.title, "bot"),
        el("span", { class: "chat-about" }, this.title, this.status), this.clock, more),
      this.chats,
      el("div", { class: "wall" }, this.scroller, this.down, this.toasts),
      this.composer, this.panel);
    this.root = el("section", { class: "phone", data: { person: person.id }, "aria-label": person.name },
      el("header", { class: "owner" }, avatar(person.name),
        el("span", { class: "owner-about" }, el("b", {}, person.name), el("small", {}, person.role)), this.badge),
      this.screen);
    this.root.addEventListener("pointerdown", () => this.read());
    takeDropped(this.screen, WORDS.chat.drop, (file) => this.upload(file));
    this.stuck = true;
    const sizes = new ResizeObserver(() => this.stuck && this.toBottom(false));
    sizes.observe(this.list);
    sizes.observe(this.scroller);
    world.onTick(() => (this.clock.textContent = world.shortTime(world.now())));
  }

  buildComposer() {
    this.field = el("textarea", { rows: 1, placeholder: WORDS.chat.placeholder, "aria-label": WORDS.chat.placeholder });
    this.field.addEventListener("input", () => this.onInput());
    this.field.addEventListener("keydown", (event) => this.onKey(event));
    this.field.addEventListener("paste", (event) => {
      const [file] = event.clipboardData.files;
      if (file) {
        event.preventDefault();
        this.upload(file);
      }
    });
    this.files = el("input", { type: "file", class: "offscreen", "aria-label": WORDS.attach.file, tabindex: "-1" });
    this.files.addEventListener("change", () => {
      const [file] = this.files.files;
      if (file) this.upload(file, this.files.dataset.kind);
      this.files.value = "";
    });
    const button = (name, title, onclick) => el("button", { class: `round plain ${name}`, title, "aria-label": title, onclick }, icon(name));
    this.commandsButton = el("button", { class: "commands-button", title: WORDS.chat.menu, "aria-label": WORDS.chat.menu, onclick: (event) => this.openCommands(event) }, icon("menu"));
    this.fold = button("keyboard", WORDS.chat.keyboard, () => this.toggleKeyboard());
    this.sendButton = el("button", { class: "round send", title: WORDS.chat.send, "aria-label": WORDS.chat.send, onclick: () => this.send() }, icon("send"));
    this.about = el("div", { class: "composer-about", hidden: true });
    this.suggestions = el("div", { class: "suggestions", hidden: true });
    this.row = el("div", { class: "composer-row" }, this.commandsButton, button("clip", WORDS.chat.attach, (event) => this.openAttach(event)),
      el("div", { class: "field" }, this.field, this.fold), this.sendButton, this.files);
    this.gate = el("button", { class: "gate", hidden: true });
    this.composer.append(this.suggestions, this.about, this.row, this.gate);
  }

  // --- acting

  async act(verb, given = {}) {
    this.actedAt = Date.now();
    const form = given instanceof FormData;
    if (form) given.append("chat_id", this.chatId);
    const body = form ? given : JSON.stringify({ chat_id: this.chatId, ...given });
    const headers = form ? {} : { "Content-Type": "application/json" };
    try {
      const response = await fetch(`sandbox/act/${this.person.id}/${verb}`, { method: "POST", body, headers });
      const answer = await response.json();
      if (!response.ok) this.toast(`${WORDS.chat.failed}: ${answer.error}`);
      return response.ok ? answer : null;
    } catch {
      this.toast(WORDS.lost);
      return null;
    }
  }

  async say(text) {
    this.toBottom(true);
    await this.act("say", { text, reply_to: this.replyTo ?? undefined });
  }

  async send() {
    const text = this.field.value.trim();
    if (!text) return;
    this.field.value = "";
    const editing = this.editing;
    const done = editing ? this.act("edit", { message_id: editing, text }) : this.say(text);
    this.setAbout(null);
    this.onInput();
    await done;
  }

  async upload(file, kind = "document") {
    const form = new FormData();
    form.append("kind", kind);
    form.append("caption", this.field.value.trim());
    if (kind === "voice") form.append("duration", await seconds(file));
    form.append("file", file, file.name);
    this.field.value = "";
    this.onInput();
    this.toBottom(true);
    await this.act("file", form);
  }

  async press(button, node) {
    if (button.callback_data !== undefined) {
      node.classList.add("waiting");
      const message_id = Number(node.closest(".message").dataset.id);
      const answer = await this.act("tap", { data: button.callback_data, message_id });
      if (!answer) return node.classList.remove("waiting");
      this.waiting.set(answer.callback_id, node);
      setTimeout(() => this.answered(answer.callback_id), 8000);
      if (this.early?.has(answer.callback_id)) this.answered(answer.callback_id);
    } else if (button.copy_text) {
      await this.copy(button.copy_text.text);
    } else if (button.url) {
      const payload = startPayload(button.url, { botName: this.world.bot.username });
      if (payload !== null) this.act("start", { payload });
      else if (/^https?:/i.test(button.url)) window.open(button.url, "_blank", "noopener,noreferrer");
    } else {
      this.toast(WORDS.chat.noActions);
    }
  }

  // the answer to a tap may come over the events before the tap's own response does
  answered(callbackId) {
    this.early ??= new Set();
    const node = this.waiting.get(callbackId);
    if (node) node.classList.remove("waiting");
    else this.early.add(callbackId);
    this.waiting.delete(callbackId);
  }

  async copy(text) {
    await copy(text);
    this.toast(WORDS.chat.copied, "copied");
  }

  async pressReply(button) {
    this.toBottom(true);
    if (button.request_contact) await this.act("contact", { own: true });
    else await this.act("press", { label: button.text });
  }

  toggleBlock() {
    return this.act(this.person.blocked ? "unblock" : "block");
  }

  // --- menus

  openCommands(event) {
    const commands = this.person.commands[this.chatId] ?? [];
    const items = commands.map(({ command, description }) => ({
      label: `/${command}`, note: description, run: () => this.say(`/${command}`),
    }));
    if (items.length) menu(event.currentTarget, items, this.screen, "commands");
    else this.say("/start");
  }

  openAttach(event) {
    const pick = (kind, accept) => {
      this.files.dataset.kind = kind;
      this.files.accept = accept;
      this.files.click();
    };
    menu(event.currentTarget, [
      { icon: "file", label: WORDS.attach.file, run: () => pick("document", "") },
      { icon: "photo", label: WORDS.attach.photo, run: () => pick("photo", "image/*") },
      { icon: "play", label: WORDS.attach.voice, run: () => pick("voice", "audio/*") },
      { icon: "person", label: WORDS.attach.contact, run: () => this.shareContact() },
      { icon: "pin", label: WORDS.attach.place, run: () => this.act("location", { latitude: 55.75124, longitude: 37.61842 }) },
    ], this.screen);
  }

  openMore(event) {
    menu(event.currentTarget, [
      { icon: "link", label: WORDS.actions.link, run: () => this.openLink() },
      { icon: "person", label: WORDS.contact.title, run: () => this.shareContact() },
      { icon: "block", label: this.person.blocked ? WORDS.actions.unblock : WORDS.actions.block, danger: !this.person.blocked, run: () => this.toggleBlock() },
    ], this.screen);
  }

  openMessageMenu(entry, event) {
    const { message } = entry;
    const text = message.text ?? message.caption;
    const own = message.from.id === this.person.id && message.text && !message.forward_origin;
    menu(event, [
      { icon: "reply", label: WORDS.actions.reply, run: () => this.setAbout("reply", message) },
      own && { icon: "edit", label: WORDS.actions.edit, run: () => this.setAbout("edit", message) },
      text && !message.has_protected_content && { icon: "copy", label: WORDS.actions.copy, run: () => this.copy(text) },
    ].filter(Boolean), this.screen);
  }

  async shareContact() {
    const given = await ask(this.screen, WORDS.contact.title, [
      { name: "first_name", label: WORDS.contact.first, required: true },
      { name: "last_name", label: WORDS.contact.last },
      { name: "phone_number", label: WORDS.contact.phone, required: true, type: "tel", value: "+7" },
    ], WORDS.contact.send, { label: WORDS.contact.own, value: { own: true } });
    if (given) await this.act("contact", Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")));
  }

  async openLink() {
    const given = await ask(this.screen, WORDS.link.title, [{ name: "link", label: WORDS.link.field, required: true }], WORDS.link.open);
    if (!given) return;
    const found = /[?&]start=([\w-]+)/.exec(given.link);
    await this.act("start", { payload: found ? found[1] : given.link.trim() });
  }

  setAbout(kind, message) {
    this.replyTo = kind === "reply" ? message.message_id : null;
    this.editing = kind === "edit" ? message.message_id : null;
    this.about.hidden = !kind;
    if (!kind) return;
    const heading = kind === "reply" ? message.from.first_name : WORDS.actions.edit;
    this.about.replaceChildren(icon(kind), el("span", {}, el("b", {}, heading), el("span", {}, summary(message))),
      el("button", { class: "round plain", title: WORDS.actions.cancel, onclick: () => this.setAbout(null) }, icon("close")));
    if (kind === "edit") this.field.value = message.text;
    this.onInput();
    this.field.focus();
  }

  // --- the field

  onInput() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 140)}px`;
    this.composer.classList.toggle("filled", this.field.value.trim() !== "");
    const typed = this.field.value;
    const commands = /^\/\w*$/.test(typed) ? (this.person.commands[this.chatId] ?? []).filter(({ command }) => `/${command}`.startsWith(typed)) : [];
    this.suggestions.hidden = commands.length === 0;
    this.suggestions.replaceChildren(...commands.map(({ command, description }) =>
      el("button", { onclick: () => { this.field.value = ""; this.onInput(); this.say(`/${command}`); } }, el("b", {}, `/${command}`), el("span", {}, description))));
  }

  onKey(event) {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape") {
      this.setAbout(null);
    }
  }

  toggleKeyboard() {
    this.folded = !this.panel.hidden;
    this.drawKeyboard();
  }

  // --- drawing

  draw() {
    this.drawHeader();
    this.drawMessages();
    this.drawKeyboard();
    this.drawGate();
    this.toBottom(false);
  }

  drawHeader() {
    this.title.textContent = this.isPrivate ? WORDS.title : this.chat.chat.title;
    this.commandsButton.hidden = !this.isPrivate;
    const { chats } = this.person;
    this.chats.hidden = chats.length < 2;
    this.chats.replaceChildren(...chats.map((id) => {
      const name = id === this.person.id ? WORDS.title : this.world.chats.get(id).chat.title;
      return el("button", { class: id === this.chatId ? "chosen" : "", onclick: () => this.open(id) }, name);
    }));
  }

  open(chatId) {
    this.chatId = chatId;
    this.nodes.clear();
    this.draw();
  }

  context() {
    return {
      personId: this.person.id,
      botName: this.world.bot.username,
      group: !this.isPrivate,
      time: (seconds) => this.world.shortTime(seconds * 1000),
      say: (text) => this.say(text),
      start: (payload) => this.act("start", { payload }),
      copy: (text) => this.copy(text),
      press: (button, node) => this.press(button, node),
      messageMenu: (entry, event) => this.openMessageMenu(entry, event),
      scrollTo: (id) => this.scrollTo(id),
    };
  }

  drawMessages() {
    const wanted = [];
    let day = null;
    let previous = null;
    for (const entry of this.chat.messages.values()) {
      const { message } = entry;
      const date = this.world.day(message.date * 1000);
      if (date !== day) {
        wanted.push(this.dayNode(date, message.date * 1000));
        previous?.classList.add("tail");
        previous = null;
        day = date;
      }
      const node = this.nodeOf(entry);
      const same = previous && previous.dataset.from === String(message.from.id);
      node.classList.toggle("first", !same);
      if (previous) previous.classList.toggle("tail", !same);
      node.dataset.from = message.from.id;
      previous = node;
      wanted.push(node);
    }
    previous?.classList.add("tail");
    if (!wanted.length) wanted.push(this.emptyNode());
    reconcile(this.list, wanted);
  }

  nodeOf(entry) {
    const id = entry.message.message_id;
    const known = this.nodes.get(id);
    if (known?.message === entry.message) return known.node;
    const node = messageNode(entry, this.context());
    if (!known && this.ready) {
      node.classList.add("fresh");
      node.addEventListener("animationend", () => node.classList.remove("fresh"), { once: true });
    }
    this.nodes.set(id, { message: entry.message, node });
    return node;
  }

  dayNode(date, milliseconds) {
    const key = `day ${date}`;
    const label = this.world.dayLabel(milliseconds);
    const known = this.nodes.get(key);
    if (known) {
      known.node.firstChild.textContent = label;
      return known.node;
    }
    const node = el("div", { class: "day" }, el("span", {}, label));
    this.nodes.set(key, { node });
    return node;
  }

  emptyNode() {
    return el("div", { class: "empty" }, avatar(WORDS.title, "bot large"), el("b", {}, WORDS.chat.empty), el("span", {}, WORDS.chat.emptyHint));
  }

  drawKeyboard() {
    const { keyboard, force_reply: forced } = this.chat;
    const usable = keyboard && !this.person.blocked && (this.person.started || !this.isPrivate);
    this.fold.hidden = !usable;
    this.panel.hidden = !usable || (this.folded ?? Boolean(keyboard.folded));
    this.panel.classList.toggle("tall", Boolean(usable && !keyboard.resize_keyboard));
    this.fold.title = this.panel.hidden ? WORDS.chat.keyboard : WORDS.chat.letters;
    this.fold.replaceChildren(icon(this.panel.hidden ? "keyboard" : "down"));
    this.panel.replaceChildren(...(usable ? keyboard.keyboard.map((row) =>
      el("div", { class: "reply-row" }, row.map((button) => el("button", { class: button.style ?? "", onclick: () => this.pressReply(button) }, button.text)))) : []));
    this.field.placeholder = forced?.input_field_placeholder ?? keyboard?.input_field_placeholder ?? WORDS.chat.placeholder;
  }

  drawGate() {
    const closed = this.isPrivate && (this.person.blocked || !this.person.started);
    this.gate.hidden = !closed;
    this.row.hidden = closed;
    this.gate.textContent = this.person.blocked ? WORDS.chat.blocked : WORDS.chat.start;
    this.gate.onclick = () => (this.person.blocked ? this.act("unblock") : this.act("start"));
  }

  // --- what happens

  onMessage(entry) {
    if (entry.message.from.id === this.person.id) {
      this.person.started = true;
      this.setAbout(null);
      this.drawGate();
    }
    this.status.textContent = WORDS.chat.bot;
    this.drawMessages();
    if (entry.message.from.id === this.person.id) this.toBottom(true);
    else if (entry.outgoing) this.notice(entry);
  }

  notice(entry) {
    const unasked = Date.now() - this.actedAt > QUIET_AFTER_ACT_MS;
    if (!entry.silent && unasked) {
      this.screen.classList.remove("pulse");
      requestAnimationFrame(() => this.screen.classList.add("pulse"));
    }
    if (unasked || !this.isVisible()) {
      this.unread += 1;
      this.drawBadge();
    }
  }

  isVisible() {
    return this.root.offsetParent !== null;
  }

  read() {
    this.unread = 0;
    this.screen.classList.remove("pulse");
    this.drawBadge();
  }

  drawBadge() {
    this.badge.hidden = this.unread === 0;
    this.badge.textContent = this.unread;
    this.badge.title = `${this.unread} ${WORDS.chat.unread}`;
    this.world.onBadge(this);
  }

  onAction(action) {
    this.status.textContent = action.startsWith("upload") ? WORDS.chat.sending : WORDS.chat.typing;
    clearTimeout(this.actionTimer);
    this.actionTimer = setTimeout(() => (this.status.textContent = WORDS.chat.bot), 5000);
  }

  onAnswer(change) {
    this.answered(change.callback_id);
    if (!change.text) return;
    if (!change.alert) return this.toast(change.text);
    const close = () => box.remove();
    const box = el("div", { class: "veil" }, el("div", { class: "dialog alert", role: "alertdialog" },
      el("p", {}, change.text), el("div", { class: "dialog-buttons" }, el("button", { class: "primary", onclick: close }, WORDS.chat.ok))));
    this.screen.append(box);
    box.querySelector("button").focus();
  }

  toast(text, kind = "") {
    const node = el("div", { class: `toast ${kind}` }, kind === "copied" ? icon("copy") : null, text);
    this.toasts.replaceChildren(node);
    setTimeout(() => node.remove(), 3500);
  }

  // --- scrolling

  isAtBottom() {
    const { scrollHeight, scrollTop, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < 60;
  }

  toBottom(smooth) {
    this.stuck = true;
    this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: smooth ? "smooth" : "instant" });
  }

  onScroll() {
    const { scrollTop } = this.scroller;
    if (this.isAtBottom()) this.stuck = true;
    // only a finger goes up; a smooth way down passes through here too
    else if (scrollTop < this.scrolledTo) this.stuck = false;
    this.scrolledTo = scrollTop;
    this.down.hidden = this.stuck;
  }

  scrollTo(id) {
    const node = this.nodes.get(id)?.node;
    node?.scrollIntoView({ block: "center", behavior: "smooth" });
    node?.classList.add("found");
    setTimeout(() => node?.classList.remove("found"), 1500);
  }
}
