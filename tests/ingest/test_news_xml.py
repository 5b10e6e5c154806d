# ruff: noqa: E501 - files as they are written
"""Stories in the XML of the press: NITF, NewsML, Reuters' newsitem."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from generator.cleaning import clean
from generator.config import default_site_config
from generator.model import Passed, Quarantined
from generator.stages import cleaning_settings
from tests.ingest.story import AUTHOR, BODY, DATE, PARAGRAPHS, TITLE, URL
from tests.ingest.test_formats import articles, ingest

INNER = "\n".join(f"<p>{escape(text)}</p>" for text in PARAGRAPHS)
COMPACT = DATE.replace("-", "")
NITF = f"""<nitf xml:lang="en"><head><title>Bridge</title><docdata><doc-id id-string="17"/>
<date.issue norm="{COMPACT}T093000Z"/></docdata>
<pubdata date.publication="{COMPACT}T000000" ex-ref="{URL}" name="The Quayside Gazette"/></head>
<body><body.head><hedline><hl1>{TITLE}</hl1></hedline><byline class="print_byline">By {AUTHOR}</byline></body.head>
<body.content><block class="lead_paragraph"><p>{escape(PARAGRAPHS[0])}</p></block>
<block class="full_text">{INNER}</block></body.content></body></nitf>"""
FILES = {
    "nitf": f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE nitf SYSTEM "http://www.nitf.org/nitf-3-3.dtd">\n{NITF}',
    "bare nitf": NITF,
    "newsml": f"""<?xml version="1.0" encoding="UTF-8"?><NewsML><NewsItem xml:lang="en"><Identification><NewsIdentifier>
<PublicIdentifier>urn:newsml:17</PublicIdentifier></NewsIdentifier></Identification><NewsManagement>
<FirstCreated>{COMPACT}T093000+0200</FirstCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>{TITLE}</HeadLine>
<ByLine>By {AUTHOR}</ByLine></NewsLines><ContentItem><DataContent><nitf><body><body.content>{INNER}</body.content></body>
</nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>""",
    "newsml-g2": f"""<?xml version="1.0" encoding="UTF-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:17" version="2" xml:lang="en"><itemMeta><versionCreated>2014-05-18T10:00:00Z</versionCreated>
</itemMeta><contentMeta><contentCreated>{DATE}T09:30:00+02:00</contentCreated><by>By {AUTHOR}</by>
<headline>{TITLE}</headline></contentMeta><contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{INNER}</body></html></inlineXML>
</contentSet></newsItem></itemSet></newsMessage>""",
    "newsitem": f"""<?xml version="1.0" encoding="iso-8859-1" ?><newsitem itemid="2286" date="{DATE}" xml:lang="en">
<title>QUAY: {TITLE}</title><headline>{TITLE}</headline><byline>{AUTHOR}</byline><text>{INNER}</text>
<copyright>(c) Agency</copyright></newsitem>""".encode().decode(),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_story_is_the_same_in_every_xml(tmp_path: Path, kind: str) -> None:
    """Headline, author, day and text; the beginning that stands twice counts once."""
    charset = "utf-8" if "iso-8859" not in FILES[kind] else "iso-8859-1"
    (original,) = articles(ingest(tmp_path, "story.xml", FILES[kind].encode(charset, "xmlcharrefreplace")))
    article = clean(original, None, cleaning_settings(default_site_config()))
    assert (article.title, article.authors, article.text) == (TITLE, (AUTHOR,), BODY)
    assert article.published
    assert article.published.date == DATE


def test_many_stories_of_one_file_are_many_articles(tmp_path: Path) -> None:
    """Each with its own number; one without words is counted."""
    item = FILES["newsml"].split("<NewsML>")[1].removesuffix("</NewsML>")
    second = item.replace("urn:newsml:17", "urn:newsml:18").replace(TITLE, "Ferry late")
    empty = "<NewsItem><NewsComponent/></NewsItem>"
    found = ingest(tmp_path, "all.xml", f"<?xml version='1.0'?><NewsML>{item}{second}{empty}</NewsML>".encode())
    assert [(one.metadata.title, one.origin.record) for one in articles(found)] == [
        (TITLE, "urn:newsml:17"),
        ("Ferry late", "urn:newsml:18"),
    ]
    assert [one.reason for one in found if isinstance(one, Passed)] == ["no text"]


def test_entities_of_the_dtd_are_their_signs(tmp_path: Path) -> None:
    """It is not read: what HTML knows is a sign, what nobody knows stays as it is written; none is expanded."""
    text = "<!DOCTYPE nitf SYSTEM 'nitf.dtd' [<!ENTITY me 'x'>]><nitf><body><body.head><hedline><hl1>Rain</hl1></hedline></body.head>"
    text += "<body.content><p>It rained &mdash; all day &mystery; long at the caf&eacute;, said Ann Lee.</p></body.content></body></nitf>"
    (original,) = articles(ingest(tmp_path, "a.xml", text.encode()))
    assert "It rained — all day &amp;mystery; long at the café" in original.text


@pytest.mark.parametrize("text", ["<nitf>", "<nitf></nitf>", "<NewsML></NewsML>", "<newsitem><text/></newsitem>"])
def test_a_file_without_a_story_says_so(tmp_path: Path, text: str) -> None:
    """Nothing aborts the rest."""
    (found,) = ingest(tmp_path, "a.xml", text.encode())
    assert isinstance(found, Passed | Quarantined)
