"""``python -m duidu``."""

from duidu.cli import main

main()
