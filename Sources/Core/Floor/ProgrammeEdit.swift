/// A programme as it may be changed, before the evening and during it: what is over stays, and the current part keeps
/// its kind; its name and length, and everything after it, are free.
package struct ProgrammeEdit: Hashable, Sendable {
  package let parts: [Programme.Part]
  /// The minutes by which the current part grows.
  package let addedMinutes: Int

  package static let counts = 1...12
  package static let minutes = 1...180

  /// The reason why a programme can't be accepted, and the part at fault.
  package enum Problem: Error, Hashable, Sendable {
    /// No parts, or more than twelve.
    case count
    case minutes(part: Int)
    case title(part: Int)
    /// This part is over, and was changed or is missing.
    case isOver(part: Int)
    /// This part is under way, and changed its kind or is missing.
    case isOn(part: Int)
  }

  /// `current` is the part that is on; nil before the first one.
  package init(from old: [Programme.Part], current: Int?, to new: [Programme.Part]) throws(Problem) {
    guard Self.counts.contains(new.count) else { throw .count }
    var parts: [Programme.Part] = []
    for (place, part) in new.enumerated() { parts.append(try Self.clean(part, at: place)) }
    if let current { try Self.checkPast(from: old, current, to: parts) }
    self.parts = parts
    addedMinutes = current.map { parts[$0].minutes - old[$0].minutes } ?? 0
  }

  /// True if everything about a part may be changed, and it may be moved or left out.
  package static func isFree(_ part: Int, current: Int?) -> Bool { part > current ?? -1 }

  private static func clean(_ part: Programme.Part, at place: Int) throws(Problem) -> Programme.Part {
    guard minutes.contains(part.minutes) else { throw .minutes(part: place) }
    guard let title = try? FloorText.line(part.title, upTo: FloorRules.titleLength) else { throw .title(part: place) }
    return Programme.Part(kind: part.kind, title: title, minutes: part.minutes)
  }

  private static func checkPast(
    from old: [Programme.Part], _ current: Int, to new: [Programme.Part]
  ) throws(Problem) {
    for place in 0..<min(current, old.count) {
      guard new.indices.contains(place), new[place] == old[place] else { throw .isOver(part: place) }
    }
    guard new.indices.contains(current), old.indices.contains(current), new[current].kind == old[current].kind else {
      throw .isOn(part: current)
    }
  }
}
