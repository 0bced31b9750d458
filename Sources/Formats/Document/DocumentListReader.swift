import Foundation

/// Reads people from files that a `DocumentReading` takes apart, and from the files inside them.
struct DocumentListReader {
  /// An archive in a mail in an archive is deep enough.
  static let mostLevels = 4
  let advice: ListAdvice
  let limits: ReadingLimits
  let reading: any DocumentReading
  let level: Int
  private(set) var layout: TableLayout?

  init(advice: ListAdvice, limits: ReadingLimits, reading: any DocumentReading, level: Int) {
    self.advice = advice
    self.limits = limits
    self.reading = reading
    self.level = level
  }

  mutating func read(_ data: Data, kind: FileKind, into sink: ReadingSink) throws {
    switch try reading.content(of: data, kind: kind, limits: limits) {
    case .parts(let parts):
      var people = DocumentPeople(advice: advice, limits: limits)
      try people.read(parts, into: sink)
      layout = people.layout
    case .files(let files):
      guard level < Self.mostLevels else {
        throw Problem("import.problem.tooDeep", ["limit": String(Self.mostLevels)])
      }
      try read(files, into: sink)
    }
  }

  /// One unreadable file among others is reported as a rejected row; if none can be read, the first one's reason
  /// counts.
  private mutating func read(_ files: [InnerFile], into sink: ReadingSink) throws {
    var failures: [(place: Int, name: String, problem: Problem)] = []
    var found = 0
    for (index, file) in files.enumerated() {
      do {
        let summary = try ListReader.read(
          file.data, advice: advice, limits: limits, reading: reading, level: level + 1, into: sink)
        found += summary.people + summary.rejected
        layout = layout ?? summary.layout
      } catch let problem as Problem {
        failures.append((index + 1, file.name, problem))
      }
    }
    if found == 0, let first = failures.first { throw first.problem }
    for failure in failures {
      try sink(.rejected(RejectedRow(line: failure.place, problem: failure.problem, cells: [failure.name])))
    }
  }
}
