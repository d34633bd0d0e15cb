"""The proceeding: its state, its acts, and the functions that decide and evolve it."""
