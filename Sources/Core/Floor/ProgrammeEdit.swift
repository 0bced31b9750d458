/// A programme as it may be changed: what is over stays, and so does what kind of part is on.
struct ProgrammeEdit {
  let parts: [Programme.Part]
  /// By which the part that is on became longer.
  let addedMinutes: Int

  /// - Throws: `invalidProgramme`, `textTooLong`.
  init(from old: [Programme.Part], current: Int?, to new: [Programme.Part]) throws(FloorRefusal) {
    guard 1...12 ~= new.count else { throw .invalidProgramme }
    var parts: [Programme.Part] = []
    for part in new {
      guard 1...180 ~= part.minutes else { throw .invalidProgramme }
      let title = try FloorText.line(part.title, upTo: FloorRules.titleLength)
      parts.append(Programme.Part(kind: part.kind, title: title, minutes: part.minutes))
    }
    self.parts = parts
    guard let current else {
      addedMinutes = 0
      return
    }
    guard new.count > current, old.count > current, parts[..<current] == old[..<current],
      parts[current].kind == old[current].kind
    else { throw .invalidProgramme }
    addedMinutes = parts[current].minutes - old[current].minutes
  }
}
