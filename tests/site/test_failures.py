"""What readers see while a build fails, is killed, or meets another one: the old site, whole."""

from __future__ import annotations

import random
import signal
import subprocess
import time

import pytest

from generator import rendering
from generator.errors import ClipfileError, GateError, RenderError
from tests.site.archives import REPOSITORY, ArchiveFolder, command
from tests.site.articles import PEOPLE, TOWN, numbered
from tests.site.conftest import MakeArchive


@pytest.fixture(name="built")
def _built(archive: MakeArchive) -> ArchiveFolder:
    folder = archive(TOWN, {"people": PEOPLE})
    folder.build()
    return folder


def test_a_page_that_fails_the_gate_is_not_published(built: ArchiveFolder) -> None:
    """A home page with a broken link, an inline handler or a stranger's script leaves the old site and registry."""
    before, links = built.digests(without=()), built.permalinks()
    home = built.root / "content" / "pages" / "home.md"
    home.parent.mkdir(parents=True, exist_ok=True)
    for bad in (
        '<a href="nowhere/">away</a>',
        '<p onclick="x()">click</p>',
        '<script src="https://elsewhere.example/x.js"></script>',
        '<a href="javascript:x()">go</a>',
    ):
        home.write_text(f"# Town\n\n{bad}\n", encoding="utf-8")
        built.write({"gazette/new.md": numbered(2)})
        with pytest.raises((GateError, RenderError)):
            built.build()
        assert built.digests(without=()) == before
        assert built.permalinks() == links


def _generations(folder: ArchiveFolder) -> list[str]:
    """The generations that there is anything of, be it only what is kept beside one for the next build."""
    return sorted({path.name.partition(".")[0] for path in (folder.root / "build" / "generations").iterdir()})


def test_a_failed_build_leaves_nothing_behind(built: ArchiveFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk while the site is rendered: the old site stands, and the half-made one is removed."""

    def full(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    before = built.digests(without=())
    built.write({"gazette/new.md": numbered(2)})
    with monkeypatch.context() as broken:
        broken.setattr(rendering, "index", full)
        with pytest.raises(OSError, match="No space"):
            built.build()
    assert built.digests(without=()) == before
    assert _generations(built) == [built.site.resolve().name]
    assert built.build().articles == 4


def test_a_killed_build_leaves_the_old_site(built: ArchiveFolder) -> None:
    """A kill -9 at any moment: readers keep a whole site, old or new, and the next build repairs the rest."""
    whole = [built.digests()]
    moments = random.Random(4)
    for number in range(4):
        built.write({f"gazette/new-{number}.md": numbered(number + 1)})
        process = subprocess.Popen(command("build", "-C", str(built.root)), cwd=REPOSITORY, stderr=subprocess.DEVNULL)
        time.sleep(moments.uniform(0.8, 3.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        seen = built.digests()
        assert (built.site / "index.html").is_file()
        site = built.site.resolve()
        rendering.check(site, rendering.files_in(site), site_url="", permalinks=())
        if seen not in whole:
            assert built.answers(built.address("article", f"gazette/new-{number}"))
    report = built.build()
    assert report.articles == len(TOWN) + 4
    assert len(set(_generations(built)) - {"spare"}) <= 2


def test_two_builds_at_once_do_not_meet(built: ArchiveFolder) -> None:
    """While one build of an archive is at work, a second one says so and does nothing."""
    before = built.digests(without=())
    with rendering.begin(built.root / "build"), pytest.raises(ClipfileError, match="Another build"):
        built.build()
    assert built.digests(without=()) == before


@pytest.mark.parametrize("damage", [b"", b"not a database", None])
def test_a_damaged_cache_is_only_slower(built: ArchiveFolder, damage: bytes | None) -> None:
    """A cache that is empty, overwritten or cut off is set aside: the build goes on, and the site is the same."""
    before = built.digests()
    cache = built.root / "build" / "cache" / "clipfile.sqlite"
    cache.write_bytes(cache.read_bytes()[: cache.stat().st_size // 2] if damage is None else damage)
    built.build()
    assert built.digests() == before


def test_the_command_says_what_is_wrong_in_one_message(archive: MakeArchive) -> None:
    """A mistake of the user's is exit status 1 and a message without a traceback; a wrong option is status 2."""
    folder = archive(TOWN, {"people": "version: 1\npeoples: {}\n"})
    finished = folder.run("build")
    assert finished.returncode == 1
    assert finished.stderr.startswith("Error: site_config/people.yml:2")
    assert "Traceback" not in finished.stderr
    assert folder.run("build", "--lokced").returncode == 2
    assert folder.run("build", "--locked", "--sample", "3").returncode == 2
