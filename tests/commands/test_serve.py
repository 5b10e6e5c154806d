"""``clipfile serve``: what a browser gets, and what makes it build again."""

from __future__ import annotations

import http.client
import os
import queue
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.commands import serve
from generator.commands.site_server import site_server
from generator.commands.watching import changes, matters, next_batch
from generator.errors import ClipfileError, GateError
from generator.rendering import begin, publish


def _swap(build: Path, files: dict[str, str]) -> None:
    with begin(build) as generation:
        for name, text in files.items():
            path = generation.path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        publish(generation)


@pytest.fixture(name="build")
def _build(tmp_path: Path) -> Path:
    files = {
        "index.html": "home",
        "404.html": "lost",
        "people/ada/index.html": "ada",
        "data/a.jsonl": "{}\n",
        "f.zip": "z",
    }
    _swap(tmp_path / "build", files)
    return tmp_path / "build"


Get = Callable[..., tuple[int, str, http.client.HTTPMessage]]


@pytest.fixture(name="get")
def _get(build: Path) -> Iterator[Get]:
    with site_server(build, "127.0.0.1", 0, "/my-repository/") as server:

        def get(path: str, method: str = "GET") -> tuple[int, str, http.client.HTTPMessage]:
            connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=10)
            try:
                connection.request(method, path)
                response = connection.getresponse()
                return response.status, response.read().decode(), response.headers
            finally:
                connection.close()

        yield get


# ── HTTP ──────────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "body", "media_type"),
    [
        ("/", "home", "text/html; charset=utf-8"),
        ("/people/ada/", "ada", "text/html; charset=utf-8"),
        ("/people/ada/?q=1#s2", "ada", "text/html; charset=utf-8"),
        ("/people/%61da/", "ada", "text/html; charset=utf-8"),
        ("/data/a.jsonl", "{}\n", "application/jsonl; charset=utf-8"),
        ("/f.zip", "z", "application/octet-stream"),
    ],
)
def test_files_are_sent_with_their_type(get: Get, path: str, body: str, media_type: str) -> None:
    """A page or file comes with its content, its type, and word that nobody should keep it."""
    status, text, headers = get(path)
    assert (status, text, headers["Content-Type"]) == (200, body, media_type)
    assert headers["Cache-Control"] == "no-store"
    assert headers["Last-Modified"] is None


@pytest.mark.parametrize(
    "path", ["/nobody/", "/people/", "/../../etc/passwd", "/%2e%2e/%2e%2e/x", "/a%00b", "/" + "x" * 3000]
)
def test_what_is_not_there_gets_the_sites_own_page(get: Get, path: str) -> None:
    """Unknown, hostile and listing-seeking paths all get the site's 404 page."""
    status, text, _ = get(path)
    assert (status, text) == (404, "lost")


def test_nothing_above_the_site_is_sent(get: Get, build: Path) -> None:
    """A path cannot climb out of the published generation."""
    (build / "secret.txt").write_text("secret", encoding="utf-8")
    assert get("/../secret.txt")[1] == "lost"
    assert get("/people/..%2f..%2f..%2fsecret.txt")[1] == "lost"


@pytest.mark.parametrize(("path", "to"), [("/people/ada", "/people/ada/"), ("//people//ada?x=//evil", "/people/ada/")])
def test_a_folder_without_its_slash_is_redirected(get: Get, path: str, to: str) -> None:
    """Relative links of a page work only below its slash; the redirect stays on this machine."""
    status, _, headers = get(path)
    assert (status, headers["Location"]) == (302, to)


def test_the_published_path_works_too(get: Get) -> None:
    """The 404 page links its style sheets from the site's root on its host, which has a path."""
    assert get("/my-repository/people/ada/")[:2] == (200, "ada")
    assert get("/my-repository/nobody/")[:2] == (404, "lost")


def test_head_sends_no_body(get: Get) -> None:
    """HEAD answers like GET, without the content."""
    status, text, headers = get("/", "HEAD")
    assert (status, text, headers["Content-Length"]) == (200, "", "4")


def test_a_swap_shows_at_the_next_request(get: Get, build: Path) -> None:
    """A server that started before a swap sends the new site after it, without its own 404 page too."""
    _swap(build, {"index.html": "new home"})
    assert get("/")[1] == "new home"
    assert get("/people/ada/")[:2] == (404, "Not Found\n")


def test_before_the_first_build_it_says_so(tmp_path: Path) -> None:
    """While the first build is at work a browser gets a sentence, not a refused connection."""
    with site_server(tmp_path / "build", "127.0.0.1", 0) as server:
        assert server.find("/") == (503, None)


def test_a_taken_port_is_an_error_with_a_remedy(build: Path) -> None:
    """A busy port says so and names another."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with (
            pytest.raises(ClipfileError, match=rf"Port {port} is taken.*--port {port + 1}"),
            site_server(build, "127.0.0.1", port),
        ):
            pass


def test_a_strange_host_is_an_error_with_a_remedy(build: Path) -> None:
    """An address that is not this machine's is refused with a sentence."""
    with pytest.raises(ClipfileError, match="--host takes"), site_server(build, "192.0.2.1", 0):
        pass


# ── watching ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("path", "wanted"),
    [
        ("mkdocs.yml", True),
        ("content/articles/a/b.txt", True),
        ("content/pages/home.md", True),
        ("site_config/people.yml", True),
        ("site_config/permalinks.csv", False),
        ("site_config/permalinks.csv.new", False),
        ("site_config/.permalinks.csv.next", False),
        ("content/articles/.a.txt.swp", False),
        ("content/articles/a.txt~", False),
        ("content", False),
        ("build/docs/index.md", False),
        ("README.md", False),
        ("../content/articles/a.txt", False),
    ],
)
def test_only_what_people_write_asks_for_a_build(tmp_path: Path, path: str, *, wanted: bool) -> None:
    """Originals, pages and configuration matter; what a build or an editor leaves behind does not."""
    assert matters((tmp_path / path) if not path.startswith("..") else tmp_path.parent / path[3:], tmp_path) is wanted


def test_changes_that_come_together_are_one_batch() -> None:
    """Saving ten files asks for one build, after the last of them."""
    found: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for number in range(10):
        found.put(Path(f"{number}.txt"))
    later = threading.Timer(0.05, found.put, [Path("late.txt")])
    later.start()
    assert len(next_batch(found, quiet=0.3)) == 11
    assert found.empty()


class _Stopped(BaseException):
    """Ends the loop that otherwise runs until Ctrl-C."""


@contextmanager
def _rebuilding(root: Path, build: Callable[[Path], None]) -> Iterator[None]:
    """The loop of ``serve``, in a thread, until the block ends."""
    ended = threading.Event()

    def build_unless_ended(folder: Path) -> None:
        if ended.is_set():
            raise _Stopped
        build(folder)

    def loop() -> None:
        with pytest.raises(_Stopped):
            serve.rebuild_for_ever(root, found, build_unless_ended)

    with changes(root) as found:
        thread = threading.Thread(target=loop)
        thread.start()
        yield
        ended.set()
        found.put(root / "mkdocs.yml")
        thread.join(10)
        assert not thread.is_alive()


@pytest.fixture(name="root")
def _root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(serve, "QUIET_SECONDS", 0.1)
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "site_config").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    return tmp_path


def _wait_until(condition: Callable[[], bool]) -> None:
    for _ in range(100):
        if condition():
            return
        time.sleep(0.05)
    pytest.fail("it did not happen within five seconds")


def test_a_build_does_not_set_off_the_next(root: Path) -> None:
    """What a build reads, and what it writes under build/ and site_config/, never makes it build again."""
    builds: list[int] = []

    def build(folder: Path) -> None:
        for path in folder.rglob("*"):
            if path.is_file():
                path.read_bytes()
        (folder / "build" / "docs").mkdir(parents=True, exist_ok=True)
        (folder / "build" / "docs" / "a.md").write_text(str(len(builds)), encoding="utf-8")
        beside = folder / "site_config" / ".permalinks.csv.next"
        beside.write_text(str(len(builds)), encoding="utf-8")
        beside.replace(folder / "site_config" / "permalinks.csv")
        builds.append(1)

    with _rebuilding(root, build):
        (root / "content" / "articles" / "a.txt").write_text("one", encoding="utf-8")
        _wait_until(lambda: len(builds) == 1)
        time.sleep(0.6)
        assert len(builds) == 1


@pytest.mark.parametrize("change", ["new folder", "replaced", "deleted", "configuration", "mkdocs.yml"])
def test_every_kind_of_change_is_seen(root: Path, change: str) -> None:
    """New folders, editors that save by renaming, deletions and mkdocs.yml all lead to a build."""
    article = root / "content" / "articles" / "a.txt"
    article.write_text("one", encoding="utf-8")
    builds: list[Path] = []

    def build(folder: Path) -> None:
        builds.append(folder)

    with _rebuilding(root, build):
        if change == "new folder":
            (root / "elsewhere").mkdir()
            (root / "elsewhere" / "b.txt").write_text("two", encoding="utf-8")
            (root / "elsewhere").rename(root / "content" / "articles" / "ledger")
        elif change == "replaced":
            (root / "content" / "articles" / ".a.txt.new").write_text("two", encoding="utf-8")
            os.replace(root / "content" / "articles" / ".a.txt.new", article)  # noqa: PTH105 - as editors do
        elif change == "deleted":
            article.unlink()
        elif change == "configuration":
            (root / "site_config" / "people.yml").write_text("version: 1\n", encoding="utf-8")
        else:
            (root / "mkdocs.yml").write_text("site_name: B\n", encoding="utf-8")
        _wait_until(lambda: builds == [root])


def test_a_failed_rebuild_is_told_and_the_next_one_runs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither a maintainer's mistake nor one of the program's ends the preview."""
    outcomes: list[Exception | None] = [GateError("a link leads nowhere"), KeyError("ours"), None]
    told: list[int] = []

    def build(_: Path) -> None:
        told.append(1)
        if (outcome := outcomes[len(told) - 1]) is not None:
            raise outcome

    with _rebuilding(root, build):
        for number in (1, 2, 3):
            (root / "content" / "articles" / "a.txt").write_text(str(number), encoding="utf-8")
            _wait_until(lambda number=number: len(told) == number)  # type: ignore[misc]
            time.sleep(0.1)
    said = capsys.readouterr().err
    assert "content/articles/a.txt changed: building" in said
    assert "Error: a link leads nowhere\nThe site stays as it was." in said
    assert "KeyError: 'ours'" in said
    assert "please report it" in said
    assert said.endswith("changed: building …\n")


# ── the command ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_without_a_site_it_builds_one_first(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first start in an archive makes the site and then names the address."""

    def build(folder: Path) -> None:
        _swap(folder / "build", {"index.html": "home"})

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(serve, "_build", build)
    monkeypatch.setattr(serve, "rebuild_for_ever", stop)
    result = CliRunner().invoke(main, ["serve", "-C", str(root), "--port", "0"])
    assert result.exit_code == 0
    assert (root / "build" / "site" / "index.html").read_text(encoding="utf-8") == "home"
    assert "Look at http://127.0.0.1:" in result.output


def test_a_first_build_that_fails_ends_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any site to show, the build's error is the answer."""

    def build(_: Path) -> None:
        raise GateError("a link leads nowhere")

    monkeypatch.setattr(serve, "_build", build)
    result = CliRunner().invoke(main, ["serve", "-C", str(root), "--port", "0"])
    assert result.exit_code == 1
    assert "Error: a link leads nowhere" in result.output


def test_a_folder_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    """Serving a folder without mkdocs.yml names the remedy."""
    result = CliRunner().invoke(main, ["serve", "-C", str(tmp_path)])
    assert result.exit_code == 1
    assert "clipfile new" in result.output
