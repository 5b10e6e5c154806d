"""The command line: one module of ``commands/`` a verb, loaded only when it is called."""

from __future__ import annotations

import signal
import sys
import threading
from importlib import import_module
from typing import Any

import click

from generator import __version__
from generator.errors import ClipfileError

_VERBS = {
    "build": "Build the whole archive: read, clean, analyze, file, render, check, publish.",
    "clean": "Clean files or folders to Markdown with front matter, without names; works anywhere.",
    "check": "Check configuration and content in seconds.",
    "explain": "Say why: an article's lines, a person's mentions, a topic's filings, a source's citations.",
    "topics": "Explain, try, suggest, check and learn what articles are filed under.",
    "review": "Ask what the program does not know about people, one key an answer.",
    "judge": "Decide who is who: same, different, not a person, rename, split, bind, private.",
    "diff": "List who was merged, split, renamed, lost and is new between two builds.",
    "serve": "Show the site on this machine and rebuild it when something changes.",
    "new": "Make a fresh archive that builds at once.",
    "cache": "Show or prune what earlier builds have remembered.",
}


class _Verbs(click.Group):
    """A group that knows its verbs by name: `clipfile --help` must not import spaCy."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Verbs in the order in which a maintainer meets them."""
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The verb's own module."""
        if cmd_name not in _VERBS:
            return None
        command = import_module(f"generator.commands.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """One line a verb, without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_VERBS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the verb; a mistake of the user's is a message, not a traceback."""
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _end)
        try:
            return super().invoke(ctx)
        except ClipfileError as error:
            click.echo(f"Error: {error}", err=True)
            sys.exit(error.exit_code)


def _end(*_: object) -> None:
    """Leave as after any error, so that the processes of a build end with it and the cache keeps what it has."""
    sys.exit(128 + signal.SIGTERM)


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="clipfile")
def main() -> None:
    """Turn a folder of raw articles into a searchable archive.

    Put what you have scraped into content/articles/ (page dumps, HTML, Markdown, JSONL), run `clipfile build`, and look
    at build/site/. Correct what the program got wrong in site_config/, never in its output.

    \b
    A first walk:
      clipfile new my-archive     a fresh archive with two articles in it
      clipfile build -C my-archive
      clipfile serve -C my-archive
      clipfile explain ARTICLE    what was kept, what was removed, and why
    """  # noqa: D301 - \b is click's mark for a paragraph that is not re-wrapped
