#!/usr/bin/env python3
"""The only door: ``python build.py [all | import | translate | site | check | serve | new | clean]``."""

from duidu.cli import main

if __name__ == "__main__":
    main()
