// Filters, suggestions and the scheme button. Everything works without this file but search itself.

import { plain } from "./addresses.js";
import { counted, element, fold, root } from "./dom.js";
import { namesFor } from "./names.js";

// ── light and dark ──────────────────────────────────────────────────────────────────────────────────────────────────

function schemeButton() {
  const button = document.querySelector(".cf-scheme");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    const now = document.documentElement.dataset.scheme || system;
    const next = now === "dark" ? "light" : "dark";
    document.documentElement.dataset.scheme = next;
    try {
      localStorage.setItem("cf-scheme", next);
    } catch (error) {
      // It holds for this page only.
    }
  });
}

// ── filter boxes of the indexes ─────────────────────────────────────────────────────────────────────────────────────

function filterBoxes() {
  for (const box of document.querySelectorAll("[data-cf-filter]")) {
    const lines = [...document.querySelectorAll(box.dataset.cfFilter)];
    const texts = lines.map((line) => fold(`${line.textContent} ${line.dataset.also || ""}`));
    const status = box.parentElement.querySelector("[role=status]");
    box.parentElement.hidden = lines.length < 12;
    box.addEventListener("input", () => {
      const wanted = plain(box.value).split(/\s+/).filter(Boolean);
      let shown = 0;
      lines.forEach((line, number) => {
        line.hidden = !wanted.every((word) => texts[number].includes(word));
        shown += line.hidden ? 0 : 1;
      });
      for (const section of document.querySelectorAll(".cf-letter")) {
        section.hidden = !section.querySelector("li:not([hidden])");
      }
      status.textContent = wanted.length ? `${shown} of ${lines.length}` : "";
    });
  }
}

// ── suggestions ─────────────────────────────────────────────────────────────────────────────────────────────────────

function suggest(input, number) {
  const form = input.form;
  const list = element("ul", { className: "cf-suggestions", id: `cf-suggestions-${number}`, hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  form.append(list);
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-autocomplete", "list"], ["aria-controls", list.id]]) {
    input.setAttribute(name, value);
  }
  let chosen = -1;
  const mark = () => {
    [...list.children].forEach((item, index) => item.setAttribute("aria-selected", index === chosen));
    if (chosen >= 0) input.setAttribute("aria-activedescendant", list.children[chosen].id);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = ({ rows, alike }) => {
    chosen = -1;
    list.replaceChildren(...rows.map(([name, kind, address, count], index) => {
      const guess = alike ? [element("small", {}, "Did you mean ")] : [];
      const item = element("li", { id: `${list.id}-${index}` }, ...guess, element("span", {}, name), element("small", {}, ` ${kind}, ${counted(count)}`));
      item.setAttribute("role", "option");
      item.dataset.href = new URL(address, root);
      // mousedown: it comes before the input loses the focus and the list is put away.
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        location.assign(item.dataset.href);
      });
      return item;
    }));
    list.hidden = !rows.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark();
  };
  const close = () => show({ rows: [], alike: false });
  input.addEventListener("input", async () => {
    const text = input.value;
    const names = text.trim().length > 1 ? await namesFor(text, input.dataset.cfSuggest) : { rows: [] };
    if (input.value === text) show(names);
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const count = list.children.length;
    if (event.key === "Escape") close();
    if (!count || list.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      chosen = event.key === "ArrowDown" ? (chosen + 1) % count : (chosen <= 0 ? count : chosen) - 1;
      mark();
    } else if (event.key === "Enter" && chosen >= 0) {
      event.preventDefault();
      location.assign(list.children[chosen].dataset.href);
    }
  });
}

function searchKeys() {
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest && event.target.closest("input, select, textarea, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || (event.key !== "/" && event.key !== "s")) return;
    const input = document.querySelector("[data-cf-suggest]");
    if (!input) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

schemeButton();
filterBoxes();
document.querySelectorAll("[data-cf-suggest]").forEach(suggest);
searchKeys();
if (document.getElementById("search")) import("./search.js");
const addresses = document.querySelector("[data-cf-originals]");
if (addresses) import("./addresses.js").then(({ findByAddress }) => findByAddress(addresses));
