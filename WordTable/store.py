"""What has been embedded, kept on disk: a run that was interrupted, or chooses a few other words, goes on from there."""
import json

import numpy

STEP = 1024


class Store:
    def __init__(self, folder):
        self.names = folder / "texts.json"
        self.numbers = folder / "vectors.npy"
        self.vectors = {}
        if self.names.exists() and self.numbers.exists():
            self.vectors = dict(zip(json.loads(self.names.read_text()), numpy.load(self.numbers)))

    def embed(self, texts, model):
        missing = [text for text in dict.fromkeys(texts) if text not in self.vectors]
        for start in range(0, len(missing), STEP):
            print(f"{len(missing) - start} texts to embed", flush=True)
            some = missing[start : start + STEP]
            self.vectors.update(zip(some, model.embed(some)))
            self.save()
        return numpy.array([self.vectors[text] for text in texts])

    def save(self):
        numpy.save(self.numbers, numpy.array(list(self.vectors.values())))
        self.names.write_text(json.dumps(list(self.vectors)))
