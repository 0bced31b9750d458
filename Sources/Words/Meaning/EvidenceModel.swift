import Foundation

extension Evidence {
  /// How likely two topics are about the same, from 0 to 1: a logistic model.
  package var similarity: Double {
    if words > 0.999 { return 1 }
    let sum =
      if let direction {
        -6 + 4 * words + 3 * letters + 9 * direction
      } else {
        -4 + 6 * words + 6 * letters
      }
    return 1 / (1 + exp(-sum))
  }

  /// How much two topics have to do with each other, from 0 to 1: more lenient than `similarity`.
  package var relatedness: Double { similarity }
}
