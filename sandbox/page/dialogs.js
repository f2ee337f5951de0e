// Menus and small forms inside of a phone's screen.
import { el, icon } from "./dom.js";
import { WORDS } from "./words.js";

let closeOpen = () => {};

// `at` is the button that opened the menu, or the event of a right click.
export function menu(at, items, screen, kind = "") {
  closeOpen();
  const box = el("div", { class: `menu ${kind}`, role: "menu" }, items.map((item) =>
    el("button", { class: item.danger ? "danger" : "", role: "menuitem", onclick: () => { close(); item.run(); } },
      item.icon && icon(item.icon), el("span", {}, item.label), item.note && el("small", {}, item.note))));
  const outside = (event) => !box.contains(event.target) && close();
  const escape = (event) => event.key === "Escape" && close();
  const close = () => {
    box.remove();
    document.removeEventListener("pointerdown", outside, true);
    document.removeEventListener("keydown", escape);
  };
  closeOpen = close;
  screen.append(box);
  place(box, at, screen);
  document.addEventListener("pointerdown", outside, true);
  document.addEventListener("keydown", escape);
}

function place(box, at, screen) {
  const frame = screen.getBoundingClientRect();
  const from = at instanceof Element ? at.getBoundingClientRect() : { left: at.clientX, right: at.clientX, top: at.clientY, bottom: at.clientY };
  const above = from.top - frame.top > frame.height / 2;
  const left = Math.min(Math.max(8, from.left - frame.left), frame.width - box.offsetWidth - 8);
  box.style.left = `${left}px`;
  if (above) box.style.bottom = `${frame.bottom - from.top + 6}px`;
  else box.style.top = `${from.bottom - frame.top + 6}px`;
  box.classList.toggle("above", above);
}

// Resolves to the values of the fields, to `other.value`, or to null when it was left.
export function ask(screen, title, fields, submit, other = null) {
  return new Promise((resolve) => {
    const done = (value) => {
      veil.remove();
      resolve(value);
    };
    const inputs = fields.map(({ label, ...field }) => el("label", {}, el("span", {}, label), el("input", { autocomplete: "off", ...field })));
    const form = el("form", { class: "dialog", "aria-label": title },
      el("h2", {}, title), inputs,
      el("div", { class: "dialog-buttons" },
        other && el("button", { type: "button", class: "quiet other", onclick: () => done(other.value) }, other.label),
        el("button", { type: "button", class: "quiet", onclick: () => done(null) }, WORDS.actions.cancel),
        el("button", { type: "submit", class: "primary" }, submit)));
    const veil = el("div", { class: "veil" }, form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      done(Object.fromEntries(new FormData(form)));
    });
    veil.addEventListener("pointerdown", (event) => event.target === veil && done(null));
    veil.addEventListener("keydown", (event) => event.key === "Escape" && done(null));
    screen.append(veil);
    veil.querySelector("input").focus();
  });
}
