"""What pages say in other languages is told in English."""

from __future__ import annotations

import re
from collections import Counter
from importlib import resources

import pytest

from generator.cleaning.fields.byline import read_byline, read_dated_line, read_meta_line
from generator.cleaning.fields.dating import read_dates
from generator.cleaning.fields.translation import in_english as line_in_english
from generator.cleaning.pieces.abroad import _keys_of, in_english, phrases
from generator.cleaning.pieces.shapes import shape_of
from tests.quality.of_languages import languages, pages

TABLES = sorted(resources.files("generator.cleaning").joinpath("data/phrases").iterdir(), key=lambda file: file.name)


@pytest.mark.parametrize("table", TABLES, ids=[table.name for table in TABLES])
def test_a_table_is_well_formed(table: resources.abc.Traversable) -> None:
    """One tab a row, brackets closed, no phrase twice, nothing kept that it lacks, a word in each."""
    rows = [line for line in table.read_text(encoding="utf-8").splitlines() if "\t" in line]
    natives = [row.split("\t")[0] for row in rows]
    assert len(rows) > 100
    assert [row for row in rows if row.count("\t") != 1] == []
    assert [
        native for native in natives if re.sub(r"\[[^][()]*\]|\([^][()]*\)", "", native).strip("[]()") == "\0"
    ] == []
    assert [one for one in natives if set(re.sub(r"\[[^][()]*\]|\([^][()]*\)", "", one)) & set("[]()")] == []
    assert [native for native, count in Counter(natives).items() if count > 1] == []
    assert [native for native in natives if "" in _keys_of(native)] == []
    for native, english in (row.split("\t") for row in rows):
        for sign in "#…@":
            assert english.count(sign) <= native.count(sign), (native, english)


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Zum Hauptinhalt springen", "skip-link"),
        ("37 Kommentare", "comments"),
        ("Комментарии (12)", "comments"),
        ("Lo más visto", "popular"),
        ("LIRE AUSSI : Le pont tombe", "related"),
        ("Leestijd 5 min.", "reading-time"),
        ("İlgili Haberler", "related"),
        ("相关阅读", "related"),
        ("관련기사", "related"),
        ("اقرأ أيضا", "related"),
        ("Hyväksy kaikki evästeet", "cookies"),
    ],
)
def test_furniture_of_other_languages_has_the_shape_of_english_furniture(line: str, rule: str) -> None:
    """Whatever its case and the marks around it."""
    for form in (line, f"» {line}", line.upper()):
        shape = shape_of(form)
        assert shape is not None, form
        assert rule in shape.rule


@pytest.mark.parametrize(
    "line",
    [
        "News",
        "Lesen sie auch nachts, wenn alles schläft?",
        "Der Rat las auch die Kommentare.",
        "Von Miller",
        "Lesen Sie\nauch",
        "Комментарии совета оказались длинными.",
    ],
)
def test_english_and_sentences_stay_as_they_are(line: str) -> None:
    """A row matches whole lines, and none that English pages have."""
    assert in_english(line) == line_in_english(line) == line


@pytest.mark.parametrize(
    ("line", "role", "iso", "authors"),
    [
        ("Veröffentlicht am 3. März 2021 um 14:05 Uhr von Anna Schmidt", "published", "2021-03-03", ("Anna Schmidt",)),
        ("Geplaatst op 11 april 2020 door Willemijn", "published", "2020-04-11", ("Willemijn",)),
        ("Autor Lucía Pedrosa Publicado el 7 octubre, 2019", "published", "2019-10-07", ("Lucía Pedrosa",)),
        ("Автор Дарья ЛапшинаОпубликовано 28.02.2021", "published", "2021-02-28", ("Дарья Лапшина",)),
        ("di Chiara Neri e Davide Valli 18 Aprile 2023", "unlabelled", "2023-04-18", ("Chiara Neri", "Davide Valli")),
        ("Laatst bijgewerkt: 4 november 2022, 08:15", "updated", "2022-11-04", ()),
        ("最后更新：2021年3月3日", "updated", "2021-03-03", ()),
        ("한서윤 기자 입력 2022.11.03 05:00", "published", "2022-11-03", ("한서윤",)),
    ],
)
def test_date_lines_of_other_languages_are_read(line: str, role: str, iso: str, authors: tuple[str, ...]) -> None:
    """With what they say of their dates, and with whoever signs them."""
    (date,) = read_dates(line, "day-first")
    assert (date.role, date.phrase.iso) == (role, iso)
    found = read_byline(line) or read_meta_line(line) or read_dated_line(line)
    assert (found.authors if found else ()) == authors


def test_every_phrase_finds_itself() -> None:
    """A row without signs is told in its own English, unless an earlier row or English itself has its words."""
    plain = [(native, english) for native, english in phrases() if not set("#…@[]()|") & set(f"{native}{english}")]
    assert len(plain) > 30
    lost = [native for native, english in plain if in_english(native) == native != english]
    assert lost == []


def test_no_paragraph_of_an_article_is_told_as_anything_else() -> None:
    """Of the pages in other languages that quality is measured on, with truth beside them."""
    texts = [block for language in languages() for page in pages(language) for block in page.truth.body.split("\n\n")]
    assert len(texts) > 700
    assert [text for text in texts if in_english(text) != text] == []
