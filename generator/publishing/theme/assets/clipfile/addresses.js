// Find an article by the address that it once had, in the table that is also there to be downloaded.

import { element, fold, root } from "./dom.js";

const SHOWN = 20;
const LEAST = 5;

// The differences that do not matter: scheme, www, a slash or anchor at the end.
export function plain(address) {
  return fold(address.trim().replace(/^[a-z]+:\/\//i, "").replace(/^www\./i, "").replace(/#.*$/, "").replace(/\/+$/, ""));
}

function rowsOf(csv) {
  const rows = [[]];
  for (const [, quoted, bare, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === "\n") rows.push([]);
  }
  return rows.slice(1).filter((row) => row.length > 3);
}

export function findByAddress(box) {
  const list = document.getElementById("cf-found");
  const status = box.parentElement.querySelector("[role=status]");
  let table;
  box.parentElement.hidden = false;
  box.addEventListener("input", async () => {
    const wanted = plain(box.value);
    if (wanted.length >= LEAST) table ??= fetch(new URL("data/originals.csv", root)).then((answer) => answer.text()).then(rowsOf);
    const found = wanted.length < LEAST ? [] : (await table).filter(([url]) => plain(url).includes(wanted));
    if (plain(box.value) !== wanted) return;
    status.textContent = wanted.length < LEAST ? "" : found.length ? `${found.length} found` : "No article of this archive had that address.";
    list.replaceChildren(...found.slice(0, SHOWN).map(([url, page, title]) =>
      element("li", {}, element("span", { className: "cf-url" }, url), " ", element("a", { href: new URL(page, root) }, title))));
  });
}
