"""The keys by which Sources/Words looks words up: folded and stemmed as Token, GermanSpelling and Stemmer do it."""
import ctypes
import re
import unicodedata

LIBRARY = "libstemmer.so.0d"
LETTERS = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l"}
WRITTEN_OUT = re.compile(r"(?:(?<=[^aeiouq])|^)([aou])e")


def fold(word):
    decomposed = unicodedata.normalize("NFKD", word.lower())
    return "".join(LETTERS.get(c, c) for c in decomposed if unicodedata.category(c) != "Mn")


def fold_german(word):
    folded = fold(word)
    return WRITTEN_OUT.sub(r"\1", folded) if word.isascii() else folded


class Stemmer:
    """A Snowball stemmer of the libstemmer that the program itself uses: other editions cut a few words differently."""

    def __init__(self, algorithm):
        self.library = ctypes.CDLL(LIBRARY)
        self.library.sb_stemmer_new.restype = ctypes.c_void_p
        self.library.sb_stemmer_stem.restype = ctypes.POINTER(ctypes.c_char)
        self.library.sb_stemmer_stem.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
        self.library.sb_stemmer_length.argtypes = [ctypes.c_void_p]
        self.stemmer = self.library.sb_stemmer_new(algorithm.encode(), b"UTF_8")

    def stem(self, word):
        data = word.encode()
        found = self.library.sb_stemmer_stem(self.stemmer, data, len(data))
        return found[: self.library.sb_stemmer_length(self.stemmer)].decode()


class Keys:
    def __init__(self):
        self.german = Stemmer("german")
        self.english = Stemmer("english")

    def of(self, word, language):
        """`de:konferenz`, `en:confer`."""
        if language == "de":
            return "de:" + self.german.stem(fold_german(word))
        return "en:" + self.english.stem(fold(word))
