"""Credit lines and attributions."""

from __future__ import annotations

import pytest

from generator.cleaning.fields.attributions import attributions, known_outlets
from generator.cleaning.fields.credits import read_credits

KNOWN = (*known_outlets(), "GreatAgain")


def test_sources_and_photo_credit_share_a_line() -> None:
    """Counts are taken off the names, the slash inside a photo credit is its own."""
    found = read_credits("Sources: The Washington Post (2), CNN / Photo credit: Lena Moor/Wikimedia Commons", KNOWN)
    assert found is not None
    assert [(one.name, one.count) for one in found.sources] == [("The Washington Post", 2), ("CNN", 1)]
    assert found.photo_credits == ("Lena Moor/Wikimedia Commons",)


def test_glued_sources_are_split_where_known_names_meet() -> None:
    """A dump glued two links; both are names of sources."""
    found = read_credits("Sources: GreatAgainWashington Examiner (3) / Photo credit: Lena Moor/Facebook", KNOWN)
    assert found is not None
    assert [(one.name, one.count) for one in found.sources] == [("GreatAgain", 1), ("Washington Examiner", 3)]


def test_a_name_that_only_looks_glued_stays_whole() -> None:
    """``BuzzFeed`` and unknown names are not cut at their capitals."""
    found = read_credits("Source: BuzzFeed, McHarbour DailyBoat", KNOWN)
    assert found is not None
    assert [one.name for one in found.sources] == ["BuzzFeed", "McHarbour DailyBoat"]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Photo credit: Lena Moor", "Lena Moor"),
        ("Photo: Lena Moor/The Gazette", "Lena Moor/The Gazette"),
        ("The mayor at the pier on Monday. (AP Photo/Lena Moor)", "AP Photo/Lena Moor"),
        ("The pier (photo courtesy of Lena Moor)", "Lena Moor"),
        ("Lena Moor/Getty Images", "Lena Moor/Getty Images"),
        ("The mayor at the pier on Monday. Picture: Getty", "Getty"),
        ("“I like the pier,” says the mayor. Photo by Lena Moor.", "Lena Moor"),
        ("The pier in May. Photo credit: Lena Moor", "Lena Moor"),
        ("lenamoor/iStock/Thinkstock", "lenamoor/iStock/Thinkstock"),
        ("lenamoor, iStock, Thinkstock", "lenamoor, iStock, Thinkstock"),
        ("Foto: Lena Moor", "Lena Moor"),
        ("Der Steg im Mai. Foto: Lena Moor/dpa", "Lena Moor/dpa"),
        ("Mein Heft, Seite 12. (Foto: Lena)", "Lena"),
        ("Смотритель на галерее маяка. Фото Н. Осокина", "Н. Осокина"),
        ("Dos mariscadores, ayer, en las rocas. / FOTO: C. MORENO", "C. MORENO"),
        ("9月12日，水鸟在湿地觅食。本报记者 贺小满 摄", "贺小满"),
        ("桟橋に集まった人たち=2023年9月5日、宮部航平撮影", "宮部航平"),
        ("마지막 연습을 하고 있다. /사진=고명진 기자", "고명진 기자"),
    ],
)
def test_photographers_are_credited(line: str, credit: str) -> None:
    """Labels, captions and bare agency lines give the credit as written."""
    found = read_credits(line, KNOWN)
    assert found is not None
    assert found.photo_credits == (credit,)


@pytest.mark.parametrize(
    "line",
    [
        (
            "Sources: none of them would speak on the record, since all of them feared for their work and for the peace"
            " of the town, which had been long in coming and might be short in going."
        ),
        "Sources:",
        "The photo shows the pier.",
        "The mayor showed us what she had kept. Photo by photo, the pier rose again.",
        "The harbour pays. Credit: it is what the mayor asked for.",
        "Ask whom you need for the feast (photo, video, flowers, music)",
        "Video: 4K/30p without any crop",
        "Video: The Building of Old Piers and Quays with Nora Quill, Harbour Museum",
        "Feed it before the holidays (Christmas/Easter).",
        "Das Bild ist schön.",
        "Il a vu la photo : un pont, des barques, la mer.",
        "Он сделал фото. Фото Петрова нет.",
    ],
)
def test_a_sentence_about_sources_is_no_credit(line: str) -> None:
    """Only names make a credit line."""
    assert read_credits(line, KNOWN) is None


def test_running_text_attributes_to_outlets_only() -> None:
    """A person who was told something is no source; an outlet is, as it is written."""
    text = (
        "Doe told CNN that it was so, according to The Washington Post. He told Smith. As Reuters reported, it rained."
    )
    assert [(one.name, one.count, one.kind) for one in attributions(text)] == [
        ("CNN", 1, "attribution"),
        ("Reuters", 1, "attribution"),
        ("The Washington Post", 1, "attribution"),
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Sources: CNNNBC NewsThe Hill", ["CNN", "NBC News", "The Hill"]),
        ("Sources: PoliticoCNN (2)Fox News", ["Politico", "CNN", "Fox News"]),
        ("Sources:CNN,NBC News", ["CNN", "NBC News"]),
        ("Source: CNN, Photo: Lena Moor", ["CNN"]),
        ("(via The Hill)", ["The Hill"]),
        ("Source: Harbour Digest and 1stpiers", ["Harbour Digest", "1stpiers"]),
    ],
)
def test_sources_are_told_apart_however_they_are_printed(line: str, names: list[str]) -> None:
    """Rows of known names without blanks, lists without blanks, another label after a comma, a mere ``via``."""
    found = read_credits(line, KNOWN)
    assert found is not None
    assert [one.name for one in found.sources] == names


@pytest.mark.parametrize(
    "line",
    [
        "Sources close to the mayor: he is ill.",
        "Sources: three men told us of it at length.",
        "Sources: Tides and Winds, Harbour Press, 2019; Piers, Oar & Co; What Is a Boat, Quill",
    ],
)
def test_what_sources_say_is_no_list_of_them(line: str) -> None:
    """Words that are mostly written small are no names, and works with their publishers and years are none either."""
    assert read_credits(line, KNOWN) is None


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Lena Moor and Ada Quill in Harbour; Editing by Ben Lund)",
        "Additional reporting by Lena Moor",
        "Lena Moor and Ada Quill contributed to this report.",
        "Lena Moor and Ada Quill have collaborated with this post",
    ],
)
def test_thanks_to_the_staff_are_no_part_of_the_text(line: str) -> None:
    """Who helped is told in a line of its own."""
    found = read_credits(line, KNOWN)
    assert found is not None
    assert found.rule == "contributors"


def test_an_outlet_is_named_before_and_after_the_verb() -> None:
    """``a Reuters report``, ``…, reports Bloomberg``."""
    text = "The pier is closed, reports Bloomberg. A Reuters investigation found why."
    assert [one.name for one in attributions(text)] == ["Bloomberg", "Reuters"]


@pytest.mark.parametrize(
    "praise",
    [
        "Tides is a novel by New York Times bestselling author Nora Quill.",
        "Tides is a novel by the #1 New York Times and USA Today Best-Selling author Nora Quill.",
        "Our work on piers has been cited by The New York Times, CNN and Reuters.",
    ],
)
def test_the_name_of_an_outlet_in_praise_attributes_nothing_to_it(praise: str) -> None:
    """It lends its name to an author, or it is what cites the article's own people."""
    assert not attributions(praise)
    assert [one.name for one in attributions("The tides rise, according to The New York Times.")] == [
        "The New York Times"
    ]


def test_what_an_outlet_did_attributes_nothing_to_it() -> None:
    """It may have bought what the article is about."""
    assert not attributions("The pier was acquired by Yahoo last year and is now run by Reuters.")
    assert [one.name for one in attributions("The pier is sold, by Reuters.")] == ["Reuters"]


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("Boats by the pier Photo Credit: Nora Quill", "Nora Quill"),
        ("Boats by the pier, Photo by Nora Quill from Flickr (cc licensed)", "Nora Quill from Flickr (cc licensed)"),
        ("Boats by the pier. Photo: Nora Quill", "Nora Quill"),
        ("Boats by the pier. Photo: quillpix/Flickr.", "quillpix/Flickr"),
        ("Boats by the pier! – Photo Credit: Nora Quill (Harbour.example)", "Nora Quill (Harbour.example)"),
    ],
)
def test_a_caption_ends_with_whose_picture_it_is(caption: str, credit: str) -> None:
    """Behind a comma, a stop or nothing but the label."""
    found = read_credits(caption, ())
    assert found is not None
    assert found.photo_credits == (credit,)
    assert read_credits("Boats by the pier took a photo by Nora Quill", ()) is None


@pytest.mark.parametrize("cited", ["EPA 2024", "PA, 1998a", "Bloomberg & Doe 2024; Roe 2023"])
def test_a_work_that_is_cited_took_no_picture(cited: str) -> None:
    """A year stands behind whoever wrote it."""
    assert read_credits(f"Boats emit 46.6 percent of all tar in the harbour ({cited}).", ()) is None
    assert read_credits("Boats wait by the old pier (AP Photo/Nora Quill, 2024)", ()) is not None
    assert read_credits("Take a purse (credit/debit cards, cash, etc.)", ()) is None


def test_letters_that_are_short_for_the_words_before_them_credit_nobody() -> None:
    """Of an agency of pictures they are none."""
    assert read_credits("Jane Doe, Environmental Protection Agency (EPA)", ()) is None
    credit = read_credits("Boats wait by the old pier on Monday (EPA).", ())
    assert credit is not None
    assert credit.photo_credits == ("EPA",)
