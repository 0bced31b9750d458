import Foundation

extension ZipFile {
  /// Parses one part of a packed document; false if the ZIP has no such part. A damaged part is
  /// `import.problem.brokenDocument`.
  func parse(_ part: String, with handler: any XMLHandler, limits: ReadingLimits) throws -> Bool {
    do {
      let reader = try XMLReader(limits: limits, handler: handler)
      guard try read(part, piece: { try reader.feed($0) }) else { return false }
      try reader.finish()
      return true
    } catch let problem as Problem
      where ["import.problem.brokenXML", "import.problem.brokenWorkbook"].contains(problem.key)
    {
      throw Problem("import.problem.brokenDocument", ["part": part])
    }
  }

  func has(_ name: String) -> Bool { names.contains { $0.caseInsensitiveCompare(name) == .orderedSame } }
}
