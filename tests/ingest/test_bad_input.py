"""Files that would hang, fill or fool a program: each is named with its reason, and the rest is read."""

from __future__ import annotations

import gzip
import io
import subprocess
import sys
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.ingest import story

REPOSITORY = Path(__file__).parents[2]
SENTENCE = "The harbour council opened the old pier again on Monday, and many people came to see it."
STORY = "The Pier Reopens\n\nBy Ada Quill\n\n" + f"{SENTENCE}\n\n" * 6
MOST_MEMORY = 1_000_000_000
LONGEST = 300
"""Seconds of a processor that all of it may take together, many times what it does take."""
DRIVER = (
    "import resource, sys\n"
    "from generator.cli import main\n"
    f"resource.setrlimit(resource.RLIMIT_CPU, ({LONGEST}, {LONGEST}))\n"
    "try:\n    main(sys.argv[1:])\n"
    "finally:\n    print('peak', resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)\n"
)


def _page(name: str) -> bytes:
    body = f"<h1>The {name} Reopens</h1>" + f"<p>{SENTENCE.replace('pier', name)}</p>" * 8
    return f"<html><head><title>The {name} Reopens</title></head><body><article>{body}</article></body></html>".encode()


def _record(name: str, body: bytes, length: int | None = None) -> bytes:
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:{name}>\r\nWARC-Date: 2019-11-20T00:00:00Z\r\n"
        f"WARC-Target-URI: http://example.org/2019/{name}.html\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {length or len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def _endless() -> bytes:
    """A good record, and one of a few hundred kilobytes that unpacks to hundreds of megabytes."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(_record("endless", b"", 9_000_000_000))]
    parts += [packer.compress(b"<p>" * (1 << 18)) for _ in range(512)]
    return gzip.compress(_record("before", _page("quay"))) + b"".join(parts) + packer.flush()


def _damaged() -> bytes:
    broken = bytearray(gzip.compress(_record("torn", _page("slip"))))
    broken[40:60] = bytes(20)
    return gzip.compress(_record("one", _page("dock"))) + broken + gzip.compress(_record("two", _page("mole")))


def _zip() -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as package:
        package.writestr("hello.txt", "no archive")
    return held.getvalue()


BLOG = (
    '<?xml version="1.0"?><rss version="2.0" xmlns:wp="http://wordpress.org/export/1.2/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title><item><title>One</title>'
    "<wp:post_type>post</wp:post_type><wp:status>publish</wp:status><content:encoded><![CDATA["
    f"{STORY}]]></content:encoded></item><item><title>Two <b</title>"
)
CHARSET = (
    '<html><head><meta charset="utf-8"><title>Café am Hafen</title></head><body><article><h1>Café am Hafen</h1>'
    + "<p>Das Café am Hafen öffnet wieder, sagte der Bürgermeister am Montag vor vielen Gästen.</p>" * 6
    + "</article></body></html>"
)
MHTML = story.mhtml(story.HTML)
FILES: dict[str, tuple[bytes, str]] = {
    "torn.txt.gz": (gzip.compress(" ".join(map(str, range(9000))).encode())[:-300], "is a gzip file that breaks off"),
    "endless.warc.gz": (_endless(), "the rest is not read"),
    "damaged.warc.gz": (_damaged(), "(record 2): record 2 is damaged"),
    "broken.wacz": (b"PK\x03\x04" + b"no zip" * 500, "is a ZIP file that cannot be read"),
    "other.wacz": (_zip(), "is a ZIP archive or an office document, which is not read"),
    "blog.xml": (BLOG.encode(), "(record 2): item 2 breaks off"),
    "empty.txt": (b"", "is empty"),
    "line.txt": (b"word " * 10_000_000, "has 50,000,000 characters; the limit is 2,000,000"),
    "line.html": (b"<p>" + b"<b>x " * 200_000, "has a line of more than 1,000,000 characters"),
    "nested.html": (b"<html><body>" + b"<div>" * 40_000, "has elements nested more than 256 deep"),
    "mail.eml": (
        b"Message-ID: <1@x.example>\nFrom: Ada\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>Hello",
        "is an e-mail, which is not read",
    ),
    "parts.mhtml": (MHTML.replace(b"text/html", b"image/gif"), "is saved as MHTML, but no part of it is a page"),
    "safari.webarchive": (b"bplist00" + bytes(40), "is a page saved by Safari"),
    "binary.txt": (bytes(range(256)) * 200, "is not text"),
    "deep.json": (b"[" * 100_000 + b"]" * 100_000, "is not valid JSON"),
    "bomb.md": (b"---\na: &a [x, x]\nb: [*a, *a]\n---\n" + STORY.encode(), "line 2: a has an anchor (&a)"),
    "objects.json": (b"[" + b"{}," * 300_000 + b"{}]", "holds more than 200,000 records: the rest is not read"),
}
READ = {
    "good.txt": STORY.encode(),
    "charset.html": CHARSET.encode("latin-1"),
    "brackets.md": b"# Brackets\n\n" + b"[" * 300_000,
}
"""Files that are read all the same."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What one call of ``clipfile clean`` made of all of them."""

    out: Path
    said: str
    code: int


@pytest.fixture(name="cleaned", scope="module")
def _cleaned(tmp_path_factory: pytest.TempPathFactory) -> Cleaned:
    folder = tmp_path_factory.mktemp("bad")
    for name, content in {**{name: content for name, (content, _) in FILES.items()}, **READ}.items():
        (folder / "in" / name).parent.mkdir(exist_ok=True)
        (folder / "in" / name).write_bytes(content)
    arguments = ["clean", str(folder / "in"), "--out", str(folder / "out")]
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    return Cleaned(out=folder / "out", said=done.stderr, code=done.returncode)


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_named_with_its_reason(cleaned: Cleaned, name: str) -> None:
    """File, record where there is one, and what is wrong."""
    assert any(line.startswith(f"quarantined: {name}") and FILES[name][1] in line for line in cleaned.said.split("\n"))


def test_the_rest_is_read(cleaned: Cleaned) -> None:
    """Good files, good records before and after broken ones, and pages that name a wrong charset."""
    assert cleaned.code == 1
    assert SENTENCE in (cleaned.out / "good.md").read_text(encoding="utf-8")
    assert "öffnet wieder, sagte der Bürgermeister" in (cleaned.out / "charset.md").read_text(encoding="utf-8")
    names = {path.name for path in cleaned.out.iterdir()}
    assert {"damaged.warc-urn-one.md", "damaged.warc-urn-two.md", "endless.warc-urn-before.md"} <= names


def test_memory_stays_small(cleaned: Cleaned) -> None:
    """The process that reads all of it takes less than a gigabyte; those that help it are kept to their measure."""
    peak = int(cleaned.said.rsplit("peak ", 1)[1].split()[0])
    assert peak * (1 if sys.platform == "darwin" else 1024) < MOST_MEMORY
