"""Decoding: the right letters, nothing invisible, good text untouched."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.decode import decode, decode_raw, repair

CZECH = "Příliš žluťoučký kůň úpěl ďábelské ódy. Obyčejný český text má hodně znaků s háčky a čárkami, žádný div."
RUSSIAN = "Это обычный русский текст о космосе, о людях и о ракетах, которые летали к Луне."


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("“Naïve” café — 5 ½".encode("cp1252"), "“Naïve” café — 5 ½"),
        ("“Naïve” café".encode(), "“Naïve” café"),
        ("\ufeff“Naïve”".encode(), "“Naïve”"),
        ("“Naïve”".encode("utf-16"), "“Naïve”"),
        (CZECH.encode("cp1250"), CZECH),
        (RUSSIAN.encode("cp1251"), RUSSIAN),
        (RUSSIAN.encode("koi8-r"), RUSSIAN),
    ],
)
def test_the_charset_is_found(data: bytes, expected: str) -> None:
    """By byte order mark, by being valid UTF-8, or by a guess among charsets that are really used."""
    assert decode(data) == expected


@pytest.mark.parametrize("charset", ["shift_jis", "euc-kr", "windows-1251", "iso-8859-2"])
def test_a_declared_charset_is_believed(charset: str) -> None:
    """A page's own declaration decides where its bytes are no UTF-8."""
    text = {"shift_jis": "日本語", "euc-kr": "한국어", "windows-1251": "Привет", "iso-8859-2": "Łódź"}[charset]
    page = f'<html><meta http-equiv="Content-Type" content="text/html; charset={charset}">{text}</html>'
    assert text in decode(page.encode(charset))


def test_a_false_declaration_is_not_believed() -> None:
    """UTF-8 bytes on a page that claims Latin-1 are UTF-8; Latin-1 means Windows-1252, as in browsers."""
    assert decode('<meta charset="iso-8859-1">“é”'.encode()).endswith("“é”")
    assert decode(b'<meta charset="iso-8859-1">\x93\xe9\x94').endswith("“é”")


def test_stray_bytes_do_not_spoil_a_utf8_page() -> None:
    """One Windows-1252 quote in a UTF-8 page is that quote, and the rest stays UTF-8."""
    assert decode("café naïve “x” ".encode() + b"\x92 end") == "café naïve “x” ’ end"


def test_mojibake_is_repaired_and_quotes_stay_curly() -> None:
    """Only the encoding is repaired: no quote is straightened, no entity resolved, no ligature split."""
    assert repair("Itâ€™s a cafÃ©") == "It’s a café"
    assert repair("“Curly” ‘quotes’ … &amp; ﬁne") == "“Curly” ‘quotes’ … &amp; ﬁne"


def test_invisible_characters_go() -> None:
    """Controls, zero-width, bidi and soft hyphens vanish; line ends are LF; a non-breaking space stays."""
    assert repair("a\r\nb\rc\u200bd\u202ee\u00adf\x00g\x1bh\u2028i\u00a0j\tk") == "a\nb\ncdefgh\ni\u00a0j\tk"


def test_joiners_stay_only_where_they_shape_a_script() -> None:
    """ZWNJ and ZWJ belong to Persian and Hindi words and to nothing else."""
    assert repair("می\u200cخواهم") == "می\u200cخواهم"
    assert repair("क्\u200dष") == "क्\u200dष"
    assert repair("Pe\u200dlo\u200csi") == "Pelosi"


def test_c1_controls_are_the_quotes_that_they_were() -> None:
    """Bytes 0x80 to 0x9f read as Latin-1 are what Windows means by them."""
    assert repair("\x93Yes\x94 \x97 he said") == "“Yes” — he said"


@given(st.text())
def test_repaired_text_is_clean(text: str) -> None:
    """No control or lone surrogate is left, and the text is NFC."""
    clean = repair(text)
    assert unicodedata.is_normalized("NFC", clean)
    assert not any(unicodedata.category(character) in ("Cc", "Cs") and character not in "\n\t" for character in clean)


@given(st.binary(max_size=300))
def test_any_bytes_decode(data: bytes) -> None:
    """Nothing that a file can hold raises."""
    assert isinstance(decode(data), str)


def test_hostile_input_takes_linear_time() -> None:
    """A megabyte of joiners, broken declarations and foreign letters is read in a moment."""
    hostile = [b"<meta " * 20_000, ("\u200d" * 200_000).encode(), "Ã¢â‚¬".encode() * 30_000, b"\xff" * 300_000]
    start = time.process_time()
    for data in hostile:
        decode(data)
    assert time.process_time() - start < 10


def test_raw_text_is_kept_to_the_code_point() -> None:
    """Clean text is decoded and nothing else: its zero-width and decomposed letters are its own."""
    assert decode_raw("e\u0301\u200b\r\n".encode()) == "e\u0301\u200b\r\n"
