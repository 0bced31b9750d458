"""Where a test script leaves what it made."""

import argparse
import pathlib


def folder_for(name, description):
    """The folder below the one that `--artefacts` names."""
    parser = argparse.ArgumentParser(description=description.split("\n")[0])
    parser.add_argument("--artefacts", type=pathlib.Path, default=pathlib.Path("artefacts"))
    return parser.parse_args().artefacts.resolve() / name
