"""Bytes as readable text: the right charset, mojibake repaired, nothing invisible left, good text untouched."""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import pairwise

import ftfy
from charset_normalizer import from_bytes
from ftfy.badness import is_bad

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEAD = 4096
_META = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_:.\-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_:.\-]{1,40})[\"']")
# Browsers read these labels as the superset that their pages really use.
_SUPERSETS = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "tis-620": "cp874",
}
_SEVEN_BIT = ("iso2022", "hz", "utf-7", "utf-16", "utf-32")
_LATIN = ("cp1252", "cp1250", "iso8859_2", "cp1254", "cp1257", "mac_roman")
_GUESSES = (
    *_LATIN,
    *("cp1251", "koi8_r", "cp1253", "cp1255", "cp1256", "cp874", "cp932", "euc_jp", "gb18030", "big5", "cp949"),
)
_SAMPLE = 32_000
# So few foreign bytes tell Czech from French to nobody; the usual charset of the Western web is the best bet.
_FEW = 40

_FIX_ENCODING_ONLY = ftfy.TextFixerConfig(
    unescape_html=False,
    remove_terminal_escapes=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    fix_line_breaks=False,
    fix_surrogates=False,
    remove_control_chars=False,
    normalization=None,
)
_C1 = re.compile("[\x80-\x9f]")
# Mojibake is at least two foreign characters in a row, or a lead byte whose partner became a space. Good English text
# rarely has either, and ftfy's own test is slow.
_SUSPECT = re.compile("[^\x00-\x7f][^\x00-\x7f]|[\u00c2\u00c3\u00e2] ")
_LINE_ENDS = ("\r\n", "\r", "\x0b", "\x0c", "\u2028", "\u2029")
_C0 = bytes(set(range(32)) - set(b"\t\n") | {0x7F})
# C1 controls, soft hyphen, zero-width and bidi characters, fillers, tags, non-characters, lone surrogates.
_UNWANTED = re.compile(
    "[\x80-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]",
)
_JOINER = re.compile("[\u200c\u200d]")
_JOINING = re.compile(
    "[\u0600-\u07ff\u0840-\u08ff\u0900-\u0dff\u0e80-\u0fff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ua840-\ua87f]",
)


def decode(data: bytes) -> str:
    """The readable text of a file: decoded by ``decode_raw``, then repaired by ``repair``."""
    return repair(decode_raw(data))


def decode_raw(data: bytes, charset: str = "") -> str:
    """The text of a file to the code point, by byte order mark, valid UTF-8, declared charset or the best guess.

    Bytes that are valid UTF-8 beat what a page declares: ISO-8859-1 is declared far oftener than it is true.

    Args:
        data: All of the file.
        charset: What the server said of it, if anything: it counts before what the page says of itself.
    """
    for mark, marked in _BOMS:
        if data.startswith(mark):
            return data.decode(marked, "replace")
    declared = _known(charset) or _declared(data[:_HEAD])
    if declared and declared.startswith(_SEVEN_BIT) and not (declared.startswith("utf-") and b"\0" not in data[:64]):
        text = _try(data, declared)
        if text is not None:
            return text
    return _utf8(data) or _try(data, declared) or _nearly_utf8(data) or data.decode(_guess(data), "replace")


def repair(text: str) -> str:
    """The same text without mojibake, control, bidi and zero-width characters, in NFC, with LF line ends.

    Typographic quotes, non-breaking spaces and everything else that is good text stays as it is.
    """
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    if not text.isascii():
        text = "\n".join(line if line.isascii() else _repair_line(line) for line in text.split("\n"))
    # Many times faster than a regular expression over all of a page.
    return text.encode("utf-8").translate(None, _C0).decode("utf-8")


def _repair_line(line: str) -> str:
    """One line of good text; C1 controls are what Windows-1252 means by these bytes."""
    if _SUSPECT.search(line) and is_bad(line):
        line = ftfy.fix_encoding(line, _FIX_ENCODING_ONLY)
    line = _UNWANTED.sub("", _C1.sub(_windows_1252, line))
    return unicodedata.normalize("NFC", _without_idle_joiners(line))


def _windows_1252(match: re.Match[str]) -> str:
    return match[0].encode("latin-1").decode("cp1252", "ignore")


def _without_idle_joiners(text: str) -> str:
    """ZWNJ and ZWJ shape Arabic and Indic words; anywhere else they only hide in names."""
    if not _JOINER.search(text):
        return text
    padded = f" {text} "
    middle = zip(pairwise(padded), padded[2:], strict=False)
    return "".join(
        here
        for (before, here), after in middle
        if here not in "\u200c\u200d" or (_JOINING.match(before) and (_JOINING.match(after) or here == "\u200d"))
    )


def _declared(head: bytes) -> str | None:
    """The charset that a page names in its first bytes, as Python calls it."""
    match = _XML.match(head) or _META.search(head)
    return _known(match[1].decode("ascii")) if match else None


def _known(label: str) -> str | None:
    """The charset of this label, if it is one."""
    try:
        name = codecs.lookup(label).name if label else ""
    except LookupError:
        return None
    return _SUPERSETS.get(name, name) or None


def _utf8(data: bytes) -> str | None:
    return _try(data, "utf-8")


def _try(data: bytes, charset: str | None) -> str | None:
    if charset is None:
        return None
    try:
        return data.decode(charset)
    except (UnicodeError, LookupError):
        return None


def _nearly_utf8(data: bytes) -> str | None:
    """The text where most foreign characters are UTF-8 and a few stray bytes are Windows-1252."""
    text = data.decode("utf-8", "surrogateescape")
    stray = sum(1 for character in text if "\udc80" <= character <= "\udcff")
    good = sum(1 for character in text if character >= "\x80") - stray
    if good < 2 * stray:
        return None
    return re.sub("[\udc80-\udcff]", _stray_byte, text)


def _stray_byte(match: re.Match[str]) -> str:
    return match[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _guess(data: bytes) -> str:
    """The likeliest charset of bytes that are not UTF-8 and declare nothing that fits."""
    sample = _foreign_sample(data)
    high = sum(1 for byte in sample if byte >= 0x80)
    letters = sum(1 for byte in sample if chr(byte).isalpha() and byte < 0x80)
    is_latin = letters > high
    if is_latin and high < _FEW and not set(sample) & {0x81, 0x8D, 0x8F, 0x90, 0x9D}:
        return "cp1252"
    best = from_bytes(sample, cp_isolation=list(_LATIN if is_latin else _GUESSES)).best()
    return best.encoding if best else "cp1252"


def _foreign_sample(data: bytes) -> bytes:
    """The stretch that begins shortly before the first foreign byte: furniture of ASCII in front says nothing."""
    first = next((index for index, byte in enumerate(data) if byte >= 0x80), 0)
    start = max(0, data.rfind(b"\n", 0, first) + 1, first - 200)
    return data[start : start + _SAMPLE]
