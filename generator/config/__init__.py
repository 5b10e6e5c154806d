"""What the maintainers have decided: the files of site_config/ and the few lines of mkdocs.yml, read strictly.

A file that is not there means its defaults; whatever is wrong is said at once, with file, line, key and remedy.
"""

from generator.config.load import default_site_config, load_site_config, load_topics

__all__ = ["default_site_config", "load_site_config", "load_topics"]
