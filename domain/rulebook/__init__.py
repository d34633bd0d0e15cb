"""Rulebooks: the law as dated data, read strictly and composed."""

__all__: list[str] = []
