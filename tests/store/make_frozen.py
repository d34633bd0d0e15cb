"""Writes the stored form of each event class, and of a law: python make_frozen.py. Old files stay.

A file that is there is what some store holds: it is never written again, but read for ever. When a
class gets another form, its file is kept under another name (`FineImposed-1.json`), a new one is
made, and a test says what the old one is read as.
"""

from pathlib import Path
from runpy import run_path

from domain.proceeding.deciding import EVOLUTIONS
from domain.rulebook.rulebook import Rulebook
from showcause.store.mapper import Forms, RecordMapper

FROZEN = Path(__file__).with_name("frozen")
samples = run_path(str(Path(__file__).with_name("samples.py")))


def stored_forms():
    """The bytes of today by class name."""
    mapper, record = RecordMapper(), samples["record"]
    forms = {cls.__name__: mapper.to_stored_event(record(cls)).state for cls in EVOLUTIONS}
    return {**forms, "Rulebook": Forms().pack(samples["sample"](Rulebook))}


def main():
    """Write what is not there yet."""
    FROZEN.mkdir(exist_ok=True)
    for name, content in stored_forms().items():
        path = FROZEN / f"{name}.json"
        if not path.exists():
            path.write_bytes(content + b"\n")


if __name__ == "__main__":
    main()
