"""Builds the wheel, installs it alone in a new environment and uses it from an empty folder."""

import json
import os
import subprocess
import sys
import sysconfig
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("domain", "projections", "scenarios", "showcause")
CORE_LIMIT = 30 * 1024 * 1024  # bytes of the core with all it needs: people install it in a class

CLEARVIEW_ON_THE_DAY_OF_LIQUIDATION = {
    "fined": 2_000_000_000,
    "liquidated": 520_000_000,
    "imposed": 2_520_000_000,
    "outstanding": 2_520_000_000,
    "paid": 0,
    "accruing": 630_000_000,
}


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command that must succeed, without our own paths in its environment."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(command, cwd=cwd, env=clean, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def build(folder: Path) -> Path:
    """The wheel, built from the sdist, so that the sdist is known to be whole as well."""
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    (wheel,) = folder.glob("*.whl")
    return wheel


def check_contents(wheel: Path) -> None:
    """Every file of the packages is in it, typed markers and data included, and nothing else."""
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    tree = {
        path.relative_to(ROOT).as_posix()
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix != ".pyc" and not path.name.startswith(".")
    }
    if packed != tree:
        sys.exit(f"missing: {sorted(tree - packed)}\ntoo many: {sorted(packed - tree)}")
    if untyped := [package for package in PACKAGES if f"{package}/py.typed" not in packed]:
        sys.exit(f"without py.typed: {untyped}")
    print(f"{wheel.name}: {len(packed)} files, {wheel.stat().st_size // 1024} KiB")


def install(wheel: Path, folder: Path) -> Path:
    """A new environment that holds the wheel and what its core needs."""
    venv.create(folder, with_pip=True)
    scripts = Path(sysconfig.get_path("scripts", "venv", {"base": str(folder)}))
    constraints = ROOT / "constraints.txt"
    options = ("--quiet", "--disable-pip-version-check", "--constraint", constraints)
    run(scripts / "python", "-m", "pip", "install", *options, wheel, cwd=folder)
    return scripts


def check_size(environment: Path) -> None:
    """The core stays light; pip itself does not count."""
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(environment)}))
    ours = (
        path
        for path in site.rglob("*")
        if not path.relative_to(site)
        .parts[0]
        .startswith(("pip", "setuptools", "_distutils", "pkg_resources"))
    )
    size = sum(path.stat().st_size for path in ours if path.is_file())
    print(f"core install: {size / 1024 / 1024:.1f} MiB")
    if size > CORE_LIMIT:
        sys.exit(f"the core is larger than {CORE_LIMIT // 1024 // 1024} MiB")


def check_use(scripts: Path, folder: Path) -> None:
    """The front door works from a folder that holds nothing of ours."""
    showcause = scripts / "showcause"
    day = ("--as-of", "2023-04-13")
    answer = json.loads(run(showcause, "play", "clearview-cnil", *day, "--json", cwd=folder))
    euro = answer["exposure"]["EUR"]
    expected = CLEARVIEW_ON_THE_DAY_OF_LIQUIDATION
    if wrong := {name: euro[name] for name, sum_ in expected.items() if euro[name] != sum_}:
        sys.exit(f"clearview-cnil, as of {day[1]}: {wrong}, expected {expected}")
    if "clearview-cnil" not in (listed := run(showcause, "list", cwd=folder)):
        sys.exit(f"showcause list does not name clearview-cnil:\n{listed}")
    find = "import scenarios; print(scenarios.__path__[0])"
    library = Path(run(scripts / "python", "-c", find, cwd=folder).strip()) / "library"
    if ROOT in library.parents:
        sys.exit(f"the source tree was used, not the wheel: {library}")
    shipped = sorted(library.glob("*.yaml"))
    run(showcause, "check", *shipped, cwd=folder)
    print(f"showcause play, list and check of {len(shipped)} shipped files: as expected")


def main() -> None:
    """Each step ends the run with a message when something is not as it must be."""
    with tempfile.TemporaryDirectory() as name:
        built, environment, empty = (Path(name) / part for part in ("built", "env", "empty"))
        built.mkdir()
        empty.mkdir()
        wheel = build(built)
        check_contents(wheel)
        scripts = install(wheel, environment)
        check_size(environment)
        check_use(scripts, empty)


if __name__ == "__main__":
    main()
