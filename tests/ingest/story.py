"""One story of our own, written down in every format that is read."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Mapping
from email.charset import Charset
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from html import escape

URL = "https://www.quayside.example/2014/05/harbour-bridge-opens"
TITLE = "Harbour bridge opens after nine years of delay"
AUTHOR = "Petra Lindqvist"
DATE = "2014-05-17"
CAPTURED = "2015-02-03T04:05:06Z"
BODY = """\
The new bridge over the inner harbour was opened to walkers and cyclists on Saturday morning, nine years after \
the first pile was driven and almost seven years later than the city council had promised.

“We owe everybody in this room an apology, and then a coffee,” said Marta Holm, the chief engineer, before she \
cut the ribbon together with two pupils of the school on Rope Street.

The bridge cost 41 million crowns, twice the first estimate. Two contractors went out of business while it was \
being built, and a third one found that the drawings of the old quay wall had been lost in a flood.

Trams will cross it from September. Until then, the council has asked drivers to keep using the ring road, and \
the ferry to the fish market will run every twenty minutes as before."""
"""As cleaning should give it."""
PARAGRAPHS = tuple(BODY.split("\n\n"))

_HTML_PARAGRAPHS = "\n".join(f"<p>{escape(text)}</p>" for text in PARAGRAPHS)
HTML = f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{TITLE} | The Quayside Gazette</title>
<link rel="canonical" href="{URL}">
<meta property="og:type" content="article">
<meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="{DATE}T09:30:00+02:00">
<meta name="author" content="{AUTHOR}">
</head>
<body>
<nav><a href="/">Home</a> <a href="/city">City</a> <a href="/sport">Sport</a></nav>
<article>
<h1>{TITLE}</h1>
<p class="byline">By {AUTHOR}</p>
{_HTML_PARAGRAPHS}
</article>
<footer><a href="/about">About us</a> <a href="/contact">Contact</a></footer>
</body>
</html>
"""
_LINKS = "\n".join(f'<li><a href="/2014/05/story-{n}">Story number {n} of the day</a></li>' for n in range(30))
LIST = (
    f"<!DOCTYPE html><html><head><title>City | The Quayside Gazette</title></head><body><ul>{_LINKS}</ul></body></html>"
)
"""A page that is no article."""


def http(body: bytes, status: str = "200 OK", **headers: str) -> bytes:
    """An answer as a server sends it."""
    fields = {"Content-Type": "text/html; charset=utf-8"} | {
        name.replace("_", "-"): text for name, text in headers.items()
    }
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {text}" for name, text in fields.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body


def warc_record(url: str, content: bytes, kind: str = "response", **headers: str) -> bytes:
    """A record of a WARC file."""
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": f"<urn:test:{kind}:{url}>",
        "WARC-Date": CAPTURED,
        "WARC-Target-URI": url,
        "Content-Type": f"application/http; msgtype={kind}",
        "Content-Length": str(len(content)),
    } | {name.replace("_", "-"): text for name, text in headers.items()}
    lines = ["WARC/1.0", *(f"{name}: {text}" for name, text in fields.items())]
    return "\r\n".join([*lines, "", ""]).encode() + content + b"\r\n\r\n"


def arc(*captures: tuple[str, bytes]) -> bytes:
    """An ARC file of addresses and answers."""
    version = b"1 0 Test\nURL IP-address Archive-date Content-type Archive-length\n\n"
    head = f"filedesc://test.arc 0.0.0.0 20150203040506 text/plain {len(version)}\n".encode() + version
    parts = [
        f"{url} 192.0.2.1 20150203040506 text/html {len(content)}\n".encode() + content + b"\n"
        for url, content in captures
    ]
    return head + b"".join(parts)


def wacz(archives: Mapping[str, bytes], pages: tuple[Mapping[str, str], ...] = (), *, package: bool = True) -> bytes:
    """A WACZ package of archives by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in archives.items():
            packed.writestr(f"archive/{name}", content)
        lines = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}, *pages]
        packed.writestr("pages/pages.jsonl", "\n".join(json.dumps(line) for line in lines))
        if package:
            packed.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
    return out.getvalue()


def wxr(*items: str) -> str:
    """An export of WordPress with these items."""
    return f"""<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is an export of a blog. -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
  xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Quayside Gazette</title>
<link>https://www.quayside.example</link>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:author><wp:author_login>plind</wp:author_login>
<wp:author_display_name><![CDATA[{AUTHOR}]]></wp:author_display_name></wp:author>
{"".join(items)}
</channel>
</rss>
"""


def wxr_item(content: str, **fields: str) -> str:
    """A post; fields are those of WordPress without their prefix."""
    said = {"post_id": "17", "post_date": f"{DATE} 09:30:00", "status": "publish", "post_type": "post"} | fields
    inner = "\n".join(f"<wp:{name}>{text}</wp:{name}>" for name, text in said.items())
    return f"""<item>
<title>{TITLE}</title>
<link>{URL}</link>
<pubDate>Sat, 17 May 2014 07:30:00 +0000</pubDate>
<dc:creator><![CDATA[plind]]></dc:creator>
<guid isPermaLink="false">https://www.quayside.example/?p=17</guid>
<content:encoded><![CDATA[{content}]]></content:encoded>
<excerpt:encoded><![CDATA[]]></excerpt:encoded>
{inner}
<category domain="category" nicename="city"><![CDATA[City]]></category>
<wp:comment><wp:comment_author>Troll</wp:comment_author><wp:comment_content><![CDATA[First!]]></wp:comment_content></wp:comment>
</item>
"""


def mhtml(html: str, *, location: str = URL) -> bytes:
    """A page as a browser saves it in one file."""
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = location
    message["Date"] = "Tue, 03 Feb 2015 04:05:06 -0000"
    part = MIMENonMultipart("text", "html")
    part["Content-Location"] = location
    part.set_payload(html, Charset("utf-8"))
    picture = MIMEImage(b"GIF89a", "gif")
    picture["Content-Location"] = "https://www.quayside.example/bridge.gif"
    message.attach(part)
    message.attach(picture)
    return message.as_bytes().replace(b"\n", b"\r\n")


RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Quayside Gazette</title><link>https://www.quayside.example</link><language>en</language>
<item><title>{TITLE}</title><link>{URL}</link><guid isPermaLink="false">quayside-17</guid>
<pubDate>Sat, 17 May 2014 09:30:00 +0200</pubDate><dc:creator>{AUTHOR}</dc:creator>
<description>The new bridge is open.</description>
<content:encoded><![CDATA[{_HTML_PARAGRAPHS}]]></content:encoded></item>
<item><title>Ferry strike ends</title><link>https://www.quayside.example/2014/05/ferry</link>
<pubDate>Fri, 16 May 2014 18:00:00 +0200</pubDate><description>The ferries run again. [&#8230;]</description></item>
</channel></rss>
"""
ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Quayside Gazette</title>
<entry><title type="html">{TITLE}</title><link rel="alternate" href="{URL}"/><id>tag:quayside.example,2014:17</id>
<published>{DATE}T09:30:00+02:00</published><updated>2014-05-18T10:00:00+02:00</updated>
<author><name>{AUTHOR}</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{_HTML_PARAGRAPHS}</div></content></entry>
</feed>
"""
RECORD = {"url": URL, "title": TITLE, "authors": [AUTHOR], "date": DATE, "text": BODY}
WARC = warc_record(URL, http(HTML.encode()))

FORMATS: Mapping[str, bytes] = {
    "story.html": HTML.encode(),
    "story.mhtml": mhtml(HTML),
    "story.jsonl": json.dumps(RECORD).encode() + b"\n",
    "story.json": json.dumps({"items": [RECORD]}).encode(),
    "story.warc": WARC,
    "story.warc.gz": gzip.compress(WARC, mtime=0),
    "story.arc": arc((URL, http(HTML.encode()))),
    "story.wacz": wacz({"data.warc.gz": gzip.compress(WARC, mtime=0)}),
    "blog.xml": wxr(wxr_item("\n\n".join(PARAGRAPHS))).encode(),
    "feed.xml": RSS.encode(),
    "atom.xml": ATOM.encode(),
}
"""Name of a file -> the story, and nothing else that is an article."""
