// The search page: Pagefind's index, filters with counts, and the whole state in the address.
// The index lies in parts, each of a span of days, so that a build makes anew only those that changed.

import { counted, element, fold, root } from "./dom.js";
import { isNamed, namesFor } from "./names.js";

const FILTERS = ["person", "topic", "source", "outlet", "year"];
const PAGE = 15;
const SHOWN = 8;
const EXCERPT = 34;
const BEFORE = 10;
const NAMED = 3;

const box = document.getElementById("search");
const form = document.getElementById("cf-search");
const input = document.getElementById("cf-q");
const sort = document.getElementById("cf-sort");
const count = document.getElementById("cf-count");
const hits = document.getElementById("cf-hits");
const more = document.getElementById("cf-more");
const chosen = document.getElementById("cf-chosen");
const panel = document.getElementById("cf-filters");
const narrowing = document.getElementById("cf-narrowing");
const named = document.getElementById("cf-named");
const without = document.getElementById("cf-without");

const address = new URL(box.dataset.pagefind, location.href);
const site = new URL("../", address);
let pagefind;
let parts = [];
let results = [];
let waiting = [];
let total = 0;
let shown = 0;
let turn = 0;
let all;

function state() {
  return new URLSearchParams(location.search);
}

function go(change) {
  const next = state();
  change(next);
  for (const [key, value] of [...next]) if (!value) next.delete(key);
  history.pushState(null, "", `?${next}`);
  run();
}

function toggle(key, value) {
  go((next) => {
    const before = next.getAll(key);
    next.delete(key);
    for (const one of before.includes(value) ? before.filter((other) => other !== value) : [...before, value]) next.append(key, one);
  });
}

// The words around the first match behind the headline, which stands above them anyway.
function excerpt(data) {
  const words = data.content.split(data.content.includes("\u200B") ? "\u200B" : /\s+/);
  const title = (data.meta.title || "").split(/\s+/).length;
  const marked = new Set(data.locations);
  const match = data.locations.filter((place) => place >= title).sort((one, other) => one - other)[0] ?? title;
  const start = Math.max(title, match - BEFORE);
  const quote = element("p", { className: "cf-quote" }, start > title ? "… " : "");
  words.slice(start, start + EXCERPT).forEach((word, number) => {
    quote.append(...(marked.has(start + number) ? highlighted(word) : [word]), " ");
  });
  if (start + EXCERPT < words.length) quote.lastChild.textContent = "\u00a0…";
  return quote;
}

// A word without the marks that stand around it.
function highlighted(word) {
  const [, before, inside, after] = word.match(/^([\p{P}\s]*)(.*?)([\p{P}\s]*)$/su);
  return [before, element("mark", {}, inside), after];
}

// Where no article has a word, Pagefind answers with whatever begins like it, be it by one letter.
function answers(query, data) {
  if (query.includes('"')) return true;
  const words = data.content.split(data.content.includes("\u200B") ? "\u200B" : /\s+/);
  const found = data.locations.map((place) => fold(words[place] || "").replace(/[^\p{L}\p{N}]/gu, ""));
  return fold(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean).every((word) => found.some((one) => {
    let same = 0;
    while (same < word.length && word[same] === one[same]) same += 1;
    return same >= Math.min(word.length, Math.max(3, Math.min(word.length, one.length) - 2));
  }));
}

// Pages of those whom the query names, or may have meant to name.
async function names(query) {
  const mine = turn;
  const { rows, alike } = query ? await namesFor(query) : { rows: [], alike: false };
  if (mine !== turn) return;
  const shown = (alike ? rows : rows.filter((row) => isNamed(row, query))).slice(0, NAMED);
  named.replaceChildren(...shown.flatMap(([name, kind, path, number], index) => [
    index ? " · " : alike ? "Did you mean: " : "See: ",
    element("a", { href: new URL(path, root) }, name),
    element("span", { className: "cf-note" }, ` ${kind}, ${counted(number)}`),
  ]));
}

function none(query) {
  results = [];
  waiting = [];
  total = 0;
  more.hidden = true;
  if (!chosen.children.length) panel.replaceChildren();
  count.textContent = query ? `No article has “${query}”` : "No articles";
  without.querySelector("p").textContent = "Try fewer words or another spelling, take a filter away, or look into the indexes:";
  without.hidden = false;
}

function line(data) {
  const path = data.raw_url || data.url;
  const link = element("a", { className: "cf-title", href: new URL(path.replace(/^\//, ""), site) }, data.meta.title || path);
  const when = element("span", { className: "cf-when" }, data.meta.date || "Undated");
  if (data.meta.outlet) when.append(" ", element("span", { className: "cf-outlet" }, data.meta.outlet));
  return element("li", { className: "cf-line" }, when, element("div", { className: "cf-what" }, link, excerpt(data)));
}

// By date: part after part, for Pagefind puts what it merges by relevance.
async function fetchMore() {
  const mine = turn;
  while (results.length < shown + PAGE && waiting.length) {
    const more = await waiting.shift()();
    if (mine !== turn) return;
    results.push(...more.results);
  }
}

async function showMore() {
  const mine = turn;
  await fetchMore();
  if (mine !== turn) return;
  const next = await Promise.all(results.slice(shown, shown + PAGE).map((result) => result.data()));
  if (mine !== turn) return;
  const query = (state().get("q") || "").trim();
  if (query && !shown && next.length && !answers(query, next[0])) {
    none(query);
    return;
  }
  const first = shown;
  hits.append(...next.map(line));
  shown += next.length;
  more.hidden = shown >= total;
  if (first > 0) hits.children[first].querySelector("a").focus();
}

function option(key, value, number, active) {
  const check = element("input", { type: "checkbox", checked: active });
  check.dataset.filter = `${key}:${value}`;
  check.addEventListener("change", () => toggle(key, value));
  return element("li", {}, element("label", {}, check, " ", value, " ", element("span", { className: "cf-count" }, String(number))));
}

// One that all results share parts nothing.
function useful(key, values) {
  const numbers = Object.values(values).filter(Boolean);
  return state().getAll(key).length > 0 || numbers.length > 1 || (numbers.length === 1 && numbers[0] < total);
}

function filters(counts) {
  // The list is made anew: who works with the keyboard stays where they were.
  const focused = panel.contains(document.activeElement) ? document.activeElement.dataset.filter : null;
  const open = new Set([...panel.querySelectorAll("details[open]")].map((one) => one.dataset.key));
  panel.replaceChildren(...FILTERS.filter((key) => useful(key, counts[key] || {})).map((key) => {
    const active = state().getAll(key);
    const order = key === "year" ? (one, other) => other[0].localeCompare(one[0]) : (one, other) => other[1] - one[1] || one[0].localeCompare(other[0]);
    const values = Object.entries(counts[key]).filter(([value, number]) => number || active.includes(value)).sort(order);
    const items = values.map(([value, number]) => option(key, value, number, active.includes(value)));
    const list = element("ul", {}, ...items.slice(0, SHOWN));
    const group = element("fieldset", {}, element("legend", {}, key[0].toUpperCase() + key.slice(1)), list);
    if (items.length > SHOWN) {
      const rest = element("details", { open: open.has(key) }, element("summary", {}, `${items.length - SHOWN} more`), element("ul", {}, ...items.slice(SHOWN)));
      rest.dataset.key = key;
      group.append(rest);
    }
    return group;
  }));
  if (focused) [...panel.querySelectorAll("input")].find((one) => one.dataset.filter === focused)?.focus();
}

// Results come first: what can be chosen is a third of all that a search loads, and counts come only with it.
async function narrow(ask, wanted, found) {
  const mine = turn;
  const early = !all;
  all ??= await pagefind.filters();
  const chosenAny = (state().get("q") || "").trim() || Object.keys(wanted).length;
  const counts = !chosenAny ? all : early ? (await ask(wanted)).filters : found.filters;
  if (mine === turn) filters(counts);
}

function chips() {
  const active = FILTERS.flatMap((key) => state().getAll(key).map((value) => [key, value]));
  chosen.replaceChildren(...active.map(([key, value]) => {
    const button = element("button", { type: "button", className: "cf-chip" }, `${value} `, element("span", { ariaHidden: "true" }, "×"));
    button.setAttribute("aria-label", `Remove ${key} ${value}`);
    button.addEventListener("click", () => {
      toggle(key, value);
      (chosen.querySelector("button") || input).focus();
    });
    return button;
  }));
}

async function run() {
  const mine = ++turn;
  const now = state();
  const query = (now.get("q") || "").trim();
  input.value = now.get("q") || "";
  const order = now.get("sort") || (query ? "" : "desc");
  sort.value = order;
  sort.options[0].disabled = !query;
  without.hidden = true;
  chips();
  names(query);
  // An article has one year and one outlet: of these any may match, of people, topics and sources all must.
  const wanted = Object.fromEntries(FILTERS.map((key) => [key, now.getAll(key)]).filter(([, values]) => values.length)
    .map(([key, values]) => [key, key === "year" || key === "outlet" ? { any: values } : values]));
  const ask = (filters) => pagefind.search(query || null, { filters, ...(order ? { sort: { date: order } } : {}) });
  const found = await ask(wanted);
  if (mine !== turn) return;
  total = found.results.length;
  const byPart = order && parts.length > 1;
  results = byPart ? [] : found.results;
  const inOrder = order === "desc" ? [...parts].reverse() : parts;
  waiting = byPart ? inOrder.filter((part) => found.filters.part[part]).map((part) => () => ask({ ...wanted, part })) : [];
  shown = 0;
  hits.replaceChildren();
  count.textContent = counted(total);
  if (!total) {
    none(query);
    return;
  }
  if (all) await narrow(ask, wanted, found);
  await showMore();
  if (!all && mine === turn && total) await narrow(ask, wanted, found);
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go((next) => next.set("q", input.value));
});
sort.addEventListener("change", () => go((next) => next.set("sort", sort.value)));
more.addEventListener("click", showMore);
addEventListener("popstate", run);

// Beside the results where there is room, folded above them where there is not.
narrowing.open = matchMedia("(min-width: 56em)").matches;

try {
  ({ parts } = await (await fetch(address)).json());
  pagefind = await import(new URL(`${parts[0]}/pagefind.js`, address));
  await pagefind.options({ mergeFilter: { part: parts[0] } });
  await pagefind.init();
  await Promise.all(parts.slice(1).map((part) => pagefind.mergeIndex(new URL(`${part}/`, address).href, { mergeFilter: { part } })));
  box.hidden = false;
  await run();
  if (!state().get("q")) input.focus({ preventScroll: true });
} catch (error) {
  box.hidden = true;
  without.hidden = false;
  without.querySelector("p").textContent = "The search index could not be loaded. Everything can be found in the indexes:";
}
