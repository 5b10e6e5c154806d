"""What became of everybody between two builds, told by where their mentions are now."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.archive.changes import Changes, compare
from generator.errors import ContentError
from generator.store.standing import Stand, Standing, read_stand


def _stand(**people: tuple[str, list[str]]) -> Stand:
    """An archive of people: id (with _ for -) -> name, and ``article:words`` of each mention."""
    found = {}
    for key, (name, mentions) in people.items():
        identifier = key.replace("_", "-")
        spots = frozenset((one.partition(":")[0], one.partition(":")[2]) for one in mentions)
        found[identifier] = Standing(id=identifier, name=name, mentions=spots)
    return Stand(kinds={"person": found})


def _told(changes: Changes) -> list[tuple[str, list[str], list[str]]]:
    return [(one.verb, [p.id for p in one.before], [p.id for p in one.after]) for one in changes.changes]


ROE = ("Jane Roe", ["a:Jane Roe", "b:Jane Roe", "b:Roe"])
QUILL = ("Ann Quill", ["c:Ann Quill", "d:Quill"])


def test_nothing_has_changed() -> None:
    """Two equal archives have nothing to tell."""
    assert compare(_stand(jane_roe=ROE), _stand(jane_roe=ROE)) == Changes()


def test_words_that_mean_two_people_in_one_article_have_not_moved() -> None:
    """Two Roes of one article, each cited as Roe: neither has anything of the other's."""
    two = _stand(ann_roe=("Ann Roe", ["b:Ann Roe", "b:Roe"]), jane_roe=ROE)
    assert compare(two, two) == Changes()


def test_a_merge_a_split_and_a_rename() -> None:
    """Pages are followed by their mentions, whatever they are called."""
    both = ("Jane Roe", [*ROE[1], *QUILL[1]])
    merged = compare(_stand(jane_roe=ROE, ann_quill=QUILL), _stand(jane_roe=both))
    assert _told(merged) == [("merged", ["ann-quill", "jane-roe"], ["jane-roe"])]
    split = compare(_stand(jane_roe=both), _stand(jane_roe=ROE, ann_quill=QUILL))
    assert _told(split) == [("split", ["jane-roe"], ["jane-roe", "ann-quill"])]
    renamed = compare(_stand(jane_roe=ROE), _stand(j_roe=("J. Roe", ROE[1])))
    assert _told(renamed) == [("renamed", ["jane-roe"], ["j-roe"])]
    retitled = compare(_stand(jane_roe=ROE), _stand(jane_roe=("Jane M. Roe", ROE[1])))
    assert _told(retitled) == [("renamed", ["jane-roe"], ["jane-roe"])]


def test_who_is_new_and_who_is_lost() -> None:
    """Mentions that meant nobody, and mentions that mean nobody any more."""
    changes = compare(_stand(jane_roe=ROE), _stand(ann_quill=QUILL))
    assert _told(changes) == [("lost", ["jane-roe"], []), ("new", [], ["ann-quill"])]
    assert [one.articles for one in changes.changes] == [2, 2]


def test_an_article_moves_between_two_who_stay() -> None:
    """Both pages are there before and after; one article is filed under the other."""
    moved = compare(
        _stand(jane_roe=ROE, ann_quill=QUILL),
        _stand(jane_roe=(ROE[0], ROE[1][:1]), ann_quill=(QUILL[0], [*QUILL[1], *ROE[1][1:]])),
    )
    assert _told(moved) == []
    (move,) = moved.moves
    assert (move.before.id, move.after and move.after.id, move.articles) == ("jane-roe", "ann-quill", ("b",))


def test_a_folder_without_data_is_refused(tmp_path: Path) -> None:
    """The message says what to name instead."""
    with pytest.raises(ContentError, match="build/data"):
        read_stand(tmp_path)
