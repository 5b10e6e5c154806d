"""What a reader sees of an HTML page: its blocks, tables and links, before anything is chosen."""
