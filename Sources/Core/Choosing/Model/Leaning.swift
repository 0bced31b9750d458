/// The direction the host leans in: four sliders of five steps each, where 0 is neither. They scale the terms of the
/// score; with all in the middle it is the plain score.
package struct Leaning: Sendable, Hashable {
  package static let steps = -2...2

  /// Toward depth (common ground) at −2, toward breadth (other angles, more facets, no clones) at 2.
  package let breadth: Int
  /// Toward strangers at −2, toward people who have met at 2.
  package let acquaintance: Int
  /// Toward colleagues at −2, toward a mix of organisations at 2.
  package let mixture: Int
  /// Toward equals at −2, toward a mix of seniorities at 2.
  package let generations: Int

  package static let neutral = Leaning()

  /// Values beyond the steps become the nearest one.
  package init(breadth: Int = 0, acquaintance: Int = 0, mixture: Int = 0, generations: Int = 0) {
    func step(_ value: Int) -> Int { min(Self.steps.upperBound, max(Self.steps.lowerBound, value)) }
    self.breadth = step(breadth)
    self.acquaintance = step(acquaintance)
    self.mixture = step(mixture)
    self.generations = step(generations)
  }

  /// The factor for each term of the score: 1 in the middle. A factor of −1 turns a penalty into a reward.
  var common: Int { 1 + max(0, -breadth) }
  var fresh: Int { 1 + max(0, breadth) }
  var clones: Int { 1 + max(0, breadth) }
  var coverage: Int { 1 + max(0, breadth) }
  var met: Int { 1 - acquaintance }
  var organisation: Int { 1 + mixture }
  var seniority: Int { 1 + generations }
}
