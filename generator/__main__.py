"""``python -m generator`` is ``clipfile``."""

from generator.cli import main

main()
