"""What MkDocs finds beside the pages: our few overrides of Material, stylesheet, scripts, base configuration."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable

from generator.config.schema import Site
from generator.publishing.accent import accent_css
from generator.publishing.tree import Tree

_PACKAGE = "generator.publishing"


def write_theme(theme: Tree, site: Site) -> None:
    """Lay the theme out as MkDocs' ``custom_dir``."""
    _copy(theme, resources.files(_PACKAGE) / "theme", "")
    theme.write("assets/clipfile/accent.css", accent_css(site.accent))


def base_configuration() -> bytes:
    """What an archive's mkdocs.yml inherits."""
    return (resources.files(_PACKAGE) / "base.yml").read_bytes()


def _copy(theme: Tree, folder: Traversable, below: str) -> None:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        path = f"{below}{entry.name}"
        if entry.is_dir():
            _copy(theme, entry, f"{path}/")
        else:
            theme.write(path, entry.read_bytes())
