"""What outlives a build: the cache of results, which may be deleted, and the registry of addresses, which may not."""
