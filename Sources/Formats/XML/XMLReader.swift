import CExpat
import Foundation

/// Reads XML piece by piece with expat, and refuses what makes XML dangerous: declared entities (a billion laughs),
/// external entities, nesting beyond the limit, a single tag or comment of many megabytes.
///
/// Reads UTF-8, UTF-16, ISO-8859-1 and ASCII. Problems: `import.problem.brokenXML` with `line`,
/// `import.problem.xmlEntities` with `line`, `import.problem.xmlEncoding` with `encoding`, `import.problem.tooDeep` with
/// `limit`.
package final class XMLReader {
  /// Expat rescans an unfinished tag with every piece, so an endless one takes quadratic time.
  private static let longestToken = 4 << 20
  private static let pieceBytes = 64 << 10

  private let handler: any XMLHandler
  private let limits: ReadingLimits
  private let parser: XML_Parser
  private var depth = 0
  private var bytesWithoutEvent = 0
  private var failure: (any Error)?

  package static func read(_ data: Data, limits: ReadingLimits, handler: any XMLHandler) throws {
    let reader = try XMLReader(limits: limits, handler: handler)
    try data.withUnsafeBytes { try reader.feed($0) }
    try reader.finish()
  }

  package init(limits: ReadingLimits, handler: any XMLHandler) throws {
    guard let parser = XML_ParserCreate(nil) else { throw Problem("import.problem.brokenXML", ["line": "1"]) }
    self.parser = parser
    self.handler = handler
    self.limits = limits
    connect()
  }

  deinit { XML_ParserFree(parser) }

  /// Reads the next bytes of the document.
  package func feed(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let piece = UnsafeRawBufferPointer(rebasing: rest.prefix(XMLReader.pieceBytes))
      bytesWithoutEvent += piece.count
      try parse(piece, last: false)
      if bytesWithoutEvent > XMLReader.longestToken { throw brokenXML() }
      rest = rest.dropFirst(piece.count)
    }
  }

  /// Ends the document.
  package func finish() throws {
    try parse(UnsafeRawBufferPointer(start: nil, count: 0), last: true)
  }

  private func parse(_ piece: UnsafeRawBufferPointer, last: Bool) throws {
    let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
    let status = XML_Parse(parser, start, Int32(piece.count), last ? 1 : 0)
    if let failure { throw failure }
    if status != XML_STATUS_OK { throw brokenXML() }
  }

  private func brokenXML() -> Problem {
    Problem("import.problem.brokenXML", ["line": String(line)])
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  /// The reader outlives every callback, because callbacks come only while it is in `feed` or `finish`.
  private func connect() {
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { XMLReader.from($0)?.start($1, $2) },
      { XMLReader.from($0)?.end($1) })
    XML_SetCharacterDataHandler(parser) { XMLReader.from($0)?.text($1, count: $2) }
    XML_SetEntityDeclHandler(parser) { user, _, _, _, _, _, _, _, _ in XMLReader.from(user)?.refuseEntities() }
    XML_SetSkippedEntityHandler(parser) { user, _, _ in XMLReader.from(user)?.refuseEntities() }
    XML_SetUnknownEncodingHandler(
      parser,
      { user, name, _ in
        XMLReader.from(user)?.refuseEncoding(name)
        return Int32(XML_STATUS_ERROR.rawValue)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  private static func from(_ user: UnsafeMutableRawPointer?) -> XMLReader? {
    user.map { Unmanaged<XMLReader>.fromOpaque($0).takeUnretainedValue() }
  }

  private func start(
    _ name: UnsafePointer<CChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    guard let name else { return }
    attempt {
      depth += 1
      if depth > limits.depth { throw Problem("import.problem.tooDeep", ["limit": String(limits.depth)]) }
      try handler.start(XMLElement(name: name, attributes: attributes), line: { line })
    }
  }

  private func end(_ name: UnsafePointer<CChar>?) {
    guard let name else { return }
    attempt {
      depth -= 1
      try handler.end(String(cString: XMLElement.localName(name)))
    }
  }

  private func text(_ start: UnsafePointer<CChar>?, count: Int32) {
    guard let start else { return }
    attempt {
      try start.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        try handler.text(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
  }

  private func refuseEntities() {
    attempt { throw Problem("import.problem.xmlEntities", ["line": String(line)]) }
  }

  private func refuseEncoding(_ name: UnsafePointer<CChar>?) {
    let encoding = name.map { String(cString: $0) } ?? ""
    attempt { throw Problem("import.problem.xmlEncoding", ["encoding": encoding]) }
  }

  /// Keeps the first error and stops the parser: nothing may be thrown through C.
  private func attempt(_ body: () throws -> Void) {
    bytesWithoutEvent = 0
    guard failure == nil else { return }
    do {
      try body()
    } catch {
      failure = error
      XML_StopParser(parser, 0)
    }
  }
}
