"""The public test kit: given, when, then; strategies; invariants; whole proceedings at random."""

from showcause.testing.given import Given, When, recorded

__all__ = ["Given", "When", "recorded"]
