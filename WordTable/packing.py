"""From the model's vectors to the file that Sources/Words/Meaning/WordTable.swift reads."""
import struct

import numpy

MAGIC = b"STWORDS1"
RARITY_SCALE = 25


def reduce(vectors, languages, dropped, dimensions):
    """Directions of fewer dimensions. What a language's words have in common is taken off, for it would keep the languages
    apart; so are the strongest components, which tell common words from rare ones rather than meanings. The others are
    brought closer to equal strength (half of whitening)."""
    vectors = vectors.astype(numpy.float64)
    for language in set(languages):
        of_language = numpy.array([other == language for other in languages])
        vectors[of_language] -= vectors[of_language].mean(axis=0)
    strengths, axes = numpy.linalg.eigh(vectors.T @ vectors)
    chosen = slice(dropped, dropped + dimensions)
    return normalise(vectors @ axes[:, ::-1][:, chosen] / strengths[::-1][chosen] ** 0.25)


def normalise(vectors):
    return vectors / numpy.maximum(numpy.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def quantise(vectors):
    """Half a byte each, from -7 to 7: of some scales, for each vector that which keeps its direction best."""
    best = numpy.zeros_like(vectors)
    likeness = numpy.full((len(vectors), 1), -1.0)
    largest = numpy.maximum(numpy.abs(vectors).max(axis=1, keepdims=True), 1e-9)
    for share in (1, 0.8, 0.65, 0.5, 0.4):
        numbers = numpy.clip(numpy.round(vectors / largest / share * 7), -7, 7)
        found = (normalise(numbers) * vectors).sum(axis=1, keepdims=True)
        best = numpy.where(found > likeness, numbers, best)
        likeness = numpy.maximum(likeness, found)
    halves = (best + 8).astype(numpy.uint8)
    return halves[:, 0::2] | halves[:, 1::2] << 4


def pack(keys, rarities, vectors):
    """The file's bytes, the words in the order of their keys' bytes."""
    order = sorted(range(len(keys)), key=lambda place: keys[place].encode())
    text = b"".join(keys[place].encode() + b"\n" for place in order)
    head = MAGIC + struct.pack("<III", len(keys), vectors.shape[1], len(text))
    rarity = bytes(max(0, min(255, round(rarities[place] * RARITY_SCALE))) for place in order)
    return head + text + rarity + quantise(vectors)[order].tobytes()
