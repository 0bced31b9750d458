"""Fits the numbers of Evidence.similarity: `topic-matching CONCEPTS TABLE --evidence | fit.py`.

A conditional logistic regression: the weights under which each phrase would most likely choose a phrase of its own subject
among all of a language; then the intercept under which the likeness of a pair is the probability that it is one subject,
were a twentieth of the pairs."""
import sys

import numpy

PENALTY = 1e-3
SHARE = 0.05


def main():
    table = numpy.array([[float(number) for number in line.split()] for line in sys.stdin])
    one, other = table[:, 0].astype(int), table[:, 1].astype(int)
    same = one // 4 == other // 4
    group = one * 2 + (other % 4 >= 2)
    for name, known in (("with a direction", table[:, 4] > -2), ("without", numpy.ones(len(table), bool))):
        features = table[:, 2:5] if name.startswith("with ") else table[:, 2:4]
        weights = rank(features[known], same[known], group[known])
        intercept = calibrate(features[known] @ weights, same[known])
        print(name, "weights", weights.round(2), "intercept", round(intercept, 2))


def rank(features, same, group):
    _, group = numpy.unique(group, return_inverse=True)
    weights = numpy.ones(features.shape[1])
    for _ in range(3000):
        chances = numpy.exp(features @ weights - 20)
        all_chances = numpy.bincount(group, chances)[group]
        right = numpy.bincount(group, chances * same)[group]
        pull = same * chances / numpy.maximum(right, 1e-12) - (right > 0) * chances / all_chances
        weights += 2 * (pull @ features / (group.max() + 1) - PENALTY * weights)
    return weights


def calibrate(scores, same):
    low, high = -40.0, 40.0
    balance = SHARE / (1 - SHARE) * (~same).sum() / same.sum()
    for _ in range(60):
        middle = (low + high) / 2
        chances = 1 / (1 + numpy.exp(-(scores + middle)))
        if (chances[same] - 1).sum() * balance + chances[~same].sum() > 0:
            high = middle
        else:
            low = middle
    return middle


if __name__ == "__main__":
    main()
