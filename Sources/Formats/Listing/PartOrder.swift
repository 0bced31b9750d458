import Names

/// The order in which a whole list writes job and organisation behind a name or below it. People keep to one order, so
/// the clear entries decide for the others.
package enum PartOrder: Sendable, Equatable {
  case jobFirst, organisationFirst

  /// Nil if the entries don't tell, or contradict each other.
  static func common(to entries: some Sequence<(String, String)>) -> PartOrder? {
    var (jobs, organisations, first, second, count) = (0, 0, 0, 0, 0)
    for entry in entries {
      let (one, other) = (lean(entry.0), lean(entry.1))
      if one > other { jobs += one - other } else { organisations += other - one }
      if one > 0 { first += 1 }
      if other > 0 { second += 1 }
      count += 1
    }
    guard max(jobs, organisations) > 0, max(jobs, organisations) >= 2 * min(jobs, organisations) else { return nil }
    // `Institute of Physics, Norway` names no job.
    guard (jobs > organisations ? first : second) * 4 >= count else { return nil }
    return jobs > organisations ? .jobFirst : .organisationFirst
  }

  /// Puts the two into the person; only the order counts.
  func place(_ first: String, _ second: String, in person: inout ListedPerson) {
    (person.role, person.organisation) = self == .jobFirst ? (first, second) : (second, first)
  }

  /// Above zero for a job, below for an organisation; the further, the clearer.
  static func lean(_ text: String) -> Int {
    let (isJob, isPlace) = (NameWords.mentionsPosition(text), NameWords.mentionsOrganisation(text))
    if isJob, isPlace { return NameWords.beginsWithPosition(text) ? 2 : 0 }
    if isJob { return 3 }
    if isPlace { return -3 }
    if text.contains(" & ") || text.contains(" + ") || isShort(text) { return -1 }
    return NameWords.soundsLikePosition(text) ? 1 : 0
  }

  /// `BMBF`, `ETH`.
  private static func isShort(_ text: String) -> Bool {
    (2...6).contains(text.count) && text.allSatisfy { $0.isUppercase || $0.isNumber }
  }
}

/// A column whose cells say job and organisation in one, `Head of Archive, Example Museum`.
struct PartPairs {
  /// Nil if the cells are not written so.
  static func order(of cells: some Collection<String>) -> PartOrder? {
    let filled = cells.filter { !$0.isEmpty }
    let pairs = filled.compactMap(pair)
    guard pairs.count > 1, pairs.count * 10 >= filled.count * 6 else { return nil }
    return PartOrder.common(to: pairs)
  }

  static func pair(_ text: String) -> (String, String)? {
    let parts = text.split(separator: ", ", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, text.utf8.count < 200 else { return nil }
    return (String(parts[0]), String(parts[1]))
  }
}
