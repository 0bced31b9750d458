import Foundation

extension Evidence {
  /// The likelihood that two topics are the same, from 0 to 1, and 1 for the same words: a logistic model whose numbers
  /// were fitted to pairs of the concepts in `Benchmarks`.
  package var similarity: Double {
    if words > 0.999 { return 1 }
    let likelihood = Self.logistic(Self.steepness * (closeness - Self.evenCloseness))
    return isSlip ? max(likelihood, Self.slipSimilarity) : likelihood
  }

  /// The degree to which two topics are related, from 0 to 1: this includes topics that are close but not the same,
  /// such as a field and a part of it.
  package var relatedness: Double {
    if words > 0.999 || isSlip { return 1 }
    return max(Self.logistic(Self.steepness * (closeness - Self.relatedCloseness)), 0.8 * words)
  }

  /// On the scale of the cosine. Letters in common are evidence for a word that both languages share; within a language
  /// they mislead ("project management", "water management") unless nearly all are common. Where directions are known,
  /// one common word beside others that differ misleads in the same way.
  private var closeness: Double {
    let cognate = Self.cognateWeight * crossing * letters
    let alike = max(0, letters - Self.alikeLetters)
    guard let direction else { return Self.unknownDirection + cognate + alike + Self.wordWeight * words }
    return direction + cognate + alike - Self.sharedWordDiscount * words
  }

  private static let steepness = 14.0
  /// The point where the same and not the same are equally likely.
  private static let evenCloseness = 0.45
  private static let relatedCloseness = 0.3
  private static let cognateWeight = 0.3
  private static let alikeLetters = 0.6
  /// The typical value for two topics without anything in common.
  private static let unknownDirection = 0.15
  private static let wordWeight = 0.3
  private static let sharedWordDiscount = 0.1
  private static let slipSimilarity = 0.9

  private static func logistic(_ sum: Double) -> Double { 1 / (1 + exp(-sum)) }
}
