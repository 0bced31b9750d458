/// A question of the circle to its guest of honour.
package struct CircleQuestion<ID: Hashable & Sendable>: Hashable, Sendable {
  package let id: ID
  package let text: String
  package let votes: Int
  package let askedAt: Moment
  /// True if the host chose it for the brief.
  package let isPicked: Bool

  package init(id: ID, text: String, votes: Int, askedAt: Moment, isPicked: Bool) {
    self.id = id
    self.text = text
    self.votes = votes
    self.askedAt = askedAt
    self.isPicked = isPicked
  }
}

extension Array {
  /// Sorted by votes, then by age.
  package func inVotedOrder<ID>() -> [Element] where Element == CircleQuestion<ID> {
    sorted { ($1.votes, $0.askedAt) < ($0.votes, $1.askedAt) }
  }

  /// The three for the brief: the host's picks first, then the others in voted order.
  package func forBrief<ID>() -> [Element] where Element == CircleQuestion<ID> {
    let ordered = inVotedOrder()
    let chosen = ordered.filter(\.isPicked) + ordered.filter { !$0.isPicked }
    return Array(chosen.prefix(3)).inVotedOrder()
  }
}
