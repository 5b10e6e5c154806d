"""A post as WordPress keeps it, as the page that WordPress would have made of it."""

from __future__ import annotations

import re
from typing import Final

_PARTED: Final = re.compile(r"\n[ \t]*\n\s*")
_BLOCK: Final = (
    "address|article|aside|blockquote|center|div|dl|fieldset|figure|figcaption|footer|form|h[1-6]|header|hr|iframe|"
    "main|menu|nav|object|ol|p|pre|section|table|ul|li|dd|dt|tbody|thead|tr|td|th|video|audio|script|style"
)
_BEGINS_BLOCK: Final = re.compile(rf"<(?:{_BLOCK})\b", re.IGNORECASE)
_EDGE_OF_BLOCK: Final = re.compile(rf"(<(?:{_BLOCK})\b[^<>]{{0,2000}}>|</(?:{_BLOCK})>)", re.IGNORECASE)
_LINE_END: Final = re.compile(r"(?<=[^>\s])[ \t]*\n(?=[ \t]*[^<\s])")
"""Within a block, a line end between words: WordPress breaks the line there too."""
_KEPT: Final = re.compile(r"<(pre|script|style)\b", re.IGNORECASE)
_CAPTION: Final = re.compile(
    r"\[(?:wp_)?caption\b(?P<said>[^\]]{0,1000})\](?P<picture>\s*(?:<a\b[^<>]{0,2000}>\s*)?<img\b[^<>]{0,4000}>\s*(?:</a>)?)"
    r"(?P<words>[^\[]{0,4000})\[/(?:wp_)?caption\]",
    re.IGNORECASE,
)
_CAPTION_SAID: Final = re.compile(r"caption=\"([^\"]{1,900})\"")
_CAPTION_MARK: Final = re.compile(r"\[(?:wp_)?caption\b[^\]]{0,1000}\]|\[/(?:wp_)?caption\]", re.IGNORECASE)
_SHORTCODE: Final = re.compile(
    r"\[/?(?:gallery|embed|video|audio|playlist|youtube|vimeo|soundcloud|googlemaps|polldaddy|contact-form(?:-7)?|"
    r"vc_[a-z_]{1,30}|et_pb_[a-z_]{1,30}|slideshow|tweet|instagram|wpvideo|dropcap|pullquote|sourcecode|code)"
    r"(?:\s[^\[\]]{0,1000})?/?\]",
    re.IGNORECASE,
)
_MORE: Final = re.compile(r"<!--(?:more|nextpage|noteaser)\b[^>]{0,200}-->", re.IGNORECASE)


def page_of_post(content: str) -> str:
    """The HTML of a post: blank lines part paragraphs, captions are captions, other shortcodes are gone."""
    text = content.replace("\r\n", "\n").replace("\r", "\n")
    text = _SHORTCODE.sub("", _CAPTION_MARK.sub("", _MORE.sub("\n\n", _CAPTION.sub(_figure, text))))
    folded, parts, at = text.lower(), list[str](), 0
    while (kept := _KEPT.search(text, at)) and (end := folded.find(closer := f"</{kept[1].lower()}>", kept.end())) >= 0:
        parts += (_paragraphs(text[at : kept.start()]), text[kept.start() : end + len(closer)])
        at = end + len(closer)
    return "\n".join((*parts, _paragraphs(text[at:])))


def _figure(match: re.Match[str]) -> str:
    """A picture with its caption, which older blogs wrote into the shortcode's head."""
    said = _CAPTION_SAID.search(match["said"])
    words = match["words"].strip() or (said[1] if said else "")
    return f"\n\n<figure>{match['picture']}<figcaption>{words}</figcaption></figure>\n\n"


def _paragraphs(text: str) -> str:
    """Text that stands outside of blocks, in paragraphs; line ends within them are kept."""
    spaced = _EDGE_OF_BLOCK.sub(_spaced, text)
    return "\n".join(map(_paragraph, filter(None, (part.strip() for part in _PARTED.split(spaced)))))


def _spaced(match: re.Match[str]) -> str:
    return f"\n\n{match[0]}" if match[0][1] != "/" else f"{match[0]}\n\n"


def _paragraph(part: str) -> str:
    is_block = _BEGINS_BLOCK.match(part) or part.startswith(("</", "<!--"))
    return _LINE_END.sub("<br>\n", part) if is_block else "<p>" + part.replace("\n", "<br>\n") + "</p>"
