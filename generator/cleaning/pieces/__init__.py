"""Lines and paragraphs: put together, looked at, and of known kinds."""
