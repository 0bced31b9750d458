import Foundation

/// Reads people from files that a `DocumentReading` takes apart, and from the files inside them.
struct DocumentListReader {
  let advice: ListAdvice
  let limits: ReadingLimits
  let reading: any DocumentReading
  let around: Surroundings
  private(set) var layout: TableLayout?

  init(advice: ListAdvice, limits: ReadingLimits, reading: any DocumentReading, around: Surroundings) {
    self.advice = advice
    self.limits = limits
    self.reading = reading
    self.around = around
  }

  mutating func read(_ data: Data, kind: FileKind, into sink: ReadingSink) throws {
    switch try reading.content(of: data, kind: kind, limits: limits) {
    case .parts(let parts):
      var people = DocumentPeople(advice: advice, limits: limits)
      try people.read(parts, into: sink)
      layout = people.layout
    case .files(let files):
      try read(files, in: around.entered(with: files.count), into: sink)
    }
  }

  /// One unreadable file among others is reported as a rejected row; if none can be read, the first one's reason
  /// counts.
  private mutating func read(_ files: [InnerFile], in archive: Surroundings, into sink: ReadingSink) throws {
    var failures: [(place: Int, name: String, problem: Problem)] = []
    var found = 0
    for (index, file) in files.enumerated() {
      do {
        let summary = try ListReader.read(
          file.data, advice: advice, limits: limits, reading: reading, around: archive, into: sink)
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

/// The archives and mails around a file, and what may still be read from all of them together: each file that is taken apart costs a
/// process of its own, and archives in archives would multiply them.
struct Surroundings {
  /// An archive in a mail in an archive is deep enough.
  static let mostLevels = 4

  private final class Count {
    var files = 0
  }

  private let level: Int
  private let count: Count

  init() {
    (level, count) = (0, Count())
  }

  private init(level: Int, count: Count) {
    (self.level, self.count) = (level, count)
  }

  /// - Throws: `import.problem.tooDeep` or `.tooManyFiles`, each with `limit`.
  func entered(with files: Int) throws -> Surroundings {
    guard level < Self.mostLevels else {
      throw Problem("import.problem.tooDeep", ["limit": String(Self.mostLevels)])
    }
    count.files += files
    guard count.files <= ArchiveReader.mostFiles else { throw ArchiveReader.tooManyFiles }
    return Surroundings(level: level + 1, count: count)
  }
}
