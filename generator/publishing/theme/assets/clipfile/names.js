// Names that a reader may mean: those that begin as typed, else those that are written much alike.

import { fold, root } from "./dom.js";

const SHOWN = 7;
const FIRST = ["surname", "person", "topic", "story"];
const chunks = new Map();

// Rows of name, kind, address, articles, other spellings; a file for each letter that a word begins with.
function rowsUnder(letter) {
  if (!/[a-z0-9]/.test(letter)) return [];
  if (!chunks.has(letter)) {
    const address = new URL(`assets/suggest/${letter}.json`, root);
    chunks.set(letter, fetch(address).then((answer) => (answer.ok ? answer.json() : [])).catch(() => []));
  }
  return chunks.get(letter);
}

function wordsOf(row) {
  return fold(`${row[0]} ${row[4]}`).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

// How many letters differ, with neighbours that changed places counted once; Infinity beyond the limit.
function distance(one, other, limit) {
  if (Math.abs(one.length - other.length) > limit) return Infinity;
  let [before, last] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
    }
    [before, last] = [last, row];
  }
  return last[other.length] <= limit ? last[other.length] : Infinity;
}

function likeness(words, row) {
  const known = wordsOf(row);
  return words.reduce((sum, word) => {
    const limit = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    return sum + Math.min(Infinity, ...known.map((one) => distance(word, one, limit)));
  }, 0);
}

// Surnames that several bear, people and topics come first; then what more articles name.
function ranked(rows) {
  const place = (row) => (FIRST.includes(row[1]) ? (row[1] === "surname" ? 0 : 1) : 2);
  return [...rows].sort((one, other) => place(one) - place(other) || other[3] - one[3]);
}

// `alike` says that nothing begins so and these are guesses. A kind leaves the others out.
export async function namesFor(text, kind = "") {
  const words = fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const letters = [...new Set(words.map((word) => word[0]))];
  const lists = await Promise.all(letters.map(rowsUnder));
  const all = [...new Map(lists.flat().map((row) => [row[2], row])).values()].filter((row) => !kind || row[1] === kind);
  if (!words.length) return { rows: [], alike: false };
  const begun = all.filter((row) => words.every((word) => wordsOf(row).some((one) => one.startsWith(word))));
  if (begun.length) return { rows: ranked(begun).slice(0, SHOWN), alike: false };
  const near = all.map((row) => [likeness(words, row), row]).filter(([far]) => far < Infinity);
  near.sort((one, other) => one[0] - other[0] || other[1][3] - one[1][3]);
  return { rows: near.map(([, row]) => row).slice(0, SHOWN), alike: true };
}

// Whether a name is all that was typed, and not only its beginning.
export function isNamed(row, text) {
  const known = new Set(wordsOf(row));
  return fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean).every((word) => known.has(word));
}
