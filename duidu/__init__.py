"""Duidu 对读: Chinese newspaper pages as a bilingual reading edition."""

__version__ = "0.1.0"
