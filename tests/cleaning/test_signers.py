"""Who signs a dump where the trees are sure of nobody, or of a name that is none."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump import bylines
from generator.model import CleanArticle
from tests.cleaning.conftest import MakeOriginal

TITLE = "Old Pier To Be Rebuilt After Storm"
DATE = "November 19, 2019"
BODY = """The harbour council voted on Monday to rebuild the old pier, which the storm of last winter had taken away.

Work is to begin in the spring, the mayor said after the vote, and will take two years at the least.

Fishermen who had waited for the decision since January said that the pier was the only place to land in a north wind.
"""


def cleaned(make_original: MakeOriginal, above: tuple[str, ...], below: tuple[str, ...] = ()) -> CleanArticle:
    """The article of a dump of which nothing else is known."""
    return clean(make_original("\n\n".join((*above, BODY, *below))), None, CleaningSettings())


@pytest.fixture
def unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the trees be sure of nobody."""
    monkeypatch.setattr(bylines, "score", lambda _table, _traits, count: [-9.0] * count)


@pytest.fixture
def sure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the trees take the first name that they are asked about."""
    monkeypatch.setattr(bylines, "score", lambda _table, _traits, count: [5.0] * count)


@pytest.mark.parametrize(("date", "authors"), [(f" on {DATE}", ("Jane Doe",)), ("", ())])
def test_a_dated_byline_below_the_last_word_of_a_menu_names_no_press_officer(
    make_original: MakeOriginal, date: str, authors: tuple[str, ...]
) -> None:
    """``Contact`` ends many a menu."""
    dump = f"Home\n\nWorkshops\n\nContact\n\nPosted{date} by Jane Doe\n\n{TITLE}\n\n{BODY}"
    assert clean(make_original(dump), None, CleaningSettings()).authors == authors


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("by gullwatch", DATE), ("gullwatch",)),
        (("By 3x Harbour", DATE), ("3x Harbour",)),
        (("By the Harbour Team 2–3 minutes",), ("the Harbour Team",)),
        (("Recipe by Gull", DATE), ("Gull",)),
        (("By", "gullwatch", DATE), ("gullwatch",)),
        (("Guide by Jane Doe Former Deputy Harbour Editor", DATE), ("Jane Doe",)),
        (("Team Harbour", DATE), ("Team Harbour",)),
        (("Newsdesk", DATE), ("Newsdesk",)),
        (("La rédaction", DATE), ("La rédaction",)),
        (("Jane Doe", DATE), ("Jane Doe",)),
        (("Jane Doe CPP, PSP", DATE), ("Jane Doe",)),
        (("Gullwatch", DATE), ("Gullwatch",)),
        (("Picture of sea gulls sea gulls", DATE), ("sea gulls",)),
        (("Picture of Kim Kim", DATE), ("Kim",)),
        ((f"{DATE} · Jane Doe on behalf of the harbour group",), ("Jane Doe",)),
        (("News", DATE), ()),
        (("Fishing", DATE), ()),
        (("By design", DATE), ()),
        (("By", "4 Comments", DATE), ()),
        (("by admin", DATE), ()),
        (("By night the harbour is empty", DATE), ()),
        (("Harbour News", DATE), ()),
        (("Gullwatch",), ()),
    ],
)
def test_what_stands_by_the_date_signs(
    make_original: MakeOriginal, lines: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    """Behind ``By`` a firm or a login too; without it people, desks and one word that has no other meaning."""
    article = cleaned(make_original, (TITLE, *lines))
    assert article.authors == authors
    assert article.text.startswith("The harbour council") or not authors


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize(
    ("below", "authors"),
    [
        (("Jane Doe", "Jane Doe is a reporter of the harbour who lives there with two cats."), ("Jane Doe",)),
        (("Jane Doe", "(Editor / Reporter) – Jane comes from a family of fishermen of the north."), ("Jane Doe",)),
        (("Jane Doe (Reporter) – Jane comes from a family of fishermen of the north.",), ("Jane Doe",)),
        (("About Jane Doe", "Jane has written about harbours and ships for more than twenty years."), ("Jane Doe",)),
        (
            ("Über Anna Schmidt", "Anna schreibt seit mehr als zwanzig Jahren über Häfen und Schiffe."),
            ("Anna Schmidt",),
        ),
        (("Jane Doe", "The harbour office of the council is open on Mondays and on Fridays."), ()),
        (("Author:", "Jane Doe", "John Roe"), ("Jane Doe", "John Roe")),
    ],
)
def test_a_biography_below_the_text_tells_the_author(
    make_original: MakeOriginal, below: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    """A name on a line of its own and who that is, below the text of a page that nobody signs."""
    assert cleaned(make_original, (TITLE,), below).authors == authors


@pytest.mark.usefixtures("unsure")
def test_a_name_that_the_text_begins_with_signs(make_original: MakeOriginal) -> None:
    """A dump may join the byline to the first paragraph; who did something by a house is none."""
    assert cleaned(make_original, (TITLE, f"by Jane Doe Gulls/Harbour illustration. {BODY}")).authors == ("Jane Doe",)
    assert cleaned(make_original, (TITLE, f"By Harbour House the boats lie dry since the storm. {BODY}")).authors == ()


@pytest.mark.usefixtures("unsure")
def test_a_headline_that_reads_like_a_name_is_none(make_original: MakeOriginal) -> None:
    """Press releases begin with the name of whom they are about."""
    title = "Jane Doe Applauds Harbour Pilots"
    assert cleaned(make_original, (title, DATE, title)).authors == ()


@pytest.mark.usefixtures("sure")
def test_whom_the_press_may_call_wrote_nothing(make_original: MakeOriginal) -> None:
    """The name below the word for a contact is a press officer's."""
    assert cleaned(make_original, (TITLE, DATE, "Contact", "Jane Doe")).authors == ()
    assert cleaned(make_original, (TITLE, f"{DATE} Contact", "Jane Doe")).authors == ()
    assert cleaned(make_original, (TITLE, DATE, "Jane Doe (Roe)", "(555) 010-0123")).authors == ()


@pytest.mark.usefixtures("sure")
def test_pictures_between_names_part_nobody(make_original: MakeOriginal) -> None:
    """w3m prints the name of each author's picture above hers."""
    lines = ("[quill]", "Jane Doe", "[dark-roe]", "John Roe", "[sea]", "Ada Marsh", DATE)
    article = cleaned(make_original, (TITLE, *lines))
    assert article.authors == ("Jane Doe", "John Roe", "Ada Marsh")
    assert article.text.startswith("The harbour council")


QUOTED = "Nobody builds a pier for the sea."


@pytest.mark.usefixtures("sure")
@pytest.mark.parametrize(
    ("above", "authors"),
    [
        ((DATE, QUOTED, "Jane Doe"), ()),
        ((DATE, QUOTED, "Jane Doe, President"), ()),
        ((f"“{QUOTED}”", "– Jane Doe"), ()),
        ((QUOTED, "Jane Doe", DATE), ("Jane Doe",)),
        ((QUOTED, "Jane Doe"), ("Jane Doe",)),
        ((TITLE, QUOTED, "Jane Doe"), ("Jane Doe",)),
        ((DATE, "Jane Doe"), ("Jane Doe",)),
        ((DATE, QUOTED, "By Jane Doe"), ("Jane Doe",)),
    ],
    ids=[
        "a motto",
        "with a role",
        "a dash",
        "a standfirst above",
        "no date",
        "a second headline",
        "no quotation",
        "so called",
    ],
)
def test_whose_words_stand_above_the_text_wrote_nothing(
    make_original: MakeOriginal, above: tuple[str, ...], authors: tuple[str, ...]
) -> None:
    """Between a dated head and the text a sentence and a name are a motto; a standfirst stands above its byline."""
    assert cleaned(make_original, (TITLE, *above)).authors == authors


@pytest.mark.usefixtures("sure")
@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("The words of the speech on the pier as delivered by Mayor Doe:", ()),
        ("Jane Doe Applauds News that the Council Will Rebuild the Old Pier", ()),
        ("Story and notes on the pier by Jane Doe", ("Jane Doe",)),
        ("Jane Doe News Editor", ("Jane Doe",)),
    ],
)
def test_a_line_that_says_more_than_who_signs_does_not_sign(
    make_original: MakeOriginal, line: str, authors: tuple[str, ...]
) -> None:
    """A second headline and a line that brings in a speech hold a name, yet nobody signs there."""
    assert cleaned(make_original, (TITLE, DATE, line)).authors == authors


@pytest.mark.parametrize(("between", "shown"), [((), ("Nora Quill",)), (("More from the harbour",), ())])
def test_a_credit_of_elsewhere_is_not_the_articles(
    make_original: MakeOriginal, between: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    """Below a line that leads away stand other articles, with their pictures."""
    assert cleaned(make_original, (TITLE, DATE), (*between, "Photo: Nora Quill")).photo_credits == shown


@pytest.mark.usefixtures("unsure")
def test_two_biographies_tell_no_author(make_original: MakeOriginal) -> None:
    """They may be those of the people whom the page is about."""
    told = ("Jane Doe", "Jane Doe is a fisher of the north.", "John Roe", "John Roe is a fisher of the south.")
    assert cleaned(make_original, (TITLE,), told).authors == ()


@pytest.mark.usefixtures("unsure")
def test_who_is_named_above_and_introduced_below_wrote(make_original: MakeOriginal) -> None:
    """A name below the headline, with no date beside it, comes again where the text ends."""
    below = ("Jane Smith, harbour correspondent, can be met at the pier.",)
    assert cleaned(make_original, (TITLE, "Jane Smith"), below).authors == ("Jane Smith",)
    assert cleaned(make_original, (TITLE, "Jane Smith")).authors == ()


@pytest.mark.usefixtures("unsure")
@pytest.mark.parametrize(
    ("top", "foot", "authors"),
    [
        ("Jane Doe", "© 2012-2019 Jane Doe. All rights reserved.", ("Jane Doe",)),
        ("Jane Doe's Harbour Blog", "Subscribe", ("Jane Doe",)),
        ("Harbour Gazette", "© 2012-2019 Jane Doe", ()),
        ("Harbour Gazette", "© 2012-2019 Harbour Gazette", ()),
    ],
)
def test_the_owner_of_a_personal_site_wrote(
    make_original: MakeOriginal, top: str, foot: str, authors: tuple[str, ...]
) -> None:
    """A person's name at the head and under the rights of a page, or a blog that is somebody's in so many words."""
    assert cleaned(make_original, (top, "Home", TITLE), (foot,)).authors == authors


@pytest.mark.usefixtures("sure")
@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Written By: Jane Doe Executive Editor and Master Gardener", ("Jane Doe",)),
        ("Harbour NewsletterLatest Stories", ()),
        ("Cloud Computing", ()),
        ("By Harbour BoatsJust PlanksOld Piers", ()),
        ("By HarbourHandboats Jane DoeliFollow", ()),
        ("Published on March 5, 2019 by and", ()),
        ("By Jane MacDoe", ("Jane MacDoe",)),
        ("Jane DoeJane Doe", ("Jane Doe",)),
        ("By HARBOUR Pilots Team", ("HARBOUR Pilots Team",)),
    ],
)
def test_what_is_no_name_signs_nothing(make_original: MakeOriginal, line: str, authors: tuple[str, ...]) -> None:
    """Glued words and things are nobody, roles are no second author, and a team is called so."""
    assert cleaned(make_original, (TITLE, line)).authors == authors
