"""The ways in: command line, store, test kit and the public API."""
