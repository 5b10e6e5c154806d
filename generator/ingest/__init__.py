"""From files to originals: what each is, what is said of it and who says so, untouched but for its charset.

A format is known by its content. A file or record that cannot be read is quarantined with its reason, and nothing else
suffers. ``read`` sees one file at a time, ``read_all`` many, where they can be stopped; ``settle`` then sees all ids.
"""

from generator.ingest.context import IngestContext, make_context
from generator.ingest.discovery import SourceFile, discover
from generator.ingest.identity import settle
from generator.ingest.quarantine import quarantine
from generator.ingest.reading import read, read_all

__all__ = ["IngestContext", "SourceFile", "discover", "make_context", "quarantine", "read", "read_all", "settle"]
