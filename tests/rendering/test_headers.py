"""The policy that a host should send: strict, and with a hash for what the maintainers' own pages run."""

from __future__ import annotations

from pathlib import Path

from generator.rendering.files import files_in
from generator.rendering.gate import check
from generator.rendering.headers import read_headers, write_headers


def _policy(site: Path, *pages: str) -> str:
    for number, body in enumerate(pages):
        name = site / ("index.html" if not number else f"{number}.html")
        name.write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    write_headers(site, check(site, files_in(site), site_url="", permalinks=()).inline)
    return read_headers(site)["Content-Security-Policy"]


def test_a_site_without_inline_scripts_allows_none(tmp_path: Path) -> None:
    """Nothing from elsewhere, nothing inline; data in script elements is no script."""
    policy = _policy(tmp_path, '<script type="application/ld+json">{"a": 1}</script>')
    assert "default-src 'none'" in policy
    assert "'unsafe-inline'" not in policy
    assert "'unsafe-eval'" not in policy
    assert "sha256" not in policy


def test_what_maintainers_write_into_their_pages_is_named(tmp_path: Path) -> None:
    """Each script and style once, by the hash that every browser computes (the first is that of the specification)."""
    script = "<script>alert('Hello, world.');</script>"
    policy = _policy(tmp_path, script, f'{script}<style>p {{}}</style><p style="color: red">')
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=';" in policy
    assert policy.count("sha256-") == 3
    assert "'unsafe-hashes'" in policy


def test_an_old_site_has_no_headers(tmp_path: Path) -> None:
    """Who reads the headers of a site that was built without them gets none."""
    assert read_headers(tmp_path) == {}
