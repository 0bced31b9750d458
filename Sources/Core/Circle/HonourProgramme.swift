extension Programme {
  /// The programme with the guest of honour's part moved to the time they come: the parts before it grow or shrink, the
  /// parts after it give way, and the close stays at the end. Parts that are over, and the current one, keep their kind
  /// and order.
  /// - Parameters:
  ///   - clock: the point the evening has reached; nil before it begins.
  ///   - begins: the time at which the evening began, or is to begin.
  ///   - slot: the time at which they are expected.
  /// - Returns: the same programme if it has no such part, or the part is over or under way.
  package func rearranged(for slot: HonourSlot, clock: ProgrammeClock?, begins: Moment) -> Programme {
    guard let honour = parts.firstIndex(where: { $0.kind == .guestOfHonour }), honour > (clock?.index ?? -1) else {
      return self
    }
    var result = self
    let first = (clock?.index ?? -1) + 1
    let from = clock?.endsAt ?? begins
    result.parts[honour].minutes = slot.minutes
    let free = max(0, slot.expectedAt.seconds(since: from) / 60)
    let before = Self.stretched(Array(parts[first..<honour]), to: free)
    result.parts.replaceSubrange(first..<honour, with: before)
    return result
  }

  /// The same parts stretched or cut to so many minutes in total, as far as each can keep one minute; where there are
  /// none, mingling fills the time.
  private static func stretched(_ parts: [Part], to minutes: Int) -> [Part] {
    if parts.isEmpty { return minutes > 0 ? [Part(kind: .mingling, minutes: min(180, minutes))] : [] }
    var result = parts
    var missing = minutes - parts.reduce(0) { $0 + $1.minutes }
    // Mingling gives and takes first: nobody's two minutes of introduction are cut because somebody else is late.
    let order = result.indices.sorted { a, b in
      let (first, second) = (result[a].kind == .mingling, result[b].kind == .mingling)
      return first == second ? a > b : first
    }
    for index in order where missing != 0 {
      let changed = min(180, max(1, result[index].minutes + missing))
      missing -= changed - result[index].minutes
      result[index].minutes = changed
    }
    return result
  }
}
