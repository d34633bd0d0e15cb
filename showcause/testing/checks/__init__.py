"""One module for each group of laws; `showcause.testing.invariants` collects their checks."""
