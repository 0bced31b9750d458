/// Somebody would rather not be at a table with somebody else. Whoever says so makes room where both can't be avoided to meet:
/// else anybody could keep anybody away.
package struct Avoidance: Sendable, Hashable {
  package let person: PersonID
  package let other: PersonID

  package init(person: PersonID, other: PersonID) {
    self.person = person
    self.other = other
  }
}

extension Collection<Avoidance> {
  /// Those of the people, in their order, who can be asked together: whoever would have to meet somebody whom they avoid is left
  /// out, also where the other comes later in the order.
  package func together(_ people: [PersonID]) -> [PersonID] {
    var left = people
    for avoidance in self where left.contains(avoidance.other) { left.removeAll { $0 == avoidance.person } }
    return left
  }
}
