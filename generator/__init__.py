"""Clipfile: a folder of raw articles becomes a searchable archive with a page for every person, topic and source."""

__version__ = "0.1.0"
