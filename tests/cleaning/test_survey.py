"""Furniture that is learned from repetition."""

from __future__ import annotations

import random

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.survey import fingerprint, furniture, lines_of, repeated, repeats
from generator.model import Original
from tests.cleaning.conftest import MakeOriginal
from tests.quality import gold
from tests.quality.dumps import BY_LINES, render_all
from tests.quality.of_dumps import clean_alone, clean_with, furniture_of

STORIES = (
    (
        "Pier To Be Rebuilt",
        "The harbour council voted on Monday to rebuild the old pier after the storm of last winter.",
    ),
    (
        "Ferry Returns",
        "The ferry to the northern islands will return in the spring, its owners told the town on Friday.",
    ),
    (
        "School Wins Prize",
        "Pupils of the harbour school have won a prize for a boat that they built in their workshop.",
    ),
    ("Market Moves", "The fish market will move to the old station in June, the council decided after a long debate."),
)
AROUND = (
    "The Gazette Of Harbour Town And Bay\n\n{}\n\n{} It was a matter of much talk.\n\n"
    "Write to the night desk, Pier Road {}\n"
)


def _pages() -> list[str]:
    return [AROUND.format(title, text, number) for number, (title, text) in enumerate(STORIES)]


def test_numbers_and_marks_do_not_make_a_line_another_line() -> None:
    """Two lines are the same if their words are."""
    assert fingerprint("12 Comments") == fingerprint("• 7 comments:")
    assert fingerprint("12 Comments") != fingerprint("12 Commenters")
    assert fingerprint("* * *") == ""


def test_furniture_does_not_depend_on_the_order_of_the_files(make_original: MakeOriginal) -> None:
    """A pure function of the set of originals."""
    lines = {f"{number}": lines_of(make_original(page)) for number, page in enumerate(_pages())}
    shuffled = list(lines.items())
    random.Random(3).shuffle(shuffled)
    assert furniture("gazette", lines) == furniture("gazette", dict(shuffled))


def test_lines_that_repeat_are_removed_and_say_so(make_original: MakeOriginal) -> None:
    """The masthead and the foot go, the headline stays."""
    pages = [make_original(page, path=f"{number}.txt") for number, page in enumerate(_pages())]
    learned = furniture("gazette", {page.id: lines_of(page) for page in pages})
    article = clean(pages[0], repeats(learned, lines_of(pages[0])), CleaningSettings())
    assert article.title == "Pier To Be Rebuilt"
    assert {line.text: line.rule for line in article.removed} == {
        "The Gazette Of Harbour Town And Bay": "repeated:most",
        "Write to the night desk, Pier Road 0": "repeated:most",
    }


def test_a_long_sentence_quoted_twice_is_no_furniture(make_original: MakeOriginal) -> None:
    """A quotation may stand in two articles of one outlet."""
    quote = "We waited too long, and now the sea has taken what our fathers built with their own hands."
    pages = [make_original(f"{title}\n\n{text}\n\n{quote}", path=title) for title, text in STORIES[:2]]
    pages += [make_original(f"{title}\n\n{text}", path=title) for title, text in STORIES[2:]]
    learned = furniture("gazette", {page.id: lines_of(page) for page in pages})
    assert repeated(quote, repeats(learned, lines_of(pages[0]))) is None


def test_an_agency_note_is_no_furniture(make_original: MakeOriginal) -> None:
    """It stands under many articles and belongs to each of them."""
    note = "The Associated Press contributed to this report."
    pages = [make_original(f"{title}\n\n{text}\n\n{note}", path=title) for title, text in STORIES]
    learned = furniture("gazette", {page.id: lines_of(page) for page in pages})
    assert repeated(note, repeats(learned, lines_of(pages[0]))) is None


def test_two_files_teach_nothing(make_original: MakeOriginal) -> None:
    """From fewer than three files nothing is learned."""
    pages = [make_original(page, path=f"{number}") for number, page in enumerate(_pages()[:2])]
    assert furniture("gazette", {page.id: lines_of(page) for page in pages}).lines == {}


def test_a_part_called_as_an_entry_of_the_menu_is_the_article_s(make_original: MakeOriginal) -> None:
    """It stands by itself amid the text, the entry among others that repeat; what always stands alone is furniture."""
    menu = "Harbour Guides\n\nOld Harbour Pages\n\nBoats And Nets\n\n{}\n\n{} It was a matter of much talk.\n\n{}\n\n{}"
    more = "The council will hear of “{}” again in the spring, when the mayor is back from the islands."
    own = ("Old Harbour Pages", "A note.", "A word.", "An end.")
    texts = [
        menu.format(title, text, part, more.format(title)) + "\n\nRead Us Every Day\n\nIt ends here."
        for (title, text), part in zip(STORIES, own, strict=True)
    ]
    pages = [make_original(text, path=f"{number}.txt") for number, text in enumerate(texts)]
    learned = furniture("gazette", {page.id: lines_of(page) for page in pages})
    article = clean(pages[0], repeats(learned, lines_of(pages[0])), CleaningSettings())
    gone = [line.text for line in article.removed]
    assert "Old Harbour Pages" in article.text
    assert gone.count("Old Harbour Pages") == 1
    assert {"Harbour Guides", "Boats And Nets", "Read Us Every Day"} <= set(gone)


def test_a_notice_that_two_of_three_files_have_hides_no_article(make_original: MakeOriginal) -> None:
    """A list of short lines between what all three have is it, though the notice reads like more of one."""
    notice = (
        "What stands here is no longer brought up to date, and its links may lead to pages that are no longer there. "
        "It is kept for those who want to know what was said of the harbour at the time, and by whom it was said then."
    )
    nets = "The harbour has these nets:\n\n• Two of hemp\n\n• Four of cotton\n\n• One of silk"
    menu, foot = (
        "Harbour Guides\n\nOld Harbour Pages\n\n{}\n\nHome Of Boats\n\n",
        "\n\nRead Us Every Day\n\nWrite To Us",
    )
    texts = [
        menu.format(notice) + f"Nets of the Harbour\n\n{nets}" + foot,
        menu.format(notice) + "\n\n".join(STORIES[0]) + foot,
        menu.format("Boats And Nets") + "\n\n".join(STORIES[1]) + foot,
    ]
    pages = [make_original(text, path=f"{number}.txt") for number, text in enumerate(texts)]
    learned = furniture("gazette", {page.id: lines_of(page) for page in pages})
    assert "Four of cotton" in clean(pages[0], repeats(learned, lines_of(pages[0])), CleaningSettings()).text


def _of_sites(make_original: MakeOriginal, own: int, common: int) -> list[Original]:
    """A page of each story, with so many lines in its menus that only it has, and so many that all have."""
    return [
        make_original(
            "\n".join(
                [
                    *(f"{'abcd'[site]} {name}" for name in _names(own)),
                    title,
                    text,
                    "Company",
                    f"It was a matter of much talk, and in {title} more than that.",
                    *(f"all {name}" for name in _names(common)),
                ]
            ),
            path=f"{site}.txt",
        )
        for site, (title, text) in enumerate(STORIES)
    ]


def _names(count: int) -> list[str]:
    return [f"{chr(97 + number % 26)}{chr(97 + number // 26)} pages" for number in range(count)]


@pytest.mark.parametrize(
    ("own", "common", "is_one_site", "shares"),
    [
        (60, 5, False, False),
        (60, 5, True, True),
        (60, 25, False, True),
        (300, 45, False, True),
        (20, 5, False, True),
    ],
    ids=["menus of their own", "known to be one site", "a quarter", "forty", "without menus"],
)
def test_files_of_many_sites_teach_each_other_nothing(
    make_original: MakeOriginal, own: int, common: int, *, is_one_site: bool, shares: bool
) -> None:
    """Sites call their pages alike (``Company``); of one site are those that share a good part of their lines."""
    pages = _of_sites(make_original, own, common)
    learned = furniture("", {page.id: lines_of(page) for page in pages}, is_one_site=is_one_site)
    assert bool(repeats(learned, lines_of(pages[0]))) is shares
    assert repeated("Company", repeats(learned, lines_of(pages[0]))) == ("most" if shares else None)


@pytest.mark.skipif(not gold.DEFAULT.is_dir(), reason=f"no development corpora in {gold.DEFAULT}")
def test_a_folder_of_many_sites_is_cleaned_as_each_file_alone() -> None:
    """Dumps of which every string is a line, whose menus share the most."""
    dumps = list(render_all(list(gold.pages(gold.DEFAULT, "web"))[::28], BY_LINES))
    learned = furniture_of(dumps)
    assert len(learned.lines) > len(dumps)
    assert [clean_with(dump, learned).text for dump in dumps] == [clean_alone(dump).text for dump in dumps]
