"""Which publication an original comes from: as said, by its address, or by its folder."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.model import Metadata, OutletRef
from generator.text.slugs import slug
from generator.text.urls import host

if TYPE_CHECKING:
    from generator.config.schema import OutletsFile

_HOST = re.compile(r"(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}", re.IGNORECASE)
NO_OUTLET = OutletRef(key="", name="", basis="")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletIndex:
    """outlets.yml by everything that leads to an entry."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Key -> name to show."""
    by_name: Mapping[str, str] = field(default_factory=dict)
    by_host: Mapping[str, str] = field(default_factory=dict)
    by_folder: Mapping[str, str] = field(default_factory=dict)


def index_outlets(outlets: OutletsFile) -> OutletIndex:
    """Names, hosts and folders of outlets.yml, each with the key of its entry."""
    entries = outlets.outlets.items()
    return OutletIndex(
        names={key: entry.name for key, entry in entries},
        by_name={_folded(name): key for key, entry in entries for name in (key, entry.name, *entry.aliases)},
        by_host={name.lower().removeprefix("www."): key for key, entry in entries for name in entry.hosts},
        by_folder={folder.strip("/"): key for key, entry in entries for folder in entry.folders},
    )


def outlet_of(metadata: Metadata, name: str, index: OutletIndex) -> OutletRef:
    """The outlet of the original ``name``: said in metadata, else its address's host, else its folder.

    An outlet that outlets.yml does not know goes by its own name, host or top folder; a folder that is only a number
    (a year) is none.
    """
    if metadata.outlet and _HOST.fullmatch(metadata.outlet) and _folded(metadata.outlet) not in index.by_name:
        site = metadata.outlet.lower().removeprefix("www.")
        key = _by_host(site, index)
        return OutletRef(key=key or site, name=index.names[key] if key else site, basis="metadata")
    if metadata.outlet:
        key = index.by_name.get(_folded(metadata.outlet))
        shown = index.names[key] if key else metadata.outlet
        return OutletRef(key=key or slug(metadata.outlet), name=shown, basis="metadata")
    if metadata.url and (site := host(metadata.url)):
        key = _by_host(site, index)
        return OutletRef(key=key or site, name=index.names[key] if key else site, basis="address")
    return _by_folder(name, index)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _by_host(site: str, index: OutletIndex) -> str | None:
    """The entry of the host or of the nearest domain above it."""
    while site:
        if site in index.by_host:
            return index.by_host[site]
        _, _, site = site.partition(".")
    return None


def _by_folder(name: str, index: OutletIndex) -> OutletRef:
    folders = name.split("/")[:-1]
    for depth in range(len(folders), 0, -1):
        key = index.by_folder.get("/".join(folders[:depth]))
        if key:
            return OutletRef(key=key, name=index.names[key], basis="folder")
    if not folders or folders[0].isdigit():
        return NO_OUTLET
    return OutletRef(key=slug(folders[0]), name=folders[0], basis="folder")
