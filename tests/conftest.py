"""Hypothesis profiles: HYPOTHESIS_PROFILE names one; else `ci` where CI is set, else `dev`."""

import os

from hypothesis import settings

# no deadline: how long an example may take is a matter for benchmarks, and differs by machine
settings.register_profile("dev", max_examples=25, deadline=None)
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("nightly", max_examples=3000, deadline=None, print_blob=True)

settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)
