"""The article cut out of a Markdown original."""
