"""The article of an HTML page, its fields, and the account of its visible blocks."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cleaning.html.clean import clean_html
from generator.cleaning.html.ends import without_opening_links
from generator.cleaning.html.told import settled
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.tree import parse_page
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.survey import fingerprint
from generator.errors import ContentError
from generator.model import CleanArticle, Metadata, Origin, Original, OutletRef, Repeats
from generator.text.entities import resolved

GOLDEN = Path(__file__).parents[1] / "golden" / "cleaning" / "html"


def page(text: str, *, url: str | None = None, metadata: Metadata | None = None) -> Original:
    """An original of form ``html``."""
    return Original(
        id="page",
        origin=Origin(path="page.html", sha256="0" * 64, media_type="text/html", url=url),
        form="html",
        text=text,
        metadata=metadata or Metadata(),
        outlet=OutletRef(key="", name="", basis=""),
    )


def cleaned(text: str, repeats: Repeats | None = None) -> CleanArticle:
    """The article of a page, without any decision of maintainers."""
    return clean_html(page(text), repeats, CleaningSettings())


@pytest.fixture(scope="module")
def market() -> CleanArticle:
    """The golden news page."""
    return cleaned((GOLDEN / "market.html").read_text(encoding="utf-8"))


def test_body_is_the_article_in_blocks(market: CleanArticle) -> None:
    """The body holds the article's blocks, each with its kind, and nothing of the page around it."""
    kinds = [(block.kind, block.level, market.text[block.start : block.end][:24]) for block in market.blocks]
    assert kinds == [
        ("paragraph", 0, "HARBOUR TOWN — The old m"),
        ("paragraph", 0, "“I had given up hope,” s"),
        ("heading", 2, "What it cost"),
        ("paragraph", 0, "The council paid for mos"),
        ("item", 0, "New roof: two million po"),
        ("item", 0, "Stalls and lighting: hal"),
        ("quote", 0, "This is a place where pe"),
        ("table", 0, "Year\tTraders\n2010\t61\n201"),
        ("paragraph", 0, "Correction, Nov. 21, 201"),
    ]


def test_ordered_lists_are_numbered_as_a_browser_does() -> None:
    """A list begins where it says, an item may say its number, and a list may count down."""
    told = "<p>The old boat is mended in a few steps, say the builders, and every one of them takes a whole day.</p>"
    page = (
        f"<article><h1>Boats</h1>{told}<ol start=3><li>Let the boat dry<ul><li>on the quay</ul><li>Tar it"
        f"<li value=9>Launch it</ol>{told}<ol reversed><li>The second boat<li>The first boat</ol></article>"
    )
    items = [(block.level, block.ordinal) for block in cleaned(page).blocks if block.kind == "item"]
    assert items == [(0, 3), (1, None), (0, 4), (0, 9), (0, 2), (0, 1)]


def test_text_is_the_blocks_joined_by_a_blank_line(market: CleanArticle) -> None:
    """Offsets of the blocks tile the text."""
    assert market.text == "\n\n".join(market.text[block.start : block.end] for block in market.blocks)


def test_links_keep_their_words(market: CleanArticle) -> None:
    """A link's offsets give the words on which it stood."""
    assert [(market.text[link.start : link.end], link.href) for link in market.links] == [
        ("Iron Bridge", "https://bridge.example/")
    ]


def test_relative_links_lead_from_the_base_of_the_page() -> None:
    """A page whose base is the site's top has its links from there, but for those to its own parts."""
    told = f"{BODY[0]} See <a href='lima/bins'>the bins</a> and <a href='#notes'>the notes</a>."
    article = cleaned(f"<head><base href='https://city.example/'></head><article><h1>Bins</h1><p>{told}</p></article>")
    assert [link.href for link in article.links] == ["https://city.example/lima/bins", "#notes"]


def test_no_blank_stands_between_a_link_and_the_stop_behind_it() -> None:
    """Where an editor took it into the link it goes; before other signs and in numbers it stays."""
    links = "<a href='/a'>the list </a>, <a href='/b'>a map</a> (<a href='/c'>here</a> ) <a href='/d'>or ask </a>."
    article = cleaned(f"<article><h1>Ways</h1><p>{BODY[0]} See {links} <a href='/e'>Why</a> ? {BODY[1]}</p></article>")
    assert "See the list, a map (here) or ask. Why ? Members" in article.text
    words = [article.text[link.start : link.end] for link in article.links]
    assert words == ["the list", "a map", "here", "or ask", "Why"]


def test_links_in_cells_keep_their_words() -> None:
    """A table's links have offsets in its text, whatever white space stands in its cells."""
    rows = "<tr><th>Day</th><th>Boats</th></tr><tr><td> Mon </td><td>three <a href='/3'> small  ones </a></td></tr>"
    root = parse_page(f"<html><body><table>{rows}</table></body></html>", 256)
    assert root is not None
    (table,) = page_blocks(root)
    assert table.text == "Day\tBoats\nMon\tthree small ones"
    assert [(table.text[start:end], href) for start, end, href in table.links] == [("small ones", "/3")]


def test_items_in_a_cell_have_their_bullets() -> None:
    """As a reader sees them; the first needs none."""
    rows = "<tr><td>Mon</td><td><ul><li>two <a href='/2'>nets</a></li><li>a boat</li></ul></td></tr>"
    root = parse_page(f"<html><body><table><tr><th>Day</th><th>Bring</th></tr>{rows}</table></body></html>", 256)
    assert root is not None
    (table,) = page_blocks(root)
    assert table.text == "Day\tBring\nMon\ttwo nets • a boat"
    assert [table.text[start:end] for start, end, _ in table.links] == ["nets"]


def test_lists_in_two_columns_stay_apart() -> None:
    """Each beside the other below its name, though every item is a paragraph of its own."""
    pros, cons = (
        "".join(f"<li><p>{one}</p></li>" for one in side) for side in (("old", "dry", "near"), ("cold", "dear"))
    )
    rows = (
        f"<thead><tr><th>Pros</th><th>Cons</th></tr></thead><tr><td><ul>{pros}</ul></td><td><ul>{cons}</ul></td></tr>"
    )
    root = parse_page(f"<html><body><table>{rows}</table></body></html>", 256)
    assert root is not None
    assert [block.text for block in page_blocks(root)] == ["Pros\tCons\nold • dry • near\tcold • dear"]


def test_fields_come_from_markup_and_page(market: CleanArticle) -> None:
    """All fields are read, the headline without the site's name."""
    assert (market.title, market.authors) == ("Market hall reopens after nine years", ("Ada Quill",))
    assert market.published is not None
    assert market.updated is not None
    assert (market.published.date, market.updated.date) == ("2019-11-19", "2019-11-21")
    assert market.dateline == "HARBOUR TOWN"
    assert [(source.name, source.count) for source in market.sources] == [("BBC", 2), ("Daily Pilot", 1)]
    assert market.photo_credits == ("Ben Lund/Gazette", "Ben Lund")
    assert len(market.corrections) == 1
    assert market.language == "en-GB"


def test_every_visible_block_is_accounted_for(market: CleanArticle) -> None:
    """Each visible block has one line of the account; scripts and styles have none."""
    root = parse_page((GOLDEN / "market.html").read_text(encoding="utf-8"), 256)
    assert root is not None
    blocks = page_blocks(root)
    assert [line.number for line in market.account] == [block.number for block in blocks]
    assert all(line.rule for line in market.account)
    assert not any("never seen" in block.text or "color" in block.text for block in blocks)
    fates = {line.text: (line.fate, line.rule) for line in market.account if line.fate != "body"}
    assert fates["Market hall reopens after nine years"] == ("field", "title")
    assert fates["By Ada Quill"] == ("field", "byline")
    assert fates["19 November 2019"] == ("field", "date")
    assert fates["Ferry cancelled for third day"][0] == "removed"


def test_deep_nesting_is_refused() -> None:
    """Forty thousand nested elements end in an error that names the reason, at once."""
    with pytest.raises(ContentError, match="nested more than"):
        cleaned("<div>" * 40_000 + "text")


@pytest.mark.parametrize("text", ["", "   ", "<!-- nothing -->", "<html></html>", "no element at all", "\x00"])
def test_pages_without_an_article_are_empty_or_text(text: str) -> None:
    """A page that holds next to nothing is cleaned without an error."""
    assert cleaned(text).title is None


def test_repeated_blocks_are_furniture() -> None:
    """A block that repeats over the outlet's files is removed and says so."""
    text = (GOLDEN / "market.html").read_text(encoding="utf-8")
    line = "“I had given up hope,” said Tom Reed, who has sold fish there since 1974."
    article = cleaned(text, {fingerprint(line): "most"})
    assert line not in article.text
    assert any(entry.rule == "repeated:most" for entry in article.removed)


def test_a_heading_that_repeats_stays_over_text_that_does_not() -> None:
    """An article may call a part as its site calls a page; over what repeats as well it is furniture."""
    story = "".join(f"<p>{number}. The council voted on Monday to rebuild the old pier.</p>" for number in range(9))
    listed = "<h2>Resources</h2><p>The plans of the pier are open to all who come to the harbour office.</p>"
    heading = fingerprint("Resources")
    text = fingerprint("The plans of the pier are open to all who come to the harbour office.")
    assert "Resources" in cleaned(f"<article>{story}{listed}{story}</article>", {heading: "most"}).text
    assert (
        "Resources" not in cleaned(f"<article>{story}{listed}{story}</article>", {heading: "most", text: "most"}).text
    )


@pytest.mark.parametrize(("name", "authors"), [("ada quill", ("ada quill",)), ("harbour news desk", ())])
def test_whose_site_it_is_may_be_its_author_written_small(name: str, authors: tuple[str, ...]) -> None:
    """Of a site called as a person is; another's name is nobody's."""
    story = "".join(f"<p>{number}. The council voted on Monday to rebuild the old pier.</p>" for number in range(9))
    head = f"<meta property='og:site_name' content='{name.title()}'><meta itemprop='author' content='{name}'>"
    assert cleaned(f"<html><head>{head}</head><body><h1>Pier</h1>{story}</body></html>").authors == authors


def test_a_label_that_repeats_stays_over_text_that_does_not() -> None:
    """The people of a menu are those of the article's list too."""
    story = "".join(f"<p>{number}. The council voted on Monday to rebuild the old pier.</p>" for number in range(9))
    boats = "<ul><li>The Gull, built in the year of the storm</li><li>The Heron, which is older than the pier</li></ul>"
    listed = f"<p>Who owns which boat:</p><ul><li><b>The Mayor:</b>{boats}</li></ul>"
    kept = cleaned(f"<article>{story}{listed}{story}</article>", {fingerprint("The Mayor:"): "most"}).text
    assert "The Mayor:\n\nThe Gull" in kept


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Ferry late - Harbour Gazette</title>", "<h1>Ferry late</h1>", "Ferry late"),
        ("<title>Ferry late | Gazette</title><meta property='og:site_name' content='Gazette'>", "", "Ferry late"),
        ("<title>Gazette: Ferry late</title><meta property='og:site_name' content='Gazette'>", "", "Ferry late"),
        ("<title>Ferry late</title>", "<h1>Harbour Gazette</h1><h1>The ferry is late</h1>", "The ferry is late"),
        ("<meta property='og:site_name' content='Gazette'>", "<h1>Gazette Special: Fog</h1>", "Gazette Special: Fog"),
        ("<title>Cost: who pays?</title>", "<h2>Cost: who pays?</h2>", "Cost: who pays?"),
        (
            "<title>Ferries in Harbour Town - Prices 12/2025</title>",
            "<h1>What does it cost to take a boat in Harbour Town?</h1>",
            "What does it cost to take a boat in Harbour Town?",
        ),
        (
            "<title>Ferries in Harbour Town - Prices 12/2025</title>",
            "<h1>Pricing of boats</h1>",
            "Ferries in Harbour Town - Prices 12/2025",
        ),
        (
            "<title>Harbour Voices Online » Harbour: the ferry is late</title>",
            "<h1><a href='http://voices.example/'>Harbour Voices Online</a></h1><h2>Harbour: the ferry is late</h2>",
            "Harbour: the ferry is late",
        ),
    ],
)
def test_the_headline_is_the_wording_that_page_and_head_agree_on(head: str, body: str, title: str) -> None:
    """A heading that the head confirms wins; otherwise the head's title without the site's name."""
    assert cleaned(f"<html><head>{head}</head><body>{body}<p>Text.</p></body></html>").title == title


TOLD = "\\n\\n".join(
    f"On day {day} the ferry left pier {day} late, on account of fog {day}, said captain {name}, whom nobody of crew "
    f"{day} contradicted, least of all stoker {name} junior, who had lit lamp {day} and lost {thing} to the sea."
    for day, name, thing in ((1, "Reed", "a glove"), (2, "Lund", "two oars"), (3, "Quill", "his supper"))
)


def test_a_body_that_only_the_markup_holds_is_the_body() -> None:
    """Where a page shows no more than a teaser, the body is what its structured data tells, by a rule of its own."""
    linked = (
        f'<script type="application/ld+json">{{"@type": "Article", "author": "A", "articleBody": "{TOLD}"}}</script>'
    )
    article = cleaned(f"<html><head>{linked}</head><body><h1>Fog</h1><p>Ferry number 1 left late.</p></body></html>")
    assert article.text == TOLD.replace("\\n", "\n")
    assert [line.rule for line in article.account].count("json-ld:articleBody") == len(article.blocks)


def test_a_told_body_settles_what_is_in_doubt() -> None:
    """Where page and structured data agree but for a block, the structured data decides; a summary decides nothing."""
    paragraphs = TOLD.split("\\n\\n")
    texts = [
        *paragraphs,
        "Subscribe to the letter of the harbour and never miss a ferry again, whatever the weather does.",
    ]
    root = parse_page("<html><body>" + "".join(f"<p>{text}</p>" for text in texts) + "</body></html>", 256)
    assert root is not None
    blocks = page_blocks(root)
    everything = (True,) * len(blocks)
    assert settled(blocks, everything, " ".join(paragraphs)) == (True, True, True, False)
    assert settled(blocks, everything, paragraphs[0]) == everything


def test_a_page_that_waits_for_its_script_is_read() -> None:
    """Text is hidden by one element around most of the page only until a script shows it; a hidden dialog stays so."""
    story = "".join(
        f"<p>The ferry was late on day {day}, said the captain, who blamed the fog.</p>" for day in range(9)
    )
    dialog = "<div style='display: none'><p>We value your privacy.</p></div>"
    article = cleaned(f"<html><body><div style='visibility: hidden'><h1>Fog</h1>{story}</div>{dialog}</body></html>")
    assert article.text.count("captain") == 9
    assert [line.rule for line in article.removed if "privacy" in line.text] == ["hidden"]


@pytest.mark.parametrize(
    ("shown", "kept", "is_read"),
    [
        ("", 9, True),
        ("<nav><a href='/'>Home</a> <a href='/boats'>Boats</a></nav>", 9, True),
        ("<p>Of boats.</p>" * 50, 9, False),
        ("", 2, False),
    ],
    ids=["nothing", "a menu", "enough", "little is kept"],
)
def test_a_page_that_only_scripts_build_is_what_it_keeps_for_readers_without(
    shown: str, kept: int, *, is_read: bool
) -> None:
    """Forums do so; most pages keep a picture there, or say that scripts are needed."""
    story = "<p>The harbour council voted on Monday to rebuild the old pier of the town.</p>" * kept
    article = cleaned(f"<body>{shown}<noscript><h1>The pier</h1>{story}</noscript><script>draw()</script></body>")
    assert (article.title == "The pier", "rebuild the old pier" in article.text) == (is_read, is_read)


def test_signs_that_a_page_draws_are_not_read() -> None:
    """A note's way back, a heading's link to itself and an icon in place of its name; an arrow in the text stays."""
    story = "".join(
        f"<p>The ferry was late on day {day}, said the captain, who blamed the fog.</p>" for day in range(9)
    )
    head = "<h2>Notes <a href='#n'>¶</a><i class='material-icons md-18'>chevron_right</i></h2>"
    note = "<p>It was the <b>third</b> fog ↩ of the year. <a href='#ref1'><span>↩︎</span></a></p>"
    article = cleaned(f"<body><h1>Fog</h1>{story}{head}{note}<p>— — —</p>{story}</body>")
    assert "\n\nNotes\n\nIt was the third fog ↩ of the year.\n\nThe ferry" in article.text
    assert [line.rule for line in article.removed] == ["shape:print-rule"]


def test_what_follows_the_end_of_the_page_is_read() -> None:
    """A page that closes its body too early goes on, as it does in a browser."""
    article = cleaned("<html><body><p>Menu</p></body></html><div><h1>Fog</h1><p>The ferry was late again.</p></div>")
    assert [line.text for line in article.account if line.fate == "field"] == ["Fog"]
    assert article.title == "Fog"


def test_rows_of_links_do_not_end_a_body() -> None:
    """Tags and links to other pieces below the last paragraph are removed, with the heading above them."""
    story = "".join(
        f"<p>The ferry was late on day {day}, said the captain, who blamed the fog.</p>" for day in range(9)
    )
    links = "<h3>Fog</h3><p><a href='/a'>All that is known of fog</a></p><p><a href='/b'>Ferries</a></p>"
    article = cleaned(f"<html><body><article><h1>Late</h1>{story}{links}</article></body></html>")
    assert article.text.endswith("blamed the fog.")


def test_the_files_of_a_page_do_not_end_its_body() -> None:
    """Paths in a box below the article are no text, with their labels; a list that ends in links stays whole."""
    box = (
        "<h6>File name</h6><p>2019-11-20-late-ferry.md</p><h6>File path</h6><p>news/2019/2019-11-20-late-ferry.md</p>"
        '<h6>Link</h6><p>{{&lt; link "news/2019/2019-11-20-late-ferry.md</p><p>" &gt;}}</p>'
    )
    links = "".join(f"<li><a href='/{name}'>{name} in the harbour</a></li>" for name in ("Buoys", "Foghorns"))
    ending = f"<ul><li>What the captain can see at night, and how far<ul>{links}</ul></li></ul>"
    story = "".join(f"<p>{text}</p>" for text in (*BODY, *reversed(BODY)))
    article = cleaned(f"<body><article><h1>Late</h1>{story}{ending}</article><div>{box}</div></body>")
    assert [article.text[block.start : block.end] for block in article.blocks][-3:] == [
        "What the captain can see at night, and how far", "Buoys in the harbour", "Foghorns in the harbour",
    ]  # fmt: skip


def test_entities_that_a_page_escaped_twice_are_resolved() -> None:
    """Headline and metadata hold no entities, while addresses and code keep what only looks like one."""
    head = "<title>The harbour&amp;#8217;s fog</title><meta name='author' content='Ada O&amp;rsquo;Quill'>"
    article = cleaned(f"<html><head>{head}</head><body><p>It was late.</p></body></html>")
    assert (article.title, article.authors) == ("The harbour’s fog", ("Ada O’Quill",))
    for meant in ("https://gazette.example/?a=1&copy=2", "var pier = &num;"):
        assert resolved(meant) == meant


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<p class='byline'>By ADA QUILL and Ben Lund, Gazette staff</p>", ("Ada Quill", "Ben Lund")),
        ("<a rel='author' href='/x'>Ada Quill</a>", ("Ada Quill",)),
        ("<div><a href='/author/ada/'>Ada Quill</a></div>", ("Ada Quill",)),
        (
            "<a href='/author/ada/'><div><img src='a'></div><div>Ada Quill</div></a>",
            ("Ada Quill",),
        ),
        ("<div class='author-name'>Ada Quill</div>", ("Ada Quill",)),
        ("<div>Ada Quill</div><div>19 November 2019</div>", ("Ada Quill",)),
        ("<p>By August of 2022, my husband and I had sold the boat and moved inland for good.</p>", ()),
        ("<div class='byline'>By admin</div>", ()),
        ("<div class='byline'>By team</div>", ()),
        ("<meta name='author' content='https://gazette.example/ada'>", ()),
        ("<p>Reviewed by Ben Lund</p>", ()),
        ("<p>Written by</p><p>Ada Quill</p><p>Share</p>", ("Ada Quill",)),
        ("<div>By</div><div>The Ferry Team</div>", ("The Ferry Team",)),
        ("<p>By the Pier Street Team 3 min read</p>", ("the Pier Street Team",)),
        ("<p>19 Nov 2019 • Ada Quill in Harbour Life</p>", ("Ada Quill",)),
        ("<div>Ada Quill</div><div>02-12-2019</div>", ("Ada Quill",)),
        ("<div class='byline'>Written By Feb 11, 2019</div>", ()),
        ("<p>This post was written by Ada Quill, head of ferries at the harbour board.</p>", ("Ada Quill",)),
        ("<p class='post-date'>by aquill</p>", ("aquill",)),
        ("<div class='tags'>Contributors: Ada Quill</div>", ("Ada Quill",)),
        ("<meta name='author' content='Ben Lund'><h3>By Ada Quill, Columnist</h3>", ("Ada Quill",)),
        ("<meta name='author' content='Ben Lund'><h3>By Benjamin Lund</h3>", ("Ben Lund",)),
        ("<div class='date-author'>Dec 17, 2019Ada Quill</div>", ("Ada Quill",)),
        ("<div class='date-author'>Dec. 19, 2019 · Ada Quill on behalf of the Pier Group</div>", ("Ada Quill",)),
        ("<div class='author'>Harbour Team</div><p>Fog.</p><p>Written by Ada Quill</p>", ("Ada Quill",)),
        ("<div>Written by</div><p>Quill Ferry Team</p>", ("Quill Ferry Team",)),
        ("<h6>Author(s)</h6><ul><li>Ada Quill</li><li>Ben Lund</li></ul>", ("Ada Quill", "Ben Lund")),
        ("<ul><li>Writers</li><li>Videographers</li></ul>", ()),
        ("<div>Ada Quill</div><div>|</div><div>19 November 2019</div>", ("Ada Quill",)),
        ("<div>Ferry RobotsFerry Robots</div><div>19 November 2019</div>", ()),
        ("<div class='creator-name'>Newsdesk</div>", ("Newsdesk",)),
        ("<p>by Ada · Dec 20, 2019 at 3:00 am</p><p>Author: H. G. Lund<br>Released: 2019</p>", ("Ada",)),
    ],
)
def test_authors_need_a_byline_or_markup(byline: str, authors: tuple[str, ...]) -> None:
    """A byline is read by its wording, its link, its markup or its place beside the date; nobody is invented."""
    page_text = (
        f"<html><body><h1>The ferry is late again</h1>{byline}<p>The ferry was late again today.</p></body></html>"
    )
    assert cleaned(page_text).authors == authors


@pytest.mark.parametrize(
    ("kind", "authors"),
    [("Person", ("Harbour Board",)), ("Organization", ())],
)
def test_an_outlet_signs_only_as_a_person(kind: str, authors: tuple[str, ...]) -> None:
    """An outlet that its markup calls the organization behind the page has not written it; an account of it has."""
    board = f'{{"@type": "{kind}", "name": "Harbour Board"}}'
    linked = f'{{"@type": "Article", "headline": "Ferry late", "author": {board}, "publisher": {board}}}'
    head = f"<head><title>Ferry late</title><script type='application/ld+json'>{linked}</script></head>"
    assert cleaned(f"<html>{head}<body><h1>Ferry late</h1><p>It was late.</p></body></html>").authors == authors


BODY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns.",
    "The mayor said that she hoped to see the first boats there by the end of June, when the visitors come back.",
)


@pytest.mark.parametrize(
    ("between", "kept"),
    [
        ("<p><a href='/t'>Get tickets</a></p>", []),
        ("<div><a href='/t'>Learn More</a></div>", []),
        ("<p>Get <a href='/t'>tickets</a> early.</p>", ["Get tickets early."]),
        (
            f"<p>Ada writes:</p><blockquote><p>{BODY[1]}</p></blockquote>",
            ["Ada writes:", BODY[1]],
        ),
    ],
    ids=["button", "button in a box", "sentence", "words of somebody"],
)
def test_short_lines_between_paragraphs(between: str, kept: list[str]) -> None:
    """A link that bids its readers follow it is no text; a line that says whose words follow is."""
    around = [f"<p>{text}</p>" for text in BODY]
    text = "".join(around[:2]) + between + around[2]
    article = cleaned(f"<html><body><article><h1>The old pier</h1>{text}</article></body></html>")
    assert article.text.split("\n\n") == [*BODY[:2], *kept, BODY[2]]


def test_a_heading_of_whose_section_nothing_is_left_goes() -> None:
    """A heading goes with the button or video below it; one right above another, or that is a sentence, stays."""
    button = "<p><a href='/t'>Get tickets</a></p>"
    sections = (
        f"<h2>See it yourself</h2><h3>Boats</h3>{button}<h2>It was a long winter.</h2>{button}"
        f"<h2>The money</h2><h2>What it costs</h2><p>{BODY[1]}</p><h3>Watch the pier fall</h3>{button}"
    )
    article = cleaned(f"<body><article><h1>The old pier</h1><p>{BODY[0]}</p>{sections}<h2>When</h2><p>{BODY[2]}</p>")
    headings = [article.text[block.start : block.end] for block in article.blocks if block.kind == "heading"]
    assert headings == ["It was a long winter.", "The money", "What it costs", "When"]
    assert [line.text for line in article.account if line.rule == "bare-heading"] == [
        "See it yourself", "Boats", "Watch the pier fall",
    ]  # fmt: skip


def test_a_section_called_as_the_article_keeps_its_heading() -> None:
    """Amid the text it heads what follows; right below the headline, or in large letters, it is said again."""
    sections = f"<h2>The old pier</h2><p>{BODY[1]}</p><h2>The Old Pier</h2><p>{BODY[2]}</p><h1>The old pier</h1>"
    article = cleaned(f"<article><h1>The old pier</h1>{sections}<p>{BODY[0]}</p></article>")
    assert [article.text[block.start : block.end] for block in article.blocks] == [
        BODY[1], "The Old Pier", BODY[2], BODY[0],
    ]  # fmt: skip


def test_what_stands_above_the_headline_is_left_out() -> None:
    """A notice that the site lays over its pages is not the article, however well it reads."""
    notice = f"<div><p>{BODY[1]}</p></div>"
    around = "".join(f"<p>{text}</p>" for text in (*BODY, *reversed(BODY)))
    article = cleaned(f"<html><body><article>{notice}<h1>The old pier</h1>{around}</article></body></html>")
    assert article.text.split("\n\n") == [*BODY, *reversed(BODY)]


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Title: The old pier is closed", "The old pier is closed"),
        ("Nov 19 2019 The old pier is closed", "The old pier is closed"),
        ("The old pier is closed (gazette.example) 87", "The old pier is closed"),
        ("The old pier is closed for good", "The old pier is closed for good"),
        ("Harbour news: The old pier is closed", "Harbour news: The old pier is closed"),
    ],
)
def test_what_a_heading_adds_to_the_headline(heading: str, title: str) -> None:
    """A label, a date or a host that only the heading has is not of the headline; words are."""
    head = "<head><meta property='og:title' content='The old pier is closed'></head>"
    assert cleaned(f"<html>{head}<body><h1>{heading}</h1><p>{BODY[0]}</p></body></html>").title == title


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("<div>Written by:Nora Quill</div>", ("Nora Quill",)),
        ("<div>Guide by <a href='/authors/nora'>Nora Quill</a> Former Harbour Editor</div>", ("Nora Quill",)),
        ("<div class='author-line'>Nora QuillFounder of the Gazette</div>", ("Nora Quill",)),
        ("<div>March 3, 2019 Fact checked by: Nora Quill</div>", ()),
        ("<p>March 3, 2019</p><h2>Quayside Story</h2>", ()),
        ("<p>Writer</p><p>Impress</p>", ()),
        ("<p>Writer</p><p>Nora Quill</p>", ("Nora Quill",)),
        ("<p>Written by</p><p>Gullwatch</p>", ("Gullwatch",)),
        ("<p>March 3, 2019</p><button>Harbour Life</button>", ()),
        (
            (
                "<div><a href='/authors/ada'>Ada Boom</a><div>March 3, 2019</div><p><a href='/authors/nora'>Nora Quill"
                "</a> has written of harbours for as long as anybody here can remember, and of much else.</p></div>"
            ),
            ("Ada Boom",),
        ),
    ],
)
def test_whoever_signs_is_the_author_and_nobody_else(byline: str, authors: tuple[str, ...]) -> None:
    """Neither what a page says of its author, nor who checked, nor a heading beside the date is a name that signs."""
    assert cleaned(f"<html><body><h1>The old pier</h1>{byline}<p>{BODY[0]}</p></body></html>").authors == authors


@pytest.mark.parametrize(
    ("between", "kept"),
    [
        ("<pre>sudo pier rebuild --all\nsudo pier open</pre>", "sudo pier rebuild --all\nsudo pier open"),
        (
            "<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2010</td><td>61</td></tr></table>",
            "Year\tBoats\n2010\t61",
        ),
        (
            "<figure><blockquote>We want it back.</blockquote><figcaption>Ada Quill, fisher</figcaption></figure>",
            "We want it back.\n\nAda Quill, fisher",
        ),
        (
            "<p>Boats (by <side-note>Ada Quill</side-note>, <em>and <side-note>Ben Lund</side-note></em>) wait.</p>",
            "Boats (by Ada Quill, and Ben Lund) wait.",
        ),
    ],
)
def test_code_tables_and_asides_are_where_they_were(between: str, kept: str) -> None:
    """Code and tables between paragraphs are the article's; an element of a page's own making parts no paragraph."""
    found = cleaned(f"<html><body><h1>The old pier</h1><p>{BODY[0]}</p>{between}<p>{BODY[1]}</p></body></html>")
    assert found.text == f"{BODY[0]}\n\n{kept}\n\n{BODY[1]}"


def test_a_line_marked_as_code_is_code() -> None:
    """A ``<pre>`` alone may hold a verse; a ``<code>`` in it or the class of a highlighter says what it is."""
    lines = "<pre><code>open(pier)</code></pre><pre>Oh pier!</pre><pre class='language-sh hljs'>row <b>boat</b></pre>"
    found = cleaned(f"<html><body><h1>The old pier</h1><p>{BODY[0]}</p>{lines}<p>{BODY[1]}</p></body></html>")
    kinds = {found.text[block.start : block.end]: block.kind for block in found.blocks}
    assert kinds["open(pier)"] == kinds["row boat"] == "code"
    assert kinds["Oh pier!"] == "paragraph"


def test_the_translation_of_a_quotation_quotes() -> None:
    """Else it would read as the author's own words; a box of that name elsewhere is a paragraph."""
    box = "<div class='x translation'><p>We want the pier back.</p></div>"
    page = f"<html><body><h1>Pier</h1><p>{BODY[0]}</p>{{}}{box}<p>{BODY[1]}</p></body></html>"
    for above, kind in (("<blockquote>Nous voulons la jetée.</blockquote>", "quote"), ("", "paragraph")):
        found = cleaned(page.format(above))
        kinds = {found.text[block.start : block.end]: block.kind for block in found.blocks}
        assert kinds["We want the pier back."] == kind


def test_a_first_letter_of_its_own_is_joined_to_its_word() -> None:
    """The links behind it stay where they are."""
    link = "<a href='/c'>council</a>"
    text = f"<div>T</div><p>he {link} voted on Monday to rebuild the old pier.</p><p>{BODY[1]}</p>"
    found = cleaned(f"<html><body><h1>Pier</h1>{text}<p>{BODY[0]}</p></body></html>")
    assert found.text.startswith("The council voted on Monday")
    assert [found.text[link.start : link.end] for link in found.links] == ["council"]


def test_a_button_that_fills_a_heading_is_one() -> None:
    """It opens what the heading heads."""
    part = "<h3><button aria-expanded='false'>{}</button></h3><p>{}</p>"
    parts = "".join(
        part.format(label, words) for label, words in zip(("Boats", "Nets", "Tar"), [*BODY, *BODY], strict=False)
    )
    found = cleaned(f"<html><body><h1>Pier</h1><p>{BODY[0]}</p>{parts}<p>{BODY[1]}</p></body></html>")
    kinds = {found.text[block.start : block.end]: (block.kind, block.level) for block in found.blocks}
    assert kinds["Nets"] == ("heading", 3)


def test_cells_below_a_wide_or_a_high_one_keep_their_columns() -> None:
    """Where a cell goes on, an empty one stands, as a browser leaves that place to it."""
    head = "<tr><th rowspan=2>Day</th><th colspan=2>Boats</th></tr><tr><th>big</th><th>small</th></tr>"
    rows = "<tr><td>Mon<td colspan='many'>1<td rowspan=1000000>3</tr><tr><td colspan=2>Tue<td>4</tr>"
    root = parse_page(f"<html><body><table>{head}{rows}</table></body></html>", 256)
    assert root is not None
    (table,) = page_blocks(root)
    assert table.text == "Day\tBoats\t\n\tbig\tsmall\nMon\t1\t3\nTue\t\t4"


def test_wide_cells_do_not_fill_the_memory() -> None:
    """A row of them is no wider than a table that somebody reads, or than its own cells."""
    row = f"<tr>{'<td colspan=1000 rowspan=1000>1</td>' * 50}</tr>"
    root = parse_page(f"<html><body><table>{row * 20}</table></body></html>", 256)
    assert root is not None
    assert all(len(line.split("\t")) <= 90 for line in page_blocks(root)[0].text.split("\n"))


def test_the_way_to_the_page_is_not_its_beginning() -> None:
    """Breadcrumbs between the headline and the first paragraph go, be they items or not."""
    crumbs = "<ul><li>Articles /</li><li>Harbours /</li></ul>"
    found = cleaned(f"<html><body><h1>The old pier</h1>{crumbs}<p>{BODY[0]}</p><p>{BODY[1]}</p></body></html>")
    assert found.text == f"{BODY[0]}\n\n{BODY[1]}"


def test_a_list_of_links_does_not_begin_an_article() -> None:
    """Right below a headline it leads to the page's neighbours; below a sentence it is the article's."""
    links = "<ul><li><a href='/a'>Boats</a></li><li><a href='/b'>Nets</a></li><li><a href='/c'>Sails</a></li></ul>"
    root = parse_page(f"<html><body>{links}<p>{BODY[0]}</p>{links}<p>{BODY[1]}</p></body></html>", 256)
    assert root is not None
    blocks = page_blocks(root)
    within = without_opening_links(blocks, [True] * len(blocks))
    assert within == (False,) * 3 + (True,) * (len(blocks) - 3)
    assert all(without_opening_links(blocks[1:], [True] * (len(blocks) - 1)))


@pytest.mark.parametrize(("around", "stay"), [("nav", False), ("div", True)])
def test_links_below_the_headline_lead_to_neighbours_where_the_page_says_so(around: str, *, stay: bool) -> None:
    """Elsewhere they may be what an article is about."""
    links = "<ul><li><a href='/a'>Boats</a></li><li><a href='/b'>Nets</a></li><li><a href='/c'>Sails</a></li></ul>"
    root = parse_page(f"<html><body><h1>The pier</h1><{around}>{links}</{around}><p>{BODY[0]}</p></body></html>", 256)
    assert root is not None
    assert without_opening_links(page_blocks(root), [True] * 5) == (True, stay, stay, stay, True)


def test_a_list_that_partly_comes_again_stays_whole() -> None:
    """Four of six parts of a series are named in the same order far below: they are no table of contents."""
    parts = [f"The {name} part of the series" for name in ("first", "second", "third", "fourth")]
    series = "".join(f"<li>{part}</li>" for part in ("Why piers fall ← You are here", *parts, "What comes after"))
    told = "".join(f"<p>{text}</p>" for text in BODY * 6)
    again = "".join(f"<li>{part}</li>" for part in (*parts, "And more"))
    found = cleaned(
        f"<html><body><h1>The old pier</h1><p>{BODY[0]}</p><ol>{series}</ol>{told}<ul>{again}</ul>{told}</body></html>"
    )
    assert [found.text.count(part) for part in parts] == [2, 2, 2, 2]


@pytest.mark.parametrize(("leads", "stays"), [("#", False), ("https://gazette.example/pier#", False), ("/p/", True)])
def test_a_table_of_contents_is_not_the_article(leads: str, *, stays: bool) -> None:
    """Items that come again one by one as headings, far apart, only lead to them; those that lead elsewhere stay."""
    parts = ["Why it fell", "Who will pay", "When it opens", "What comes next"]
    contents = "".join(f"<li><a href='{leads}{place}'>{part}</a></li>" for place, part in enumerate(parts))
    told = "".join(
        f"<h2>{part}</h2><p>{text}</p><p>{BODY[0]}</p>" for part, text in zip(parts, (*BODY, BODY[1]), strict=True)
    )
    found = cleaned(f"<html><body><h1>The old pier</h1><p>{BODY[0]}</p><ul>{contents}</ul>{told}</body></html>")
    kinds = [(block.kind, found.text[block.start : block.end]) for block in found.blocks]
    assert [text for kind, text in kinds if kind == "heading"] == parts
    assert [text for kind, text in kinds if kind == "item"] == (parts if stays else [])


@pytest.mark.parametrize(
    ("head", "headings", "title"),
    [
        ("<title>Pier closed | Harbour | Gazette</title>", "<h4>Pier closed</h4>", "Pier closed"),
        (
            "<title>Pier closed | Harbour | Gazette</title>",
            "<h1>Pier closed | Harbour | Gazette</h1><h2>Pier closed</h2>",
            "Pier closed",
        ),
        ("<title>Pier closed | Boats leave</title>", "<h4>Boats</h4>", "Pier closed | Boats leave"),
        (
            "<title>Pier closed | Gazette</title><meta property='og:site_name' content='Pier closed | Gazette'>",
            "<h1>Pier closed</h1>",
            "Pier closed",
        ),
        ("<meta property='og:site_name' content='Ada Quill'>", "<h1>Ada Quill</h1>", "Ada Quill"),
        (
            "<title>What is a pier? - The Harbour</title>",
            "<h1>The Harbour</h1><h2>What Is a Pier?</h2>",
            "What Is a Pier?",
        ),
        ("<title>Planks: The Harbour</title>", "<h1>The Harbour</h1><h3>The Harbour</h3><h1>Planks</h1>", "Planks"),
        ("<title>Planks - The Harbour</title>", "<h2>Planks</h2><h1>The Harbour</h1>", "The Harbour"),
        ("<title>Planks - The Harbour</title>", "<h1>The Harbour</h1><h2>Boats</h2>", "The Harbour"),
    ],
)
def test_a_headline_is_found_without_its_section_and_site(head: str, headings: str, title: str) -> None:
    """A heading that says the beginning alone cuts the rest; a site's name is better than none.

    A manual's name, over every page of it, has the page's own heading below it, which the window's title begins with.
    """
    page_text = f"<html><head>{head}</head><body>{headings}<p>{BODY[0]}</p></body></html>"
    assert cleaned(page_text).title == title


def test_a_byline_in_another_language_signs_and_is_no_part_of_the_body() -> None:
    """``Par`` says what ``By`` does."""
    sentence = "Le conseil municipal a décidé mardi de fermer le vieux pont du port, a déclaré le maire."
    paragraphs = "".join(f"<p>{sentence} Il était {hour} heures.</p>" for hour in range(9, 13))
    body = f"<article><h1>Le conseil ferme le pont</h1><p>Par Marie Dupont</p>{paragraphs}</article>"
    article = cleaned(f"<html lang=fr><title>Le conseil ferme le pont</title><body>{body}</body></html>")
    assert article.authors == ("Marie Dupont",)
    assert article.text.startswith("Le conseil municipal")


@pytest.mark.parametrize(
    ("cell", "words", "kind"), [("th", 100, "table"), ("td", 100, "paragraph"), ("td", 20, "table")]
)
def test_a_table_whose_first_row_names_its_columns_may_have_long_cells(cell: str, words: int, kind: str) -> None:
    """One without names that long lays out a page."""
    told = "The harbour has a pier. " * (words // 5)
    rows = "".join(f"<tr><td>Pier {number}</td><td>{told}</td></tr>" for number in range(3))
    head = f"<tr><{cell}>Pier</{cell}><{cell}>What it is for</{cell}></tr>"
    article = cleaned(
        f"<html><body><article><h1>Piers</h1><p>{BODY[0]}</p><table>{head}{rows}</table><p>{BODY[1]}</p></article></body></html>"
    )
    assert article.blocks[1].kind == kind


@pytest.mark.parametrize(
    ("foot", "authors"),
    [
        ('<footer><span class="byline">Autor <a class="url fn n" href="/a/n">Nora Quill</a></span> {text}</footer>', 1),
        ('<div class="comment"><a class="url fn n" href="/a/n">Nora Quill</a> {text}</div>', 0),
        ('<footer><a class="url fn n">Nora Quill</a>, <a class="url fn n">Jane Doe</a> {text}</footer>', 0),
    ],
    ids=["card", "comment", "two"],
)
def test_a_card_below_the_text_names_the_author(foot: str, authors: int) -> None:
    """Themes print a microformat in the foot of a post, among its date and what it is filed under."""
    filed = "Publicado el 7 octubre, 2019 Categorías El puerto Etiquetas agua, madera, oficios, redes, barcos"
    text = "".join(f"<p>{BODY[number % 2]} So it was in {1990 + number}.</p>" for number in range(20))
    page = f"<article><h1>The old pier</h1>{text}{foot.format(text=filed)}</article>"
    assert cleaned(f"<html><body>{page}</body></html>").authors == ("Nora Quill",) * authors
