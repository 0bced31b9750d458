"""Makes the word table: chooses words, embeds them once, packs. `make.py TARGET`; what was embedded is kept in WORK."""
import json
import pathlib
import sys

import numpy

import packing
from casing import Casing
from embedding import MODEL, Model
from spelling import Keys
from words import choose

WORK = pathlib.Path(".build-words")
ROWS = {"de": 34_000, "en": 24_000}
DROPPED = 2
DIMENSIONS = 96


def main(target):
    WORK.mkdir(exist_ok=True)
    casing = Casing(MODEL)
    rows = choose(Keys(), casing, ROWS)
    forms = [casing.usual(row.form, row.key[:2]) for row in rows]
    vectors = embed(sorted(set(forms)))
    languages = [row.key[:2] for row in rows]
    reduced = packing.reduce(numpy.array([vectors[form] for form in forms]), languages, DROPPED, DIMENSIONS)
    data = packing.pack([row.key for row in rows], [row.rarity for row in rows], reduced)
    target.write_bytes(data)
    print(f"{target}: {len(rows)} words, {DIMENSIONS} dimensions, {len(data)} bytes")


def embed(forms):
    """By form; a run that finds the forms of the last one embedded takes seconds, else some twenty minutes."""
    (names, numbers) = (WORK / "forms.json", WORK / "vectors.npy")
    if not (names.exists() and numbers.exists() and json.loads(names.read_text()) == forms):
        vectors = Model(WORK).embed(forms)
        numpy.save(numbers, vectors)
        names.write_text(json.dumps(forms))
    return dict(zip(forms, numpy.load(numbers)))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
