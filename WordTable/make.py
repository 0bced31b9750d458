"""Makes the word table: chooses words, embeds them, packs. `make.py TARGET`."""
import pathlib
import sys

import packing
from casing import Casing
from embedding import MODEL, PHRASES, Model
from spelling import Keys
from store import Store
from words import choose

WORK = pathlib.Path(".build-words")
ROWS = {"de": 23_500, "en": 17_000}
DROPPED = 2
DIMENSIONS = 256


def main(target):
    WORK.mkdir(exist_ok=True)
    casing = Casing(MODEL)
    rows = choose(Keys(), casing, ROWS)
    languages = [row.key[:2] for row in rows]
    texts = [PHRASES[language].format(casing.usual(row.form, language)) for row, language in zip(rows, languages)]
    vectors = Store(WORK).embed(texts, Model(WORK))
    reduced = packing.reduce(vectors, languages, DROPPED, DIMENSIONS)
    data = packing.pack([row.key for row in rows], [row.rarity for row in rows], reduced)
    target.write_bytes(data)
    print(f"{target}: {len(rows)} words, {DIMENSIONS} dimensions, {len(data)} bytes")


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
