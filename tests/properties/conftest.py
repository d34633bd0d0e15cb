"""Figures that a test reports of its search stand at the end of the run, whether it passed or not.

A test says them with `record_property("reach", ...)`; so they are in a JUnit file as well.
"""


def pytest_terminal_summary(terminalreporter):
    """One line for each test that reported how far it got."""
    reports = [
        report
        for outcome in ("passed", "failed")
        for report in terminalreporter.getreports(outcome)
        if report.when == "call"
    ]
    said = [value for one in reports for name, value in one.user_properties if name == "reach"]
    if said:
        terminalreporter.section("reach")
    for line in said:
        terminalreporter.line(line)
