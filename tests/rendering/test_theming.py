"""What the theme around pages is made from: where its digest is the same, shells of the last build are used again."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from generator.rendering.theming import theme_of

_NAV = [{"Home": "index.md"}, {"Who": [{"People": "people/index.md"}]}]


def _config(root: Path, nav: Any = _NAV) -> Any:
    theme = SimpleNamespace(custom_dir=str(root / "theme"))
    return SimpleNamespace(config_file_path=str(root / "mkdocs.yml"), theme=theme, nav=nav)


@pytest.fixture(name="root")
def _root(tmp_path: Path) -> Path:
    (tmp_path / "theme" / "partials").mkdir(parents=True)
    (tmp_path / "theme" / "partials" / "foot.html").write_text("Foot.", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("INHERIT: base.yml # ours\nsite_name: A\n", encoding="utf-8")
    (tmp_path / "base.yml").write_text("theme: material\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", ["mkdocs.yml", "base.yml", "theme/partials/foot.html", "theme/more.html"])
def test_a_change_of_any_file_is_another_theme(root: Path, name: str) -> None:
    """Of the configuration, of what it inherits, and of the theme; what is the same again is the same theme."""
    before = theme_of(_config(root))
    assert before == theme_of(_config(root)) != b""
    with (root / name).open("a", encoding="utf-8") as file:
        file.write("# other\n")
    assert theme_of(_config(root)) not in {before, b""}


def test_the_day_of_the_build_is_part_of_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A theme may show it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    before = theme_of(_config(root))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert theme_of(_config(root)) != before


def test_where_more_is_read_nothing_is_used_again(root: Path) -> None:
    """The environment, or titles that only the pages of the navigation know."""
    assert theme_of(_config(root, ["index.md"])) == b""
    assert theme_of(_config(root, None)) == b""
    (root / "base.yml").write_text("site_name: !ENV NAME\n", encoding="utf-8")
    assert theme_of(_config(root)) == b""
