/// One person would rather not be at a table with another. Where the two can't help meeting, the one who said so gives
/// way: otherwise anybody could keep anybody else away.
package struct Avoidance: Sendable, Hashable {
  package let person: PersonID
  package let other: PersonID

  package init(person: PersonID, other: PersonID) {
    self.person = person
    self.other = other
  }
}

extension Collection<Avoidance> {
  /// The people, in their order, who can be invited together: one who would have to meet somebody they avoid is left
  /// out, even where that other person comes later in the order.
  package func together(_ people: [PersonID]) -> [PersonID] {
    var left = people
    for avoidance in self where left.contains(avoidance.other) { left.removeAll { $0 == avoidance.person } }
    return left
  }
}
