"""``python -m generator`` is ``clipfile``."""

from generator.cli import main

if __name__ == "__main__":  # a worker process imports this module too
    main()
