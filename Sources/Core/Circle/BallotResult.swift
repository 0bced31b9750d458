/// The ballots of an evening taken together. There is no result below three answers, and none for a question that fewer
/// than three answered.
package struct BallotResult: Hashable, Sendable {
  package let answers: Int
  package let learnt: Share?
  package let gave: Share?
  package let again: Share?
  /// Sorted by their own text, an order that doesn't give away who wrote when.
  package let lines: [String]

  /// - Returns: nil below three answers.
  package init?(_ ballots: [Ballot]) {
    let given = ballots.filter { !$0.isBlank }
    guard given.count >= BallotBox.fewestAnswers else { return nil }
    answers = given.count
    learnt = Share(given.compactMap(\.learnt))
    gave = Share(given.compactMap(\.gave))
    again = Share(given.compactMap(\.again))
    lines = given.map(\.line).filter { !$0.isEmpty }.sorted()
  }

  /// As counted before.
  package init(answers: Int, learnt: Share?, gave: Share?, again: Share?, lines: [String]) {
    self.answers = answers
    self.learnt = learnt
    self.gave = gave
    self.again = again
    self.lines = lines
  }

  /// The number of people who said yes, out of those who answered the question.
  package struct Share: Hashable, Sendable {
    package let yes: Int
    package let of: Int

    /// As counted before. - Returns: nil below three answers.
    package init?(yes: Int, of: Int) {
      guard of >= BallotBox.fewestAnswers, (0...of).contains(yes) else { return nil }
      self.yes = yes
      self.of = of
    }

    init?(_ answers: [Bool]) { self.init(yes: answers.count { $0 }, of: answers.count) }

    package var fraction: Double { Double(yes) / Double(of) }
    /// Two thirds or more.
    package var isMost: Bool { 3 * yes >= 2 * of }
    /// Fewer than half.
    package var isMinority: Bool { 2 * yes < of }

    /// As a word, so that nobody counts heads.
    package var extent: Extent {
      if yes == of { return .all }
      if yes == 0 { return .nobody }
      if isMost { return .most }
      return isMinority ? .few : .half
    }
  }

  package enum Extent: String, Hashable, Sendable, CaseIterable { case nobody, few, half, most, all }

  /// Most learnt something, and most would come again.
  package var isWorthwhile: Bool { (learnt?.isMost ?? false) && (again?.isMost ?? false) }
  /// Fewer than half would come again.
  package var isDull: Bool { again?.isMinority ?? false }
}
