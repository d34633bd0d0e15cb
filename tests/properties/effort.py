"""How hard the laws are searched: a share of what the chosen profile asks for."""

from hypothesis import HealthCheck, settings

OVERLARGE = (HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much)
"""A whole proceeding is a large example; that it is large is no fault of a test."""


def effort(share=1.0, **more):
    """Settings for a test that costs so much that it takes only a share of the examples."""
    examples = max(1, int(settings().max_examples * share))
    return settings(max_examples=examples, deadline=None, suppress_health_check=OVERLARGE, **more)
