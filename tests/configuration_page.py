"""docs/configuration.md, made from the files that ``clipfile new`` lays into a fresh archive.

Write it again after a change of generator/template/site_config with ``python -m tests.configuration_page``.
"""

from __future__ import annotations

from pathlib import Path

REPOSITORY = Path(__file__).parents[1]
PAGE = REPOSITORY / "docs" / "configuration.md"
TEMPLATE = REPOSITORY / "generator" / "template"
ORDER = (
    "archive",
    "outlets",
    "sources",
    "cleaning",
    "people",
    "judgements",
    "organizations",
    "places",
    "topics",
    "stories",
)
"""As a maintainer meets them; what is not named here comes last."""

_HEAD = """\
# Configuration

What people decide about an archive stands in `site_config/`; the program never writes there, except for new lines of
`permalinks.csv` and for judgements that you give to `clipfile judge` and `clipfile review`. Below is every file as
`clipfile new` lays it into a fresh archive: each key with its default or an example, switched off by a `#`. Only
`version` is needed; a file that is missing says nothing. `clipfile check` names every mistake with file, line, key and
remedy, and an unknown key is one.

The archive's name, address and accent stand in [`mkdocs.yml`](#mkdocsyml). What is known of single originals stands
beside them: [front matter, `metadata.csv` and `.meta.yml`](maintaining.md#add). `permalinks.csv` is the memory of
[all addresses](maintaining.md#addresses-are-kept) and is not edited by hand.

This page is made from those files; do not edit it here (`python -m tests.configuration_page`).
"""


def files() -> tuple[Path, ...]:
    """The files of site_config and mkdocs.yml, in the order of the page."""
    known = {path.stem: path for path in sorted((TEMPLATE / "site_config").glob("*.yml"))}
    stems = [*ORDER, *(stem for stem in known if stem not in ORDER)]
    return (*(known[stem] for stem in stems if stem in known), TEMPLATE / "mkdocs.yml")


def page() -> str:
    """The whole page as it should stand in docs/."""
    return "\n".join([_HEAD, *(_section(path) for path in files())])


def _section(path: Path) -> str:
    return f"## {path.name}\n\n```yaml\n{path.read_text(encoding='utf-8').rstrip()}\n```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
