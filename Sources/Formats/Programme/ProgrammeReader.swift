import Foundation

/// Reads the published programme of a conference: its speakers are people, and the titles of their talks are their
/// topics.
package enum ProgrammeReader {
  /// Nil if the data isn't JSON or isn't a programme. A damaged programme is recognised by its keys, so that reading it
  /// reports what is wrong.
  package static func kind(ofJSON data: Data) -> FileKind? {
    guard let first = data.first(where: { $0 > 0x20 && ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF].contains($0) }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return nil }
    guard let root = try? JSONReader.value(of: data, limits: .standard) else { return kind(ofBrokenJSON: data) }
    return ProgrammeShape.kind(of: root)
  }

  private static func kind(ofBrokenJSON data: Data) -> FileKind? {
    func holds(_ key: String) -> Bool { data.range(of: Data("\"\(key)\"".utf8)) != nil }
    if holds("conference") { return .frabJSON }
    if holds("fullName") || holds("questionAnswers") || holds("isServiceSession") { return .sessionize }
    return holds("speakers") || holds("submissions") ? .pretalx : nil
  }

  /// Nil if the data isn't XML or its outermost element isn't `schedule`.
  package static func kind(ofXML data: Data) -> FileKind? {
    guard data.prefix(64).contains(UInt8(ascii: "<")) else { return nil }
    let handler = FrabXMLHandler(limits: .standard)
    try? XMLReader.read(data.prefix(64 << 10), limits: .standard, handler: handler)
    if let root = handler.root { return root == "schedule" ? .frabXML : nil }
    return data.prefix(64 << 10).range(of: Data("<schedule".utf8)) != nil ? .frabXML : nil
  }

  /// Reports each speaker once. `line` is the line of the first mention in XML, and the place in the list, counted from
  /// 1, in JSON.
  ///
  /// If the programme has a list of speakers, its people are exactly these; otherwise they come from the talks.
  /// Problems: `import.problem.fileTooLarge` with `limit`, `.programmeShape` with `expected`, `.tooManyRows` with
  /// `limit`, `.cellTooLong` with `line` and `limit`, those of `XMLReader` and `JSONReader`; for a person
  /// `import.problem.speakerWithoutName` with `line`.
  package static func read(
    _ data: Data, as kind: FileKind, limits: ReadingLimits, into sink: ReadingSink
  ) throws {
    guard data.count <= limits.fileBytes else {
      throw Problem("import.problem.fileTooLarge", ["limit": String(limits.fileBytes)])
    }
    try programme(data, as: kind, limits: limits).report(ofBytes: data.count, limits: limits, into: sink)
  }

  private static func programme(_ data: Data, as kind: FileKind, limits: ReadingLimits) throws -> Programme {
    guard kind == .frabXML else {
      return try ProgrammeJSON(root: try JSONReader.value(of: data, limits: limits), limits: limits).programme(as: kind)
    }
    let handler = FrabXMLHandler(limits: limits)
    try XMLReader.read(data, limits: limits, handler: handler)
    guard handler.root == "schedule" else {
      throw Problem("import.problem.programmeShape", ["expected": "schedule/day/room/event"])
    }
    return handler.programme
  }
}
