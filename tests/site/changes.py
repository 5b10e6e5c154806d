"""What maintainers do to an archive, by chance: articles come, go and change, and every file of site_config/ with them.

The articles are of invented towns. Few people, topics and sources stand in many of them, so that a change of one
article changes pages of others.
"""

from __future__ import annotations

import html
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from random import Random
from typing import Any

from tests.site.archives import ArchiveFolder, put

Change = Callable[[Random, ArchiveFolder], None]

_OUTLETS = ("gazette", "dunmere/radio", "wire")
_NAMES = (
    "Judith Ferncastle",
    "Judith Fernecastle",
    "Martin Holloway",
    "Martin Halloway",
    "Walter Brimble",
    "Ruth Calder",
    "Ruth Calder-Wren",
    "Thomas Okafor",
    "Tom Okafor",
    "Nora Lindqvist",
    "Jenny O'Hara",
    "María Peña",
)
_SAID = (
    "Mayor {name} said on Tuesday that the town of Eastmoor would repair the iron bridge before winter.",
    "{name}, who leads Arden County Council, voted against the budget of 40,000 dollars for the election.",
    "The engineer {name} warned of two weak piers below the flood line of the river.",
    '"We have waited for eleven years," {name} said. {last} did not say for whom.',
    "Doctors at Saltwick Hospital treated {name} and nine other patients for influenza.",
    "The rocket of the Dunmere Space Club rose 300 metres, and {name} lit the fuse.",
    "{name} scored twice before half time, and Eastmoor United won the cup final.",
    "Police arrested a man in London who had stolen the painting; {last} told the court so.",
)
_PLAIN = (
    "Forty families slept in the school while the water stood in their kitchens.",
    "The library has nine thousand books, and children came before its doors were open.",
    "Nobody at the harbour of Saltwick remembers a storm like that of 1987.",
    "It rained. The band of the fire brigade played all the same, until the tuba was full.",
)
_TITLES = (
    "Council Votes to Repair the Iron Bridge",
    "Flood Closes the Road to Eastmoor",
    "Eastmoor United Wins the Cup",
    "A Rocket over Dunmere",
    "Influenza Fills Saltwick Hospital",
    "What <b>Nobody</b> & Co. Would Say",
)
_SOURCES = ("Eastmoor Gazette (2)", "Dunmere Radio", "Saltwick Hospital (1), Eastmoor Gazette", "NASA")
_FURNITURE = "Subscribe to our newsletter\nFollow us\n© 2019 The Eastmoor Gazette. All rights reserved."

# ── articles ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _paragraphs(chance: Random) -> list[str]:
    said = [_sentence(chance) for _ in range(chance.randint(1, 4))]
    return [*said, *chance.sample(_PLAIN, chance.randint(1, 3))]


def _sentence(chance: Random) -> str:
    name = chance.choice(_NAMES)
    return chance.choice(_SAID).format(name=name, last=name.split()[-1])


def _date(chance: Random) -> str:
    return f"{chance.randint(2009, 2013)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"


def _markdown(chance: Random) -> str:
    date = f"date: {_date(chance)}\n" if chance.random() < 0.9 else ""
    head = f"---\ntitle: {json.dumps(chance.choice(_TITLES))}\n{date}authors: [{chance.choice(_NAMES)}]\n---\n"
    return head + "\n\n".join([*_paragraphs(chance), f"Sources: {chance.choice(_SOURCES)}"]) + "\n"


def _dump(chance: Random) -> str:
    head = (
        f"The Eastmoor Gazette\nNews\nSport\n\n{chance.choice(_TITLES)}\n\nBy {chance.choice(_NAMES)}\n{_date(chance)}"
    )
    return "\n\n".join([head, *_paragraphs(chance), f"Sources: {chance.choice(_SOURCES)}", _FURNITURE]) + "\n"


def _html(chance: Random) -> str:
    body = "".join(f"<p>{text}</p>" for text in _paragraphs(chance))
    title, meta = html.escape(chance.choice(_TITLES)), f'property="article:published_time" content="{_date(chance)}"'
    return (
        f"<html><head><meta {meta}></head><body><nav>News</nav><article><h1>{title}</h1>{body}</article></body></html>"
    )


_FORMS: dict[str, Callable[[Random], str]] = {".md": _markdown, ".txt": _dump, ".html": _html}


def _originals(folder: ArchiveFolder) -> list[Path]:
    root = folder.original("")
    return sorted(path for path in root.rglob("*") if path.suffix in _FORMS)


def _add(chance: Random, folder: ArchiveFolder) -> None:
    form = chance.choice(sorted(_FORMS))
    folder.write({f"{chance.choice(_OUTLETS)}/{chance.randint(1, 60)}{form}": _FORMS[form](chance)})


def _edit(chance: Random, folder: ArchiveFolder) -> None:
    path = chance.choice(_originals(folder))
    text = path.read_text(encoding="utf-8")
    old, new = chance.sample([*_NAMES, "Eastmoor", "Dunmere", "Tuesday", "2011", "2012"], 2)
    put(path, text.replace(old, new) if old in text else text.replace("It rained.", _sentence(chance)))


def _edit_a_byte(chance: Random, folder: ArchiveFolder) -> None:
    path = chance.choice(_originals(folder))
    data = bytearray(path.read_bytes() or b" ")  # one of the broken files is empty
    data[chance.randrange(len(data))] = chance.choice(b"aeiou \n")
    put(path, bytes(data))


def _delete(chance: Random, folder: ArchiveFolder) -> None:
    originals = _originals(folder)
    if len(originals) > 4:
        chance.choice(originals).unlink()


def _rename(chance: Random, folder: ArchiveFolder) -> None:
    path = chance.choice(_originals(folder))
    to = folder.original(f"{chance.choice(_OUTLETS)}/{path.stem}-{chance.randint(1, 3)}{path.suffix}")
    to.parent.mkdir(parents=True, exist_ok=True)
    path.replace(to)


def _swap(chance: Random, folder: ArchiveFolder) -> None:
    """Two files change places: their names and contents are all known, and yet it is another archive."""
    one, other = chance.sample(_originals(folder), 2)
    left, right = one.read_bytes(), other.read_bytes()
    put(one, right)
    put(other, left)


def _copy(chance: Random, folder: ArchiveFolder) -> None:
    """The same story once more, mostly in another outlet."""
    path = chance.choice(_originals(folder))
    folder.write({f"{chance.choice(_OUTLETS)}/again-{chance.randint(1, 9)}{path.suffix}": path.read_bytes()})


def _damage(chance: Random, folder: ArchiveFolder) -> None:
    """A file out of which no article can be read, or none after all."""
    path = folder.original(f"wire/bad-{chance.randint(1, 2)}.txt")
    if path.exists():
        path.unlink()
    else:
        put(path, chance.choice([b"", b"\x00\x01\x02" * 200, b"News\nSport\n"]))


# ── what is said of articles ──────────────────────────────────────────────────────────────────────────────────────────


def _said(chance: Random) -> dict[str, str]:
    said = {"title": chance.choice(_TITLES), "date": _date(chance), "author": chance.choice(_NAMES), "url": ""}
    said["url"] = f"https://www.eastmoor.example/{chance.randint(1, 99)}"
    return {key: said[key] for key in chance.sample(sorted(said), chance.randint(1, 3))}


def _sidecar(chance: Random, folder: ArchiveFolder) -> None:
    path = chance.choice(_originals(folder))
    beside = path.with_name(path.name + ".meta.yml")
    if beside.exists() and chance.random() < 0.5:
        beside.unlink()
    else:
        put(beside, "".join(f"{key}: {json.dumps(value)}\n" for key, value in _said(chance).items()))


def _table(chance: Random, folder: ArchiveFolder) -> None:
    """A table of metadata beside the files of a folder, above them, or nowhere."""
    where = folder.original(chance.choice(["", *_OUTLETS]))
    table = where / "metadata.csv"
    if table.exists() and chance.random() < 0.3:
        table.unlink()
        return
    inside = [path for path in _originals(folder) if path.is_relative_to(where)]
    chosen = chance.sample(inside, min(len(inside), 3))
    lines = [f'{path.relative_to(where).as_posix()},"{chance.choice(_TITLES)}",{_date(chance)}' for path in chosen]
    put(table, "\n".join(["path,title,date", *lines]) + "\n")


def _export(chance: Random, folder: ArchiveFolder) -> None:
    """A container of several articles: one more, one fewer, or none at all."""
    path = folder.original("wire/export.jsonl")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    if lines and chance.random() < 0.4:
        lines.pop(chance.randrange(len(lines)))
    else:
        record = {"title": chance.choice(_TITLES), "date": _date(chance), "text": "\n\n".join(_paragraphs(chance))}
        lines.insert(chance.randint(0, len(lines)), json.dumps(record))
    if lines:
        put(path, "\n".join(lines) + "\n")
    else:
        path.unlink(missing_ok=True)


# ── decisions ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def _one_of(stem: str, *bodies: str) -> Change:
    """One file of site_config, as one of these: the first is to say nothing."""

    def change(chance: Random, folder: ArchiveFolder) -> None:
        folder.configure({stem: f"version: 1\n{chance.choice(bodies)}"})

    return change


_TOPICS = (
    "",
    "settings: {min_share: 0.1, max_topics: 5}\n",
    "use_default: false\ntopics:\n  floods: {name: Floods, strong: [flood, flood line], words: [river, water]}\n",
    "topics:\n  floods: {name: Floods, strong: [flood]}\n  bridges: {name: Bridges, strong: [iron bridge]}\n",
    "topics:\n  bridges: {name: The iron bridge, strong: [iron bridge], aliases: [floods]}\n",
)
_STORIES = (
    "",
    "stories:\n  the-bridge: {name: The bridge, all: [[bridge], [repair, piers]], dates: ['2009', '2012']}\n",
)
_PEOPLE = (
    "",
    "people:\n  judith-ferncastle: {name: Judith Ferncastle, misspellings: [Judith Fernecastle], note: A mayor.}\n",
    "people:\n  the-mayor: {name: Judith Ferncastle}\nnot_a_person: [Jenny O'Hara]\n",
    "people:\n  ruth-calder: {name: Ruth Calder, aliases: [Ruth Calder-Wren], private: true}\n",
    "people:\n  thomas-okafor: {name: Thomas Okafor, aliases: [Tom Okafor]}\n  brimble: {name: Walter Brimble}\n",
)
_JUDGEMENTS = (
    "",
    "judgements:\n  - different: [Martin Holloway, Martin Halloway]\n",
    "judgements:\n  - same: [Martin Holloway, Martin Halloway]\n  - not_a_person: [Walter Brimble]\n",
    "judgements:\n  - rename: Ruth Calder\n    to: Ruth Calder the Elder\n",
    "judgements:\n  - private: [Nora Lindqvist]\n  - same: [Thomas Okafor, Tom Okafor]\n",
)
_ARCHIVE = (
    "",
    "thresholds: {person_page: 2, indexed: 1, feed: 2}\n",
    "thresholds: {organization_page: 1, place_page: 1, source_page: 2, person_entry: 2, feed: 1}\n",
    "description: All of Eastmoor.\nrights: Ask first.\ncontact: {corrections: desk@eastmoor.example}\n",
    "folders:\n  gazette: {outlet: The Eastmoor Gazette, rights: Free.}\n  wire: {language: en, outlet: Wire}\n",
    "captured: 2015-01-01\nlimits: {text_characters: 900}\n",
)
_CLEANING = (
    "",
    "rules:\n  - drop: ['/^It rained/']\n",
    "rules:\n  - folder: gazette\n    keep: [Follow us]\n  - folder: dunmere\n    drop: ['/remembers a storm/']\n",
)
_OUTLETS_FILES = (
    "",
    "outlets:\n  the-eastmoor-gazette: {name: The Eastmoor Gazette, folders: [gazette]}\n",
    "outlets:\n  eg: {name: Eastmoor Gazette, folders: [gazette, wire], timezone: Europe/London}\n",
)
_SOURCES_FILES = (
    "",
    "sources:\n  eastmoor-gazette: {name: The Gazette, aliases: [Eastmoor Gazette], note: A daily.}\n",
    "sources:\n  radio: {name: Dunmere Radio}\n",
)
_ORGANIZATIONS = (
    "",
    "organizations:\n  cup-winners: {name: Eastmoor United}\nnot_an_organization: [Arden County Council]\n",
)
_PLACES = ("", "places:\n  london: {name: London, note: A city.}\n", "not_a_place: [London]\n")


def _page(chance: Random, folder: ArchiveFolder) -> None:
    """A page that the maintainers write themselves."""
    path = folder.root / "content" / "pages" / chance.choice(["home.md", "about.md", "history.md"])
    if path.exists() and chance.random() < 0.4:
        path.unlink()
    else:
        put(path, f"# Of this archive\n\n{chance.choice(_PLAIN)}\n")


def _site(chance: Random, folder: ArchiveFolder) -> None:
    settings: list[dict[str, Any]] = [{}, {"site_url": "https://news.example/"}, {"copyright": "Nobody"}]
    more = "".join(f"{key}: {json.dumps(value)}\n" for key, value in chance.choice(settings).items())
    name = chance.choice(["The Test File", "Eastmoor & Dunmere"])
    put(folder.root / "mkdocs.yml", f"INHERIT: build/mkdocs-base.yml\nsite_name: {name}\n{more}")


def _touch(chance: Random, folder: ArchiveFolder) -> None:
    """Files are as new as a fresh checkout's."""
    for path in chance.sample(_originals(folder), 3):
        os.utime(path)


def _forget(chance: Random, folder: ArchiveFolder) -> None:
    """Somebody has deleted, under build/, what may be deleted, or has spoilt it."""
    build = folder.root / "build"
    name = chance.choice(["cache/clipfile.sqlite", "docs.press", "docs", "theme", "previous", "report/build.json"])
    path = build / name
    if path.is_dir() and not path.is_symlink():
        pages = sorted(path.rglob("*.md")) or sorted(file for file in path.rglob("*") if file.is_file())
        chance.choice(pages).write_bytes(b"spoilt") if pages else path.rmdir()
    else:
        path.unlink(missing_ok=True)


CHANGES: dict[str, Change] = {
    "add": _add,
    "edit": _edit,
    "edit a byte": _edit_a_byte,
    "delete": _delete,
    "rename": _rename,
    "swap": _swap,
    "copy": _copy,
    "damage": _damage,
    "sidecar": _sidecar,
    "metadata.csv": _table,
    "export": _export,
    "topics.yml": _one_of("topics", *_TOPICS),
    "stories.yml": _one_of("stories", *_STORIES),
    "people.yml": _one_of("people", *_PEOPLE),
    "judgements.yml": _one_of("judgements", *_JUDGEMENTS),
    "archive.yml": _one_of("archive", *_ARCHIVE),
    "cleaning.yml": _one_of("cleaning", *_CLEANING),
    "outlets.yml": _one_of("outlets", *_OUTLETS_FILES),
    "sources.yml": _one_of("sources", *_SOURCES_FILES),
    "organizations.yml": _one_of("organizations", *_ORGANIZATIONS),
    "places.yml": _one_of("places", *_PLACES),
    "content/pages": _page,
    "mkdocs.yml": _site,
    "touch": _touch,
    "forget": _forget,
}


def begin(chance: Random, folder: ArchiveFolder) -> None:
    """The first articles."""
    for _ in range(12):
        _add(chance, folder)


def some(chance: Random, folder: ArchiveFolder) -> Sequence[str]:
    """Make one to three changes and name them; half of them are of articles."""
    articles, rest = list(CHANGES)[:11], list(CHANGES)[11:]
    names = [chance.choice(chance.choice([articles, rest])) for _ in range(chance.randint(1, 3))]
    for name in names:
        CHANGES[name](chance, folder)
    return names
