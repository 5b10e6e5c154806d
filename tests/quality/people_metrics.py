"""How well people are told apart, in figures: ``python -m tests.quality.people_metrics CORPORA`` prints them.

CORPORA is the folder of development corpora; nothing of it is kept here. Four measures, each beside the plain script
(strings, surname within an article, fuzzy matching of full names):

- MEANTIME: B-cubed F1 over (article, person) for the annotated people; people of two or more articles with one page.
- Congress: is the issuing member found where the text names them, and on how many pages?
- Hidden names: full names of one article are cut to family names; how often is the bearer found, how often a wrong one?
- Slips: one letter in a name is changed; how often is it filed under the right person?
"""

from __future__ import annotations

import gzip
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from msgspec import structs

from generator.language import analyze_many, load_model
from generator.model import ArticleRow, CleanArticle, Dating, Mention
from generator.resolution import resolve
from generator.text.names import fold, parse_name
from tests.resolution.cases import config_of, row_of

Spot = tuple[str, int, int]
"""Article, start and end of a mention."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(gold: Mapping[Any, str], found: Mapping[Any, str]) -> Score:
    """B-cubed over the items of ``gold``; an item without a page stands alone."""
    items = sorted(gold)
    page = {item: found.get(item, f"?{item}") for item in items}
    both = Counter((gold[item], page[item]) for item in items)
    people, pages = Counter(gold.values()), Counter(page.values())
    precision = sum(both[(gold[i], page[i])] / pages[page[i]] for i in items) / len(items)
    recall = sum(both[(gold[i], page[i])] / people[gold[i]] for i in items) / len(items)
    return Score(precision, recall)


# ── who files a mention where ─────────────────────────────────────────────────────────────────────────────────────────


def by_clipfile(rows: Sequence[ArticleRow]) -> dict[Spot, str]:
    """Every person's mention and the id of its page."""
    found = resolve(rows, config_of())
    return {
        (mention.article, mention.start, mention.end): entity.id
        for entity in found.entities
        if entity.kind == "person"
        for mention in entity.mentions
    }


def by_plain_script(rows: Sequence[ArticleRow]) -> dict[Spot, str]:
    """The same by what one writes in an evening: strings, surname within the article, fuzzy full names."""
    counts = Counter(m.text for row in rows for m in row.mentions if m.kind == "person" and " " in m.text)
    canonical: dict[str, str] = {}
    known: dict[str, list[str]] = defaultdict(list)
    for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        alike = [k for k in known[name[0]] if SequenceMatcher(None, k, name).ratio() >= 0.9]
        canonical[name] = alike[0] if alike else name
        if not alike:
            known[name[0]].append(name)
    pages: dict[Spot, str] = {}
    for row in rows:
        people = [m for m in row.mentions if m.kind == "person"]
        full = {m.text.split()[-1]: canonical[m.text] for m in people if m.text in canonical}
        for m in people:
            pages[(row.id, m.start, m.end)] = canonical.get(m.text) or full.get(m.text, m.text)
    return pages


def page_of(spots: Mapping[str, list[tuple[int, int, str]]], article: str, start: int, end: int) -> str | None:
    """The page under which a span of an article is filed: that of the first mention that overlaps it."""
    return next((page for s, e, page in spots.get(article, ()) if s < end and start < e), None)


def by_article(pages: Mapping[Spot, str]) -> dict[str, list[tuple[int, int, str]]]:
    """Article -> its mentions with their pages."""
    grouped: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for (article, start, end), page in sorted(pages.items()):
        grouped[article].append((start, end, page))
    return grouped


# ── MEANTIME ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def meantime(corpora: Path) -> tuple[list[CleanArticle], dict[tuple[str, str], list[tuple[int, int]]]]:
    """The articles, and (article, person) -> spans that name the person."""
    cleans, gold = [], defaultdict(list)
    with gzip.open(corpora / "people" / "meantime.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if "_meta" in record:
                continue
            cleans.append(_clean(record["id"], record["text"], _written_day(record.get("date"))))
            for mention in record["mentions"]:
                words = record["text"][mention["start"] : mention["end"]].split()
                # Long spans are descriptions ("the chief executive of ..."); only names are judged.
                if mention["ent"] and words[-1][:1].isupper() and len(words) <= 4:
                    gold[(record["id"], mention["ent"])].append((mention["start"], mention["end"]))
    return cleans, dict(gold)


def judge_meantime(
    gold: Mapping[tuple[str, str], list[tuple[int, int]]], pages: Mapping[Spot, str]
) -> tuple[Score, float, int]:
    """B-cubed, the share of people in two or more articles with exactly one page, and how many those people are."""
    spots = by_article(pages)
    found: dict[tuple[str, str], str] = {}
    for (article, person), spans in gold.items():
        votes = Counter(page for start, end in spans if (page := page_of(spots, article, start, end)))
        if votes:
            found[(article, person)] = min(votes, key=lambda page: (-votes[page], page))
    people: dict[str, list[str | None]] = defaultdict(list)
    for key in gold:
        people[key[1]].append(found.get(key))
    several = [filed for filed in people.values() if len(filed) > 1]
    one = sum(len(set(filed)) == 1 and None not in filed for filed in several)
    return b_cubed({key: key[1] for key in gold}, found), one / max(1, len(several)), len(several)


# ── Congress ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def congress(corpora: Path, every: int = 4) -> tuple[list[CleanArticle], dict[str, str]]:
    """Every n-th press release, and article -> the member who issued it, where the text has the family name."""
    cleans, members = [], {}
    for path in sorted((corpora / "jsonl" / "congress-press").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            record = json.loads(line)
            if number % every or not record.get("text") or not record.get("member"):
                continue
            article = f"{path.stem}#{number:04d}"
            cleans.append(_clean(article, record["text"], record["date"]))
            member = str(record["member"]["name"])
            if parse_name(member).surname in fold(record["text"]).split():
                members[article] = member
    return cleans, members


def judge_congress(
    rows: Sequence[ArticleRow], members: Mapping[str, str], pages: Mapping[Spot, str]
) -> tuple[float, float]:
    """The share of articles filed under their member's main page, and of members of several articles with one page."""
    texts = {(row.id, m.start, m.end): m.text for row in rows for m in row.mentions}
    filed: dict[str, list[str | None]] = defaultdict(list)
    spots = by_article(pages)
    for article, member in members.items():
        surname = parse_name(member).surname
        votes = Counter(
            page
            for start, end, page in spots.get(article, ())
            if surname in fold(texts.get((article, start, end), "")).split() and _bears(page, member)
        )
        filed[member].append(min(votes, key=lambda page: (-votes[page], page)) if votes else None)
    main = {m: Counter(page for page in found if page).most_common(1) for m, found in filed.items()}
    right = sum(bool(main[m]) and page == main[m][0][0] for m, found in filed.items() for page in found)
    several = [found for found in filed.values() if len(found) > 1]
    one = sum(len({page for page in found if page}) == 1 for found in several)
    return right / max(1, len(members)), one / max(1, len(several))


def _bears(page: str, member: str) -> bool:
    """Whether a page's name or id can be the member's."""
    return parse_name(member).surname.replace(" ", "") in fold(page.replace("-", " ")).replace(" ", "")


# ── hidden names and slips ────────────────────────────────────────────────────────────────────────────────────────────


def hide_full_names(rows: Sequence[ArticleRow], share: float = 0.1) -> tuple[list[ArticleRow], dict[Spot, str]]:
    """The rows, some with every full name cut to the family name; and whom the cut mentions mean."""
    chance = random.Random(11)
    pages = by_clipfile(rows)
    articles: dict[str, set[str]] = defaultdict(set)
    for (article, _, _), filed in pages.items():
        articles[filed].add(article)
    hidden: list[ArticleRow] = []
    truth: dict[Spot, str] = {}
    for row in rows:
        mentions = list(row.mentions)
        if chance.random() < share:
            for number, mention in enumerate(mentions):
                page = pages.get((row.id, mention.start, mention.end))
                if page and len(articles[page]) > 1:
                    mentions[number] = _cut(mention)
                    truth[(row.id, mentions[number].start, mentions[number].end)] = page
        hidden.append(replace(row, mentions=tuple(mentions)))
    return hidden, truth


def _cut(mention: Mention) -> Mention:
    name = parse_name(mention.text)
    words = mention.text.split()
    if not name.full or name.suffix or name.family_first or " " in name.surname:
        return mention
    return structs.replace(mention, text=words[-1], start=mention.end - len(words[-1]), kind="person")


def misspell(rows: Sequence[ArticleRow], share: float = 0.1) -> tuple[list[ArticleRow], dict[Spot, str]]:
    """The rows with a slip in some full names of people named elsewhere too; whom those mentions mean."""
    chance = random.Random(13)
    pages = by_clipfile(rows)
    articles: dict[str, set[str]] = defaultdict(set)
    for (article, _, _), filed in pages.items():
        articles[filed].add(article)
    spoilt: list[ArticleRow] = []
    truth: dict[Spot, str] = {}
    for row in rows:
        mentions = list(row.mentions)
        wrong: dict[str, str] = {}
        for number, mention in enumerate(mentions):
            page = pages.get((row.id, mention.start, mention.end))
            if not page or len(articles[page]) < 3 or not parse_name(mention.text).full:
                continue
            if mention.text not in wrong:
                wrong[mention.text] = _slip(mention.text, chance) if chance.random() < share else mention.text
            if wrong[mention.text] != mention.text:
                mentions[number] = structs.replace(mention, text=wrong[mention.text])
                truth[(row.id, mention.start, mention.end)] = page
        spoilt.append(replace(row, mentions=tuple(mentions)))
    return spoilt, truth


def _slip(text: str, chance: random.Random) -> str:
    """The name with a letter of its last word (of its first, one time in four) swapped, dropped, doubled, changed."""
    words = text.split()
    which = 0 if chance.random() < 0.25 else -1
    word = words[which]
    if len(word) < 4:
        return text
    at = chance.randrange(1, len(word) - 1)
    kind = chance.choice(["swap", "drop", "double", "change"])
    made = {
        "swap": word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        "drop": word[:at] + word[at + 1 :],
        "double": word[:at] + word[at] + word[at:],
        "change": word[:at] + chance.choice("aeiou" if word[at] in "aeiou" else "bcdfglmnprst") + word[at + 1 :],
    }[kind]
    words[which] = made
    return " ".join(words)


def judge_hidden(
    truth: Mapping[Spot, str], before: Mapping[Spot, str], pages: Mapping[Spot, str]
) -> tuple[float, float]:
    """The shares of (article, person) filed right and filed wrong; the rest is left open."""
    # The id of a page may have changed with its most frequent form: the person is where the untouched mentions are.
    main: dict[str, Counter[str]] = defaultdict(Counter)
    for spot, person in before.items():
        if spot not in truth and spot in pages:
            main[person][pages[spot]] += 1
    cases: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for spot, person in truth.items():
        if main[person]:
            now = min(main[person], key=lambda page: (-main[person][page], page))
            found = pages.get(spot, "")
            cases[(spot[0], person)][person if found == now else found] += 1
    best = {key: min(votes, key=lambda page: (-votes[page], page)) for key, votes in cases.items()}
    right = sum(page == person for (_, person), page in best.items())
    wrong = sum(page not in {person, ""} for (_, person), page in best.items())
    return right / max(1, len(best)), wrong / max(1, len(best))


# ── the whole ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def rows_for(cleans: Iterable[CleanArticle]) -> list[ArticleRow]:
    """The articles analysed, as rows."""
    cleans = list(cleans)
    model = load_model("en")
    rows = []
    for clean, analysis in zip(cleans, analyze_many(cleans, model), strict=True):
        row = row_of(clean.id, [], clean.published.date if clean.published else None)
        rows.append(replace(row, mentions=analysis.mentions, not_before=analysis.not_before))
    return rows


def _clean(article: str, text: str, day: str | None) -> CleanArticle:
    published = Dating(date=day, basis="metadata") if day else None
    return CleanArticle(id=article, text=text, blocks=(), published=published)


def _written_day(text: str | None) -> str | None:
    try:
        return datetime.strptime(text or "", "%B %d, %Y").date().isoformat()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        return None


def report(corpora: Path) -> Iterable[str]:
    """The figures, line by line."""
    cleans, gold = meantime(corpora)
    rows = rows_for(cleans)
    for name, pages in (("clipfile", by_clipfile(rows)), ("plain script", by_plain_script(rows))):
        score, one, several = judge_meantime(gold, pages)
        yield (
            f"MEANTIME  {name:12}  B3 F1 {score.f1:.3f}  P {score.precision:.3f}  R {score.recall:.3f}"
            f"  one page {one:.2f} of {several}"
        )
    cleans, members = congress(corpora)
    rows = rows_for(cleans)
    for name, pages in (("clipfile", by_clipfile(rows)), ("plain script", by_plain_script(rows))):
        found, one = judge_congress(rows, members, pages)
        yield f"Congress  {name:12}  member found {found:.3f}  one page {one:.3f}  pages {len(set(pages.values()))}"
    before = by_clipfile(rows)
    for title, (changed, truth) in (("hidden", hide_full_names(rows)), ("slips", misspell(rows))):
        right, wrong = judge_hidden(truth, before, by_clipfile(changed))
        yield f"{title:9} clipfile      right {right:.3f}  wrong {wrong:.3f}  of {len(truth)} mentions"


if __name__ == "__main__":
    for result in report(Path(sys.argv[1])):
        print(result)
