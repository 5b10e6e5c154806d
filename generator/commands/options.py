"""Options that several verbs share, with one meaning everywhere."""

from __future__ import annotations

from pathlib import Path

import click

archive = click.option(
    "-C",
    "--directory",
    "root",
    metavar="DIR",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    show_default="this folder",
    help="The archive's folder: the one with mkdocs.yml, content/ and site_config/.",
)

as_json = click.option("--json", "as_json", is_flag=True, help="Print the report as JSON on standard output.")
