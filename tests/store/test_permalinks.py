"""permalinks.csv: addresses are given once and kept for ever."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import ConfigError
from generator.model import Permalink, Published
from generator.store import permalinks
from generator.store.permalinks import Permalinks, Wish, assign
from generator.text.slugs import short_hash

DAY, LATER = "2026-01-01", "2026-02-02"
HEADER = "kind,id,address,added,sha256,state\n"


def person(identifier: str, text: str = "", **more: object) -> Wish:
    """A person's wish; the slug comes from the id where no text is given."""
    return Wish(kind="person", id=identifier, text=text or identifier, **more)  # type: ignore[arg-type]


def article(identifier: str, text: str, sha256: str = "") -> Wish:
    """An article's wish."""
    return Wish(kind="article", id=identifier, text=text, sha256=sha256)


def state(links: Permalinks, identifier: str) -> str:
    """The states and addresses of an id, as one text."""
    return " ".join(f"{line.address}={line.state}" for line in links if line.id == identifier)


def test_a_first_address_is_the_plain_slug() -> None:
    """Without a rival, a page is where its title says."""
    links = assign(Permalinks(), [article("a/1", "Men Walk on Moon"), person("sally-ride")], DAY)
    assert [line.address for line in links] == ["articles/men-walk-on-moon/", "people/sally-ride/"]
    assert {line.added for line in links} == {DAY}


def test_new_rivals_all_get_a_hash() -> None:
    """Of two new pages with one slug neither is preferred, whatever their order."""
    wishes = [article("x", "Launch!"), article("y", "LAUNCH")]
    links = assign(Permalinks(), wishes, DAY)
    assert [line.address for line in links] == [f"articles/launch-{short_hash(i)}/" for i in ("x", "y")]
    assert links == assign(Permalinks(), reversed(wishes), DAY)


def test_a_locked_address_is_neither_taken_nor_changed() -> None:
    """The old page stays where it is though its title changed; a newcomer with its old title gets a hash."""
    first = assign(Permalinks(), [article("x", "Launch")], DAY)
    second = assign(first, [article("x", "Lift-off"), article("y", "Launch")], LATER)
    assert state(second, "x") == "articles/launch/=live"
    assert state(second, "y") == f"articles/launch-{short_hash('y')}/=live"


@pytest.mark.parametrize("title", ["Index", "CON", "1984", "404"])
def test_reserved_titles_get_a_hash(title: str) -> None:
    """A page is never at an address that means something else."""
    (line,) = assign(Permalinks(), [article("x", title)], DAY)
    assert re.fullmatch(rf"articles/{title.lower()}-[0-9a-f]{{6}}/", line.address)


def test_a_title_without_letters_is_a_hash() -> None:
    """Symbols alone still give an address."""
    (line,) = assign(Permalinks(), [article("x", "???")], DAY)
    assert line.address == f"articles/{short_hash('x', 10)}/"


def test_gone_and_back() -> None:
    """A page that vanishes is gone, not forgotten, and comes back to its old address."""
    first = assign(Permalinks(), [person("sally-ride")], DAY)
    second = assign(first, [], LATER)
    assert state(second, "sally-ride") == "people/sally-ride/=gone"
    assert assign(second, [person("sally-ride")], "2026-03-03") == first


def test_merged_pages_redirect_and_undoing_restores() -> None:
    """A merge leaves a redirect, chains are shortened, and taking the merge back brings the page back."""
    first = assign(Permalinks(), [person("a"), person("b"), person("c")], DAY)
    second = assign(first, [person("b", aliases=("a",)), person("c")], LATER)
    assert state(second, "a").endswith("=redirect:b")
    third = assign(second, [person("c", aliases=("b",))], LATER)
    assert state(third, "a").endswith("=redirect:c")
    assert state(third, "b").endswith("=redirect:c")
    assert assign(third, [person("a"), person("b"), person("c")], LATER) == first


def test_an_alias_that_still_has_a_page_is_none() -> None:
    """A page that is wished is live, whoever claims it."""
    first = assign(Permalinks(), [person("a"), person("b", aliases=("a",))], DAY)
    assert {line.state for line in first} == {"live"}


def test_moved_bytes_keep_their_address() -> None:
    """An article with a new id and known bytes takes over the line of the one that went: no redirect is needed."""
    first = assign(Permalinks(), [article("old", "Launch", "f00d")], DAY)
    (line,) = assign(first, [article("new", "Launch", "f00d")], LATER)
    assert (line.id, line.address, line.added, line.state) == ("new", "articles/launch/", DAY, "live")


def test_a_copy_beside_the_original_is_a_page_of_its_own() -> None:
    """The same bytes under a second id move nothing while the first is there."""
    first = assign(Permalinks(), [article("old", "Launch", "f00d")], DAY)
    second = assign(first, [article("old", "Launch", "f00d"), article("new", "Launch", "f00d")], LATER)
    assert state(second, "old") == "articles/launch/=live"
    assert state(second, "new") == f"articles/launch-{short_hash('new')}/=live"


def test_a_private_person_is_not_named_and_nobody_takes_the_address() -> None:
    """The line holds hashes only, redirects to the person too, and a namesake gets another address."""
    first = assign(Permalinks(), [person("jane-roe"), person("j-roe", aliases=("jane-roe",))], DAY)
    merged = assign(first, [person("jane-roe", aliases=("j-roe",))], DAY)
    hidden = assign(merged, [person("jane-roe", aliases=("j-roe",), private=True)], LATER)
    assert {line.state for line in hidden} == {"private"}
    assert "roe" not in permalinks.dump(hidden)
    later = assign(hidden, [person("jane-roe", private=True), person("roe-2", "Jane Roe")], LATER)
    assert state(later, "roe-2") == f"people/jane-roe-{short_hash('roe-2')}/=live"


@pytest.mark.parametrize("word", ["", permalinks.JUDGED])
def test_who_is_private_no_more_has_the_old_address_and_nothing_is_left_to_settle(word: str) -> None:
    """Whether a maintainer's word stands behind the page is written at once, not by the next build."""
    hidden = assign(assign(Permalinks(), [person("jane-roe")], DAY), [person("jane-roe", private=True)], LATER)
    back = assign(hidden, [person("jane-roe", sha256=word)], LATER)
    assert [(line.address, line.added, line.sha256, line.state) for line in back] == [
        ("people/jane-roe/", DAY, word, "live")
    ]
    assert assign(back, [person("jane-roe", sha256=word)], LATER) == back


def test_a_split_address_offers_only_who_may_be_named() -> None:
    """A merge is followed, a private person is left out, and a choice of one is a redirect."""
    first = assign(Permalinks(), [person("a"), person("b"), person("c")], DAY)
    old = Permalink(kind="person", id="ab", address="people/ab/", added=DAY, state="split:a+b")
    locked = Permalinks(lines=tuple(sorted([*first, old])))
    assert state(assign(locked, [person("a"), person("c", aliases=("b",))], DAY), "ab") == "people/ab/=split:a+c"
    hidden = assign(locked, [person("a", private=True), person("b"), person("c")], DAY)
    assert state(hidden, "ab") == "people/ab/=redirect:b"
    nobody = [person("a", private=True), person("b", private=True), person("c")]
    assert "people/ab/" not in permalinks.dump(assign(locked, nobody, DAY))


def test_a_person_private_from_the_start_has_no_line() -> None:
    """What was never published leaves nothing behind."""
    assert assign(Permalinks(), [person("jane-roe", private=True)], DAY).lines == ()


def test_files_are_written_and_read_back(tmp_path: Path) -> None:
    """Writing is exact, sorted and leaves an unchanged file alone."""
    links = assign(Permalinks(), [article('a "quoted", id', "Launch", "f00d"), person("sally-ride")], DAY)
    path = tmp_path / "site_config" / "permalinks.csv"
    permalinks.write(links, path)
    before = path.stat().st_mtime_ns
    assert permalinks.read(path) == links
    permalinks.write(links, path)
    assert path.stat().st_mtime_ns == before
    assert path.read_text().startswith(HEADER + 'article,"a ""quoted"", id",articles/launch/,2026-01-01,f00d,live\n')
    assert [file.name for file in path.parent.iterdir()] == ["permalinks.csv"]


def test_no_file_is_an_empty_registry(tmp_path: Path) -> None:
    """A new archive has given out no address yet."""
    assert permalinks.read(tmp_path / "none.csv") == Permalinks()


def test_two_branches_are_joined(tmp_path: Path) -> None:
    """Conflict marks are passed over, equal lines are one, and the older of two claims to an address stands."""
    path = tmp_path / "permalinks.csv"
    path.write_text(
        HEADER
        + "<<<<<<< ours\n"
        + "article,x,articles/launch/,2026-01-02,,live\n"
        + "person,a,people/a-b/,2026-01-01,,gone\n"
        + "=======\n"
        + "article,y,articles/launch/,2026-01-01,,live\n"
        + "person,a,people/a-b/,2026-01-01,,live\n"
        + "person,a,people/a-c/,2026-01-05,,live\n"
        + ">>>>>>> theirs\n"
        + HEADER
    )
    links = permalinks.read(path)
    assert state(links, "y") == "articles/launch/=live"
    assert state(links, "x") == ""
    assert state(links, "a") == "people/a-b/=live people/a-c/=redirect:a"
    assert len(links.warnings) == 1


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("animal,x,animals/x/,2026-01-01,,live", "kind"),
        ("person,,people/x/,2026-01-01,,live", "id"),
        ("person,x,../x/,2026-01-01,,live", "address"),
        ("person,x,people/x,2026-01-01,,live", "address"),
        ("person,x,,2026-01-01,,live", "address"),
        ("person,x,people/x/,yesterday,,live", "added"),
        ("person,x,people/x/,2026-01-01,,dead", "state"),
        ("person,x", ""),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, row: str, key: str) -> None:
    """Every line that is none is reported with its number."""
    path = tmp_path / "permalinks.csv"
    path.write_text(f"{HEADER}person,y,people/y-z/,2026-01-01,,live\n{row}\n")
    with pytest.raises(ConfigError) as caught:
        permalinks.read(path)
    (problem,) = caught.value.problems
    assert (problem.line, problem.key) == (3, key)


def test_diff_shows_what_a_locked_build_would_write() -> None:
    """Lines that go and lines that come, side by side."""
    old = assign(Permalinks(), [person("sally-ride")], DAY)
    new = assign(old, [person("mae-jemison")], LATER)
    assert permalinks.diff(old, new) == (
        "+ person,mae-jemison,people/mae-jemison/,2026-02-02,,live",
        "- person,sally-ride,people/sally-ride/,2026-01-01,,live",
        "+ person,sally-ride,people/sally-ride/,2026-01-01,,gone",
    )
    assert permalinks.diff(new, new) == ()


def test_views_of_the_registry() -> None:
    """Who is live, where, and which bytes are known."""
    links = assign(Permalinks(), [article("x", "A b", "f0"), article("y", "C d", "f0"), person("sally-ride")], DAY)
    assert permalinks.addresses(links)["person", "sally-ride"] == "people/sally-ride/"
    assert permalinks.live_ids(links)["article"] == {"x", "y"}
    assert permalinks.live_ids(links)["place"] == frozenset()
    assert permalinks.known_ids(links) == {"f0": ("x", "y")}


def test_other_names_of_a_person_lead_to_the_page_and_are_remembered() -> None:
    """A name's address redirects; it and the page are settled, but not where a maintainer's word stands behind it."""
    links = assign(Permalinks(), [person("sally-ride", names=("s-ride",)), person("ann-quill", sha256="judged")], DAY)
    assert state(links, "s-ride") == "people/s-ride/=redirect:sally-ride"
    settled = permalinks.settled_people(links)
    assert settled == Published(ids=frozenset({"sally-ride"}), names={"s-ride": "sally-ride"})
    later = assign(links, [person("sally-ride"), person("s-ride"), person("ann-quill")], LATER)
    assert state(later, "s-ride") == "people/s-ride/=live"


def test_names_stay_settled_on_a_page_that_a_maintainer_has_renamed() -> None:
    """The first build after the judgement and the next know where the name stood, and by whose old address."""
    links = assign(Permalinks(), [person("sally-ride", names=("s-ride",))], DAY)
    links = assign(links, [person("the-flyer", sha256="judged", aliases=("sally-ride", "s-ride"))], LATER)
    settled = permalinks.settled_people(links)
    assert settled == Published(names={"s-ride": "the-flyer"}, former={"the-flyer": ("sally-ride",)})


NAMES = st.lists(st.sampled_from(["a b", "A B", "a-b", "Index", "!", "??", "c d", "é f"]), max_size=6)


@given(st.lists(NAMES, max_size=4), st.randoms(use_true_random=False))
def test_any_history_keeps_every_address(history: list[list[str]], shuffle: random.Random) -> None:
    """Over any builds no address is lost or given to two, and order never matters."""
    links = Permalinks()
    given_out: set[str] = set()
    for titles in history:
        wishes = [article(f"{number} {title}", title, str(number)) for number, title in enumerate(titles)]
        shuffled = shuffle.sample(wishes, len(wishes))
        following = assign(links, wishes, DAY)
        assert following == assign(links, shuffled, DAY)
        assert given_out <= {line.address for line in following}
        assert len({line.address for line in following}) == len(following.lines)
        assert {wish.id for wish in wishes} == {line.id for line in following if line.state == "live"}
        links, given_out = following, {line.address for line in following}
