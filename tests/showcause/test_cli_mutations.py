import re
import runpy
from pathlib import Path

import pytest

from domain.rulebook.loading import DATA
from scenarios.sources import shipped_text

SLIPS = runpy.run_path(str(Path(__file__).parents[1] / "scenarios" / "story_mutations.py"))
FILES = {
    "clearview-cnil": shipped_text("clearview-cnil"),
    "over-the-line": shipped_text("over-the-line"),
    "clearview": shipped_text("clearview"),
    "fr": (DATA / "fr.yaml").read_text("utf-8"),
}


@pytest.mark.mutation
@pytest.mark.parametrize("command", ["check", "play"])
@pytest.mark.parametrize(
    "name",
    [*list(FILES)[:2], *(pytest.param(one, marks=pytest.mark.slow) for one in list(FILES)[2:])],
)
def test_a_file_with_slips_gives_a_status_and_a_place_and_no_traceback(
    run, tmp_path, name, command
):
    path = tmp_path / f"{name}.yaml"
    for seed in range(5 if name == "clearview" else 25):
        path.write_text(SLIPS["mutated"](FILES[name], seed), "utf-8", errors="surrogatepass")
        done = run(command, str(path))
        assert done.status in {0, 1, 2}
        told = done.complained.splitlines()
        assert bool(told) is bool(done.status)
        for message in told:
            assert re.match(rf"showcause: {re.escape(str(path))}:\d+:\d+: .", message), message
        assert (done.shown + done.complained).replace("\n", "").isprintable()
