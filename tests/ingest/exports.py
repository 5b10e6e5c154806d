"""The same story as databases, interfaces of newspapers, content management systems and crawlers give it away."""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import Any

from tests.ingest.story import AUTHOR, BODY, DATE, PARAGRAPHS, TITLE, URL

SITE = "The Quayside Gazette"
HTML = "".join(f"<p>{escape(text)}</p>" for text in PARAGRAPHS)
WORDS = f"# {TITLE}\n\nBy {AUTHOR}\n\n{BODY}"
MOMENT = f"{DATE}T09:30:00+02:00"
INSTANT = f"{DATE}T07:30:00Z"
SECONDS = 1400311800
PLAIN = {"title": TITLE, "author": AUTHOR, "date": DATE, "url": URL, "text": BODY}
CELLS = f'"{TITLE}";{AUTHOR};17/05/2014;{URL};"{BODY}"'

_EXPORTS: Mapping[str, Any] = {
    "wordpress": [
        {
            "id": 17, "date": f"{DATE}T09:30:00", "date_gmt": f"{DATE}T07:30:00", "status": "publish", "type": "post",
            "link": URL, "guid": {"rendered": "https://www.quayside.example/?p=17"}, "author": 3,
            "title": {"rendered": TITLE}, "content": {"rendered": HTML, "protected": False},
            "excerpt": {"rendered": "<p>The new bridge…</p>"}, "_embedded": {"author": [{"id": 3, "name": AUTHOR}]},
        },
    ],
    "guardian": {
        "response": {
            "status": "ok",
            "results": [
                {
                    "id": "city/2014/may/17/bridge", "type": "article", "webTitle": TITLE, "webUrl": URL,
                    "webPublicationDate": INSTANT,
                    "fields": {"byline": AUTHOR, "body": HTML, "bodyText": BODY.replace("\n\n", " ")},
                },
            ],
        },
    },
    "reader-of-pages": {"success": True, "data": {"markdown": WORDS, "metadata": {
        "title": f"{TITLE} | {SITE}", "sourceURL": URL, "publishedTime": MOMENT, "author": AUTHOR, "statusCode": 200}}},
    "readability": {"title": TITLE, "byline": AUTHOR, "dir": None, "lang": "en", "content": f"<div>{HTML}</div>",
        "textContent": BODY, "siteName": SITE, "publishedTime": MOMENT, "url": URL},
    "trafilatura": {"title": TITLE, "author": AUTHOR, "hostname": "quayside.example", "date": DATE, "text": BODY,
        "raw_text": BODY.replace("\n", " "), "source": URL, "source-hostname": SITE},
    "goose": {"title": TITLE, "cleaned_text": BODY, "authors": [AUTHOR], "publish_date": MOMENT, "final_url": URL},
    "diffbot": {"request": {"pageUrl": URL}, "objects": [{"type": "article", "title": TITLE, "text": BODY, "html": HTML,
        "author": AUTHOR, "date": "Sat, 17 May 2014 07:30:00 GMT", "pageUrl": URL, "siteName": SITE}]},
    "event-registry": {"articles": {"page": 1, "results": [{"uri": "812", "date": DATE, "dateTime": INSTANT,
        "url": URL, "title": TITLE, "body": BODY, "source": {"uri": "quayside.example", "title": SITE},
        "authors": [{"uri": "p@quayside.example", "name": AUTHOR, "isAgency": False}]}]}},
    "elasticsearch": {"took": 2, "hits": {"total": {"value": 1}, "hits": [{"_index": "news", "_type": "_doc",
        "_id": "ab", "_source": PLAIN}]}},
    "mongodb": [{**PLAIN, "_id": {"$oid": "5f1a"}, "date": {"$date": {"$numberLong": f"{SECONDS}000"}}}],
    "solr": {"response": {"numFound": 1, "docs": [{key: [value] for key, value in PLAIN.items()}]}},
    "scrapy": [{**PLAIN, "title": [TITLE], "author": ["By ", AUTHOR], "date": ["May 17, 2014"], "text": [*PARAGRAPHS]}],
    "django": [
        {"model": "news.author", "pk": 4, "fields": {"name": AUTHOR}},
        {"model": "auth.user", "pk": 1, "fields": {"username": "plind"}},
        {"model": "news.article", "pk": 17, "fields": {"title": TITLE, "body": HTML, "pub_date": INSTANT,
            "authors": [4], "created_by": 1, "url": URL}}],
    "ghost": {"db": [{"meta": {"version": "5.0"}, "data": {"users": [{"id": "1", "name": AUTHOR}], "posts_authors": [
        {"post_id": "17", "author_id": "1", "sort_order": 0}], "posts": [
        {"title": TITLE, "html": HTML, "plaintext": BODY, "status": "published", "published_at": INSTANT,
            "canonical_url": URL, "id": "17"},
        {"title": "Notes", "html": HTML, "status": "draft", "published_at": None}]}}]},
    "strapi": {"data": [{"id": 1, "attributes": {"title": TITLE, "content": BODY, "publishedAt": INSTANT,
        "author": {"data": {"id": 3, "attributes": {"name": AUTHOR}}}, "url": URL}}],
        "meta": {"pagination": {"page": 1}}},
    "arc": {"type": "story", "headlines": {"basic": TITLE, "web": ""}, "display_date": INSTANT,
        "website_url": "/2014/b", "canonical_url": URL, "credits": {"by": [{"type": "author", "name": AUTHOR}]},
        "content_elements": [
            {"type": "image", "url": "https://www.quayside.example/b.jpg", "caption": "The bridge"},
            *({"type": "text", "content": escape(text)} for text in PARAGRAPHS)]},
    "ninjs": {"uri": "urn:newsml:quayside.example:17", "url": URL, "type": "text", "firstcreated": INSTANT,
        "headline": TITLE, "byline": f"By {AUTHOR}",
        "body_html": HTML, "body_text": BODY, "language": "en"},
    "json-ld": {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": SITE}, {
        "@type": "NewsArticle", "headline": TITLE, "datePublished": MOMENT, "articleBody": BODY,
        "author": {"@type": "Person", "name": AUTHOR}, "mainEntityOfPage": {"@type": "WebPage", "@id": URL}}]},
    "json-ld-linked": [{"@graph": [{"@type": "Person", "@id": "#4", "name": AUTHOR}, {
        "@type": ["NewsArticle", "Article"], "headline": TITLE, "datePublished": MOMENT, "articleBody": BODY,
        "author": [{"@id": "#4"}], "url": URL}]}],
    "drupal": {"data": [{"type": "node--article", "id": "a", "attributes": {"status": True, "title": TITLE,
        "created": INSTANT, "changed": "2020-01-01T00:00:00Z", "url": URL, "body": {"value": HTML, "processed": HTML}},
        "relationships": {"uid": {"data": {"type": "user--user", "id": "u"}}}}],
        "included": [{"type": "user--user", "id": "u", "attributes": {"display_name": AUTHOR}}]},
    "tables-of-wordpress": [{"type": "header", "version": "5.2.1"},
        {"type": "table", "name": "wp_posts", "data": [{"ID": "17", "post_author": "2", "post_date": f"{DATE} 09:30:00",
            "post_content": BODY, "post_title": TITLE, "post_status": "publish", "post_type": "post", "guid": URL}]},
        {"type": "table", "name": "wp_users", "data": [{"ID": "2", "user_login": "p", "display_name": AUTHOR}]}],
    "airtable": {"records": [{"id": "rec1", "fields": {"Headline": TITLE, "Author": ["rec5"], "Pub Date": DATE,
        "Name (from Author)": [AUTHOR], "Story": BODY, "Live URL": URL}}]},
    "ninjs-2": [{"uri": "urn:newsml:17", "url": URL, "pubstatus": "usable", "firstcreated": INSTANT,
        "by": f"By {AUTHOR}", "headlines": [{"role": "main", "value": TITLE}, {"role": "slug", "value": "Bridge"}],
        "bodies": [{"role": "html", "contenttype": "text/html", "value": HTML}]},
        {"uri": "urn:newsml:18", "type": "text", "pubstatus": "canceled",
            "headlines": [{"role": "main", "value": "No"}], "bodies": [{"role": "html", "value": HTML}]}],
    "typed-paragraphs": {**PLAIN, "text": [{"type": "paragraph", "text": text} for text in PARAGRAPHS]},
    "contentful": {"items": [{"sys": {"id": "promo", "type": "Entry"}, "fields": {"cta": "Sign up"}},
        {"sys": {"id": "17", "type": "Entry"}, "fields": {"headline": TITLE, "publishDate": MOMENT,
            "url": URL, "authors": [{"sys": {"type": "Link", "id": "p4"}}],
            "body": {"nodeType": "document", "data": {}, "content": [
                {"nodeType": "paragraph", "content": [{"nodeType": "text", "value": text[:40]},
                    {"nodeType": "text", "value": text[40:], "marks": []}]} for text in PARAGRAPHS]}}}],
        "includes": {"Entry": [{"sys": {"id": "p4", "contentType": {"sys": {"id": "person"}}},
            "fields": {"name": AUTHOR}}]}},
    "lexical": {"docs": [{"id": 1, "title": TITLE, "publishedAt": INSTANT, "url": URL, "_status": "published",
        "authors": [{"id": 2, "name": AUTHOR}], "content": {"root": {"type": "root", "children": [
            {"type": "paragraph", "children": [{"type": "text", "text": text, "format": 0}]} for text in PARAGRAPHS]}}},
        {"id": 2, "title": "Notes", "_status": "draft", "content": {"root": {"children": [{"text": "Words"}]}}}]},
    "blocks": {**PLAIN, "text": None, "body": {"time": 1, "blocks": [
        {"type": "paragraph", "data": {"text": escape(text)}} for text in PARAGRAPHS]}},
    "typed-values": [{"document": {"name": "stories/17", "fields": {"headline": {"stringValue": TITLE},
        "byline": {"arrayValue": {"values": [{"mapValue": {"fields": {"displayName": {"stringValue": AUTHOR}}}}]}},
        "publishedAt": {"timestampValue": INSTANT}, "url": {"stringValue": URL}, "premium": {"nullValue": None},
        "paragraphs": {"arrayValue": {"values": [{"stringValue": text} for text in PARAGRAPHS]}}}}}],
    "table-by-rows": {"columns": ["url", "headline", "byline", "published", "body"], "index": [0],
        "data": [[URL, TITLE, AUTHOR, SECONDS * 1000, BODY]]},
    "table-by-columns": {"url": {"0": URL}, "title": {"0": TITLE}, "author": {"0": AUTHOR}, "date": {"0": DATE},
        "text": {"0": BODY}},
    "drupal-7": {"list": [{"nid": "17", "title": TITLE, "type": "article", "status": "1", "created": str(SECONDS),
        "changed": "1423324800", "url": URL, "field_byline": {"und": [{"value": AUTHOR}]},
        "body": {"und": [{"value": HTML, "safe_value": HTML, "format": "filtered_html"}]}}]},
    "views": [{"title": TITLE, "body": HTML, "status": "On", "view_node": URL,
        "field_byline": f'<a href="/user/49" hreflang="en">{AUTHOR}</a>', "changed": "never",
        "created": f'<time datetime="{MOMENT}" class="datetime">Sat, 05/17/2014</time>'}],
    "activities": {"type": "OrderedCollectionPage", "orderedItems": [{"type": "Create", "object": {
        "type": "Article", "name": TITLE, "content": HTML, "published": INSTANT, "url": URL, "author": AUTHOR}}]},
    "answers-in-parts": [{"request": {"n": 1}, "objects": []}, {"request": {"n": 2}, "objects": [PLAIN]}],
    "por-columnas": [{"titular": TITLE, "autor": AUTHOR, "fecha": "17/05/2014", "enlace": URL, "cuerpo": BODY}],
    "shell-of-a-page": {**PLAIN, "text": None, "html": "<html><body><nav><a>Home</a></nav></body></html>",
        "markdown": {"raw_markdown": WORDS, "fit_markdown": ""}},
    "slices": {"results": [{"uid": "b", "first_publication_date": INSTANT, "url": URL, "data": {
        "title": [{"type": "heading1", "text": TITLE, "spans": []}], "byline": AUTHOR, "slices": [
            {"slice_type": "image", "primary": {"image": {"alt": "A bridge"}}, "items": [{}]},
            *({"slice_type": "text", "primary": {"content": [{"type": "paragraph", "text": text}]}, "items": [{}]}
                for text in PARAGRAPHS)]}}]},
    "state-of-a-page": {"config": {"env": "live"}, "stores": {"article": {"17": {"headlines": {"main": TITLE},
        "url": URL, "timestamps": {"firstPublished": SECONDS * 1000},
        "contributors": [{"role": "photographer", "name": "Bo Ek"}, {"role": "author", "name": AUTHOR}], "blocks": [
            {"type": "text", "model": {"markup": text, "text": text}} for text in PARAGRAPHS]}}}},
    "rows-of-a-query": {"kind": "queryResponse",
        "schema": {"fields": [{"name": name, "type": "STRING"} for name in PLAIN]},
        "rows": [{"f": [{"v": value} for value in PLAIN.values()]}]},
    "values-of-a-sheet": {"range": "A1:E2", "values": [list(PLAIN), list(PLAIN.values())]},
    "raw-document": {"data": {"articles": [{**PLAIN, "text": None, "content": {"raw": {"children": [
        {"type": "paragraph", "children": [{"text": text}]} for text in PARAGRAPHS]}}}]}},
    "by-address": {URL: {"title": TITLE, "text": BODY, "author": AUTHOR, "date": DATE}},
    "feed-reader": {"items": [{"title": TITLE, "published": SECONDS, "author": AUTHOR, "canonical": [{"href": URL}],
        "summary": {"content": HTML}, "origin": {"title": SITE}}]},
}  # fmt: skip

EXPORTS: Mapping[str, bytes] = {
    **{f"{name}.json": json.dumps(tree).encode() for name, tree in _EXPORTS.items()},
    "typed.jsonl": json.dumps({"Item": {"pk": {"S": "ARTICLE#17"}, "headline": {"S": TITLE}, "kicker": {"NULL": True},
        "contributors": {"L": [{"M": {"name": {"S": AUTHOR}}}]}, "bodyHtml": {"S": HTML}, "url": {"S": URL},
        "publishedAt": {"N": f"{SECONDS}000"}}}).encode(),
    "portable.ndjson": "\n".join(map(json.dumps, [{"_id": "author-4", "_type": "author", "name": AUTHOR},
        {"_id": "drafts.18", "_type": "post", "title": "Notes", "body": [{"_type": "block", "children": [
            {"_type": "span", "text": "Words"}]}]},
        {"_id": "17", "_type": "post", "title": TITLE, "publishedAt": INSTANT, "url": URL,
            "authors": [{"_ref": "author-4", "_type": "reference"}], "body": [
                {"_type": "image", "caption": "The bridge"}, *({"_type": "block", "style": "normal", "children": [
                    {"_type": "span", "text": text}]} for text in PARAGRAPHS)]}])).encode(),
    "messages.jsonl": json.dumps({"topic": "news", "offset": 7, "payload": json.dumps({"article": {
        "url": URL, "title": TITLE, "byline": AUTHOR, "publishDate": MOMENT, "bodyHtml": HTML}})}).encode(),
    "rassegna.csv": f"Titolo;Firma;Data uscita;Link;Testo integrale\n{CELLS}\n".encode(),
    "nested.jsonl": json.dumps({"url": URL, "article": {"title": TITLE, "text": BODY, "authors": [AUTHOR],
        "published": SECONDS}}).encode(),
    "capitals.csv": f"Headline;Byline;Publication Date;Article URL;Body\n{CELLS}\n".encode(),
    "abroad.csv": f"Titel;Autor;Erschienen;Adresse;Inhalt\n{CELLS}\n".encode(),
    "marked.csv": f"\ufeffTitle;Author;Date;Link;Full text\r\n{CELLS}\r\n".encode(),
}  # fmt: skip
"""Name of a file -> the story, and nothing else that is an article."""
