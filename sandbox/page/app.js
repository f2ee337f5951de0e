// The page: the state of the sandbox, its changes, the clock, the phones.
import { el, icon } from "./dom.js";
import { Phone } from "./phone.js";
import { avatar } from "./render.js";
import { WORDS } from "./words.js";

class World {
  constructor() {
    this.chats = new Map();
    this.phones = new Map();
    this.ticks = [];
    this.version = 0;
    this.waiting = [];
    this.chosen = null;
  }

  // --- time: the sandbox's, in the company's zone

  setClock(clock) {
    this.clock = clock;
    this.clockAt = performance.now();
    this.formats = {
      time: new Intl.DateTimeFormat("ru", { hour: "2-digit", minute: "2-digit", timeZone: clock.zone }),
      day: new Intl.DateTimeFormat("en-CA", { timeZone: clock.zone }),
      date: new Intl.DateTimeFormat("ru", { day: "numeric", month: "long", timeZone: clock.zone }),
      full: new Intl.DateTimeFormat("ru", { weekday: "long", day: "numeric", month: "long", timeZone: clock.zone }),
    };
    this.tick();
  }

  now() {
    return Date.parse(this.clock.now) + performance.now() - this.clockAt;
  }

  shortTime(milliseconds) {
    return this.formats.time.format(milliseconds);
  }

  day(milliseconds) {
    return this.formats.day.format(milliseconds);
  }

  dayLabel(milliseconds) {
    const date = this.day(milliseconds);
    if (date === this.day(this.now())) return WORDS.chat.today;
    if (date === this.day(this.now() - 86_400_000)) return WORDS.chat.yesterday;
    return this.formats.date.format(milliseconds);
  }

  onTick(run) {
    this.ticks.push(run);
  }

  tick() {
    if (this.clock) this.ticks.forEach((run) => run());
  }

  // --- state

  async load() {
    const response = await fetch("sandbox/state");
    const state = await response.json();
    this.bot = state.bot;
    this.version = state.version;
    this.setClock(state.clock);
    this.chats = new Map(Object.values(state.chats).map((chat) => [chat.chat.id, this.readChat(chat)]));
    for (const person of state.people) this.setPerson(person);
    this.waiting.splice(0).forEach((change) => this.apply(change));
    drawTabs();
  }

  readChat(chat) {
    return { ...chat, messages: new Map(chat.messages.map((entry) => [entry.message.message_id, entry])) };
  }

  setPerson(person) {
    const known = this.phones.get(person.id);
    if (known) {
      known.person = person;
      known.nodes.clear();
      known.draw();
      return;
    }
    const phone = new Phone(person, this);
    this.phones.set(person.id, phone);
    document.getElementById("phones").append(phone.root);
    phone.draw();
    phone.ready = true;
    this.tick();
  }

  phonesAt(chatId) {
    return [...this.phones.values()].filter((phone) => phone.chatId === chatId);
  }

  apply(change) {
    if (change.version <= this.version) return;
    this.version = change.version;
    const chat = this.chats.get(change.chat_id);
    if (change.kind === "commands") {
      change.people.forEach((person) => { if (this.phones.has(person.id)) this.phones.get(person.id).person.commands = person.commands; });
    } else if (chat) {
      this.applyTo(chat, change);
    }
  }

  applyTo(chat, change) {
    const phones = this.phonesAt(change.chat_id);
    switch (change.kind) {
      case "message":
        chat.messages.set(change.message.message_id, change);
        phones.forEach((phone) => phone.onMessage(change));
        break;
      case "edit":
        chat.messages.set(change.message.message_id, change);
        phones.forEach((phone) => phone.drawMessages());
        break;
      case "delete":
        chat.messages.delete(change.message_id);
        phones.forEach((phone) => phone.drawMessages());
        break;
      case "keyboard":
        Object.assign(chat, { keyboard: change.keyboard, force_reply: change.force_reply });
        phones.forEach((phone) => { phone.folded = undefined; phone.drawKeyboard(); });
        break;
      case "action":
        phones.forEach((phone) => phone.onAction(change.action));
        break;
      case "answer":
        this.phones.get(change.person_id)?.onAnswer(change);
        break;
      case "block":
        phones.forEach((phone) => { phone.person.blocked = change.blocked; phone.drawGate(); phone.drawKeyboard(); });
        break;
    }
  }

  listen() {
    const events = new EventSource("sandbox/events");
    events.onopen = () => document.body.classList.remove("lost");
    events.onerror = () => document.body.classList.add("lost");
    events.onmessage = async ({ data }) => {
      const change = JSON.parse(data);
      if (change.kind === "hello") {
        // a new line: whatever was missed is read at once, what comes meanwhile waits
        this.loading = true;
        await this.load();
        this.loading = false;
        this.waiting.splice(0).forEach((one) => this.apply(one));
      } else if (change.kind === "clock") {
        this.setClock(change.clock);
        this.phones.forEach((phone) => phone.drawMessages());
      } else if (this.loading) {
        this.waiting.push(change);
      } else {
        this.apply(change);
      }
    };
  }

  onBadge(phone) {
    const badge = document.querySelector(`.tabs [data-person="${phone.person.id}"] .badge`);
    if (!badge) return;
    badge.hidden = phone.unread === 0;
    badge.textContent = phone.unread;
  }

  choose(personId) {
    this.chosen = personId;
    for (const [id, phone] of this.phones) {
      phone.root.classList.toggle("chosen", id === personId);
      if (id === personId) {
        phone.read();
        phone.toBottom(false);
      }
    }
    document.querySelectorAll(".tabs button").forEach((tab) => tab.setAttribute("aria-selected", String(Number(tab.dataset.person) === personId)));
  }
}

const world = new World();

function drawTabs() {
  const tabs = [...world.phones.values()].map((phone) =>
    el("button", { role: "tab", data: { person: phone.person.id }, onclick: () => world.choose(phone.person.id) },
      avatar(phone.person.name, "small"), el("span", {}, el("b", {}, phone.person.first_name), el("small", {}, phone.person.role)),
      el("span", { class: "badge", hidden: phone.unread === 0 }, String(phone.unread))));
  document.getElementById("tabs").replaceChildren(...tabs);
  const first = world.phones.keys().next().value;
  if (first !== undefined) world.choose(world.chosen ?? first);
}

async function moveClock(to) {
  const response = await fetch("clock", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ to }) });
  const note = document.getElementById("clock-note");
  note.textContent = response.ok ? "" : WORDS.clock.failed;
  note.hidden = response.ok;
  if (response.ok) document.querySelector(".clock-moves").classList.remove("open");
  else setTimeout(() => (note.hidden = true), 4000);
}

function clockForm() {
  const when = el("input", { type: "datetime-local", "aria-label": WORDS.clock.custom });
  const form = el("form", { class: "clock-custom" }, when, el("button", { type: "submit" }, WORDS.clock.go));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (when.value) moveClock(when.value);
  });
  return [when, form];
}

function drawTop() {
  const time = el("b", { class: "clock-time" });
  const date = el("span", { class: "clock-date" });
  const [when, form] = clockForm();
  const moves = el("div", { class: "clock-moves" }, WORDS.clock.moves.map(([to, label]) => el("button", { onclick: () => moveClock(to) }, label)), form);
  const toggle = el("button", { class: "clock", title: WORDS.clock.move, "aria-label": WORDS.clock.move, onclick: () => moves.classList.toggle("open") },
    icon("clock"), el("span", { class: "clock-face" }, time, date));
  world.onTick(() => {
    const now = world.now();
    time.textContent = world.shortTime(now);
    date.textContent = world.formats.full.format(now);
    if (document.activeElement !== when && !when.value) when.value = `${world.day(now)}T09:00`;
  });
  document.getElementById("topbar").append(
    el("span", { class: "brand" }, el("img", { src: "icon.svg", alt: "", width: 34, height: 34 }), el("span", {}, el("b", {}, WORDS.title), el("small", {}, WORDS.subtitle))),
    toggle, moves, el("span", { id: "clock-note", role: "status", hidden: true }),
    el("span", { class: "lost-note", role: "status" }, WORDS.lost), themeButton());
}

function themeButton() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const button = el("button", { class: "round plain theme", onclick: () => set(document.documentElement.dataset.theme === "dark" ? "light" : "dark", true) });
  function set(theme, keep) {
    document.documentElement.dataset.theme = theme;
    const label = theme === "dark" ? WORDS.theme.toLight : WORDS.theme.toDark;
    button.title = label;
    button.setAttribute("aria-label", label);
    button.replaceChildren(icon(theme === "dark" ? "sun" : "moon"));
    document.querySelector("meta[name=theme-color]").content = theme === "dark" ? "#17212b" : "#ffffff";
    if (keep) localStorage.setItem("theme", theme);
  }
  const follow = () => set(localStorage.getItem("theme") ?? (dark.matches ? "dark" : "light"), false);
  dark.addEventListener("change", follow);
  follow();
  return button;
}

drawTop();
world.listen();
setInterval(() => world.tick(), 1000);
