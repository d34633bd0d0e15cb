"""What the events add up to: pure folds over recorded events, answered as of a day."""
