"""Pages that a browser saved as one file, with all that they show (MHTML, "Webpage, Single File")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from typing import Final

from generator.ingest.metadata import Said
from generator.ingest.originals import Unreadable
from generator.text.decode import decode_raw
from generator.text.urls import host

MEDIA_TYPE: Final = "multipart/related"
_HEAD: Final = 4_000
_FIELDS: Final = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,40}){2,60}\r?\n")
"""What stands before the parts of a message: a name and a colon in each line."""
_KIND: Final = re.compile(rb"^Content-Type: {0,3}(?:multipart/related|text/html)\b", re.IGNORECASE | re.MULTILINE)
_SAVED: Final = re.compile(
    rb"^(?:From: <Saved by |Snapshot-Content-Location:|Content-Location:)", re.IGNORECASE | re.MULTILINE
)
_SENT: Final = re.compile(rb"^(?:Message-ID|Received|Delivered-To|Return-Path):", re.IGNORECASE | re.MULTILINE)
_PLACES: Final = ("Snapshot-Content-Location", "Content-Location")


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """A page out of such a file."""

    html: str
    said: Said
    """Its address and when it was saved, as far as the file tells."""


def snapshot_in(data: bytes) -> Snapshot | None:
    """The page that a file holds; None where the file is something else.

    Raises:
        Unreadable: it is an e-mail, or no part of it is a page.
    """
    head = data[:_HEAD].replace(b"\r\n", b"\n")
    fields = _FIELDS.match(head)
    if fields is None or b"mime-version:" not in fields[0].lower():
        return None
    if _SENT.search(fields[0]):
        raise Unreadable("is an e-mail, which is not read: save the article that it brings as a page or as text")
    if not (_KIND.search(fields[0]) and _SAVED.search(head)):
        return None
    try:
        message = message_from_bytes(data, EmailMessage, policy=policy.default)
        page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    except (RecursionError, ValueError, LookupError) as error:
        raise Unreadable(f"is a page saved as MHTML that is damaged ({type(error).__name__})") from error
    if page is None:
        raise Unreadable("is saved as MHTML, but no part of it is a page")
    content = page.get_payload(decode=True)
    html = decode_raw(content, page.get_content_charset() or "") if isinstance(content, bytes) else ""
    return Snapshot(html=html, said=Said(where="MHTML", values={"url": _address(message, page), **_moment(message)}))


def _address(message: EmailMessage, page: EmailMessage) -> str:
    """Where the page was, '' where it was a file."""
    named = (str(part.get(name, "")).strip() for part in (message, page) for name in _PLACES)
    return next((url for url in named if host(url)), "")


def _moment(message: EmailMessage) -> dict[str, str]:
    try:
        return {"retrieved": parsedate_to_datetime(str(message["Date"])).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
    except (TypeError, ValueError):
        return {}
