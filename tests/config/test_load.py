"""The configuration: everything optional, everything wrong reported at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config import default_site_config, load_site_config
from generator.config.load import FILES
from generator.config.schema import OutletEntry, TopicEntry
from generator.config.schema_json import json_schemas
from generator.errors import ConfigError, Problem


def archive(folder: Path, **files: str) -> Path:
    """An archive's folder with these files of site_config/."""
    (folder / "site_config").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text("site_name: Clip File\nextra:\n  accent: '#112233'\n")
    for stem, text in files.items():
        (folder / "site_config" / f"{stem}.yml").write_text(text)
    return folder


def problems_of(folder: Path, **files: str) -> tuple[Problem, ...]:
    """All that is wrong with these files."""
    with pytest.raises(ConfigError) as caught:
        load_site_config(archive(folder, **files), default_topics={"politics"})
    return caught.value.problems


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int | None, str]]:
    """File, line and key of each."""
    return [(Path(problem.file).name, problem.line, problem.key) for problem in problems]


def test_files_that_are_not_there_have_their_defaults(tmp_path: Path) -> None:
    """A new archive needs no more than a name."""
    config = load_site_config(archive(tmp_path))
    assert (config.site.name, config.site.accent, config.site.url) == ("Clip File", "#112233", "")
    expected = default_site_config("Clip File")
    assert config.archive == expected.archive
    assert config.topics == expected.topics


def test_values_are_what_was_written(tmp_path: Path) -> None:
    """Years are text where text is wanted, ``not`` is ``not_``, lists are tuples."""
    config = load_site_config(
        archive(
            tmp_path,
            topics="version: 1\ntopics:\n  moon:\n    name: 1969\n    not: [honey moon]\n    dates: [1969, null]\n",
            outlets="version: 1\noutlets:\n  wire: {name: Wire, hosts: [a.example], timezone: Europe/Paris}\n",
        ),
    )
    assert config.topics.topics["moon"] == TopicEntry(name="1969", not_=("honey moon",), dates=("1969", None))
    wire = OutletEntry(name="Wire", hosts=("a.example",), timezone="Europe/Paris")
    assert config.outlets.outlets["wire"] == wire


def test_every_problem_is_reported_at_once(tmp_path: Path) -> None:
    """Unknown keys, wrong types, wrong lengths and missing keys in several files, sorted by place."""
    problems = problems_of(
        tmp_path,
        archive="version: 2\nlimits:\n  file_bytes: many\n",
        topics="version: 1\ntopics:\n  a:\n    name: A\n    wrods: [x]\n    words: x\n    dates: [2016]\n"
        "    all: [x]\n",
        sources="version: 1\nsources:\n  cnn:\n    aliases: [C]\n",
    )
    assert places(problems) == [
        ("archive.yml", 1, "version"),
        ("archive.yml", 3, "limits.file_bytes"),
        ("sources.yml", 3, "sources.cnn"),
        ("topics.yml", 5, "topics.a.wrods"),
        ("topics.yml", 6, "topics.a.words"),
        ("topics.yml", 7, "topics.a.dates"),
        ("topics.yml", 8, "topics.a.all[0]"),
    ]


def test_a_problem_says_what_to_write(tmp_path: Path) -> None:
    """The nearest key is offered, and a right example given."""
    first, second = problems_of(tmp_path, topics="version: 1\ntopics:\n  politics:\n    wrods: [x]\n    words: x\n")
    assert first.remedy == "Did you mean `words`?"
    assert (second.message, second.remedy) == ("a list is expected here, not `x`", "Write `words: [text, text]`.")


def test_a_name_belongs_to_one_entry(tmp_path: Path) -> None:
    """An alias of two people is named with both places."""
    people = "version: 1\npeople:\n  a-b: {name: A B, aliases: [Boss]}\n  c-d: {name: C D, misspellings: [boss]}\n"
    (problem,) = problems_of(tmp_path, people=people)
    assert (problem.line, problem.key) == (4, "people.c-d.misspellings[0]")
    assert "`a-b` (line 3)" in problem.message


def test_topics_hang_together(tmp_path: Path) -> None:
    """A parent exists, a new topic has a name, a story's dates are dates, and one key is in one file."""
    problems = problems_of(
        tmp_path,
        topics="version: 1\ntopics:\n  a:\n    parent: nope\n  b: {name: B, parent: politics}\n  politics:\n",
        stories="version: 1\nstories:\n  b:\n    name: B\n    dates: [summer, null]\n",
    )
    assert places(problems) == [
        ("stories.yml", 3, "stories.b"),
        ("stories.yml", 5, "stories.b.dates[0]"),
        ("topics.yml", 3, "topics.a"),
        ("topics.yml", 4, "topics.a.parent"),
    ]


def test_keys_are_slugs_and_time_zones_exist_and_patterns_compile(tmp_path: Path) -> None:
    """What would only fail in the middle of a build is found before it."""
    problems = problems_of(
        tmp_path,
        archive="version: 1\nfolders:\n  wire: {timezone: Moon/Crater}\n",
        places="version: 1\nplaces:\n  New York: {name: New York}\n",
        cleaning="version: 1\nrules:\n  - drop: [Share, '/([/']\n",
    )
    assert places(problems) == [
        ("archive.yml", 3, "folders.wire.timezone"),
        ("cleaning.yml", 3, "rules[0].drop[1]"),
        ("places.yml", 3, "places.New York"),
    ]


def test_a_misnamed_file_is_noticed(tmp_path: Path) -> None:
    """A file that nobody reads is not passed over in silence."""
    (problem,) = problems_of(tmp_path, topic="version: 1\n")
    assert problem.file == "site_config/topic.yml"


@pytest.mark.parametrize("text", ["", "site_url: https://a.example/\n", "site_name: [x\n"])
def test_an_archive_has_a_name(tmp_path: Path, text: str) -> None:
    """The one thing that is not optional."""
    (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(ConfigError, match=r"mkdocs\.yml"):
        load_site_config(tmp_path)


def test_a_folder_that_is_no_archive_is_told_apart(tmp_path: Path) -> None:
    """Without mkdocs.yml the remedy is to make an archive."""
    with pytest.raises(ConfigError, match="clipfile new"):
        load_site_config(tmp_path)


def test_schemas_refuse_what_the_loader_refuses() -> None:
    """There is a schema a file; it closes every object, writes ``not``, and explains fields."""
    schemas = json_schemas()
    assert set(schemas) == {f"{stem}.yml" for stem in FILES}
    entry = schemas["topics.yml"]["$defs"]["TopicEntry"]
    assert entry["additionalProperties"] is False
    assert "not" in entry["properties"]
    assert "not_" not in entry["properties"]
    assert entry["properties"]["strong"]["description"] == "Phrases of weight 3."


def test_what_cleaning_yml_says_wrongly_is_named_with_its_remedy(tmp_path: Path) -> None:
    """Patterns that may run for ever, sections without a beginning, fields without a group, zones that are none."""
    problems = problems_of(
        tmp_path,
        cleaning="version: 1\nrules:\n  - drop: ['/(a+)+b/', '']\n    keep_sections:\n      - to: End\n"
        "    title: The pier\n    byline: '/^By .+/'\n    date: '/^(x*)*$/'\n    timezone: Moon/Crater\n",
    )
    assert places(problems) == [
        ("cleaning.yml", 3, "rules[0].drop[0]"),
        ("cleaning.yml", 3, "rules[0].drop[1]"),
        ("cleaning.yml", 5, "rules[0].keep_sections[0]"),
        ("cleaning.yml", 6, "rules[0].title"),
        ("cleaning.yml", 7, "rules[0].byline"),
        ("cleaning.yml", 8, "rules[0].date"),
        ("cleaning.yml", 9, "rules[0].timezone"),
    ]
    assert all(problem.remedy for problem in problems)


def test_every_line_of_cleaning_yml_knows_its_place(tmp_path: Path) -> None:
    """What is removed by a rule is accounted for with the rule's line."""
    config = load_site_config(archive(tmp_path, cleaning="version: 1\nrules:\n  - drop:\n      - A\n      - B\n"))
    assert config.lines["cleaning", "rules", 0, "drop", 1] == 5
