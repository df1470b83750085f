"""`python -m rayograph` does what `rayograph` does."""

from rayograph.cli import main

main()
