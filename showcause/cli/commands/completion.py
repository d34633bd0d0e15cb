"""`showcause completion`: the script is printed, and no file of the user is touched."""

from typing import Annotated, Literal

from cyclopts import Parameter

__all__ = ["script"]


def script(
    shell: Annotated[Literal["bash", "zsh", "fish"], Parameter(help="The shell to write it for.")],
    /,
) -> int:
    """Write a script that lets your shell complete commands and options.

    For bash: `source <(showcause completion bash)`
    """
    from showcause.cli.app import build

    print(build().generate_completion(prog_name="showcause", shell=shell))
    return 0
