"""The commands, one module each, named after what a user types."""
