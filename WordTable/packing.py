"""From the model's vectors to the file that Sources/Words/Meaning/WordTable.swift reads."""
import struct

import numpy

MAGIC = b"STWORDS1"
RARITY_SCALE = 25


def reduce(vectors, languages, dropped, dimensions):
    """Directions of fewer dimensions. What a language's words have in common is taken off, for it would keep the languages
    apart; so are the strongest components, which tell common words from rare ones rather than meanings."""
    vectors = vectors.astype(numpy.float64)
    for language in set(languages):
        of_language = numpy.array([other == language for other in languages])
        vectors[of_language] -= vectors[of_language].mean(axis=0)
    _, axes = numpy.linalg.eigh(vectors.T @ vectors)
    axes = axes[:, ::-1][:, dropped : dropped + dimensions]
    return normalise(vectors @ axes)


def normalise(vectors):
    return vectors / numpy.maximum(numpy.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def quantise(vectors):
    largest = numpy.maximum(numpy.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    return numpy.round(vectors / largest * 127).astype(numpy.int8)


def pack(keys, rarities, vectors):
    """The file's bytes, the words in the order of their keys' bytes."""
    order = sorted(range(len(keys)), key=lambda place: keys[place].encode())
    text = b"".join(keys[place].encode() + b"\n" for place in order)
    head = MAGIC + struct.pack("<III", len(keys), vectors.shape[1], len(text))
    rarity = bytes(max(0, min(255, round(rarities[place] * RARITY_SCALE))) for place in order)
    return head + text + rarity + quantise(vectors)[order].tobytes()
