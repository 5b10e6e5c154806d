"""From the archive to the pages, open data and theme that MkDocs and the reader get. Only this room knows Jinja."""

from __future__ import annotations

from generator.publishing.publish import PublishContext, Published, publish

__all__ = ["PublishContext", "Published", "publish"]
