// The search page: Pagefind's index, filters with counts, and the whole state in the address.

const FILTERS = ["person", "topic", "source", "outlet", "year"];
const PAGE = 15;
const SHOWN = 8;
const EXCERPT = 34;
const BEFORE = 10;

const box = document.getElementById("search");
const form = document.getElementById("cf-search");
const input = document.getElementById("cf-q");
const sort = document.getElementById("cf-sort");
const count = document.getElementById("cf-count");
const hits = document.getElementById("cf-hits");
const more = document.getElementById("cf-more");
const chosen = document.getElementById("cf-chosen");
const panel = document.getElementById("cf-filters");

const address = new URL(box.dataset.pagefind, location.href);
const site = new URL("../", address);
let pagefind;
let results = [];
let shown = 0;
let turn = 0;
let all = {};

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

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
    quote.append(marked.has(start + number) ? element("mark", {}, word) : word, " ");
  });
  if (start + EXCERPT < words.length) quote.append("…");
  return quote;
}

function line(data) {
  const path = data.raw_url || data.url;
  const link = element("a", { className: "cf-title", href: new URL(path.replace(/^\//, ""), site) }, data.meta.title || path);
  const when = element("span", { className: "cf-when" }, data.meta.date || "Undated");
  if (data.meta.outlet) when.append(" ", element("span", { className: "cf-outlet" }, data.meta.outlet));
  return element("li", { className: "cf-line" }, when, element("div", { className: "cf-what" }, link, excerpt(data)));
}

async function showMore() {
  const mine = turn;
  const next = await Promise.all(results.slice(shown, shown + PAGE).map((result) => result.data()));
  if (mine !== turn) return;
  const first = shown;
  hits.append(...next.map(line));
  shown += next.length;
  more.hidden = shown >= results.length;
  if (first > 0) hits.children[first].querySelector("a").focus();
}

function option(key, value, number, active) {
  const check = element("input", { type: "checkbox", checked: active });
  check.dataset.filter = `${key}:${value}`;
  check.addEventListener("change", () => toggle(key, value));
  return element("li", {}, element("label", {}, check, " ", value, " ", element("span", { className: "cf-count" }, String(number))));
}

function filters(counts) {
  // The list is made anew: who works with the keyboard stays where they were.
  const focused = panel.contains(document.activeElement) ? document.activeElement.dataset.filter : null;
  const open = new Set([...panel.querySelectorAll("details[open]")].map((one) => one.dataset.key));
  panel.replaceChildren(...FILTERS.filter((key) => counts[key] && Object.keys(counts[key]).length).map((key) => {
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
  sort.value = now.get("sort") || "";
  chips();
  // An article has one year and one outlet: of these any may match, of people, topics and sources all must.
  const wanted = Object.fromEntries(FILTERS.map((key) => [key, now.getAll(key)]).filter(([, values]) => values.length)
    .map(([key, values]) => [key, key === "year" || key === "outlet" ? { any: values } : values]));
  const order = now.get("sort") || (query ? "" : "desc");
  const found = await pagefind.search(query || null, { filters: wanted, ...(order ? { sort: { date: order } } : {}) });
  if (mine !== turn) return;
  results = found.results;
  shown = 0;
  hits.replaceChildren();
  count.textContent = results.length === 1 ? "1 article" : `${results.length.toLocaleString("en")} articles`;
  filters(query || Object.keys(wanted).length ? found.filters : all);
  await showMore();
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  go((next) => next.set("q", input.value));
});
sort.addEventListener("change", () => go((next) => next.set("sort", sort.value)));
more.addEventListener("click", showMore);
addEventListener("popstate", run);

try {
  pagefind = await import(address);
  await pagefind.init();
  // Counts of filters come with results only after this call.
  all = await pagefind.filters();
  box.hidden = false;
  document.getElementById("cf-without").hidden = true;
  await run();
  if (!state().get("q")) input.focus({ preventScroll: true });
} catch (error) {
  box.hidden = true;
  document.getElementById("cf-without").hidden = false;
  document.getElementById("cf-without").querySelector("p").textContent = "The search index could not be loaded. Everything can be found in the indexes:";
}
