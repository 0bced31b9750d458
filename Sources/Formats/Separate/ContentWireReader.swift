import Foundation

/// Reads the output of `ContentWire`.
struct ContentWireReader {
  private let bytes: [UInt8]
  private let field: UInt8
  private let record: UInt8
  private var position = 0
  private var parts: [DocumentPart] = []
  private var files: [InnerFile] = []
  private var rows: [DocumentRow]?
  private var lines: [DocumentLine]?

  init(_ output: Data, field: UInt8, record: UInt8) {
    bytes = [UInt8](output)
    self.field = field
    self.record = record
  }

  mutating func content() throws -> DocumentContent {
    while let fields = next() {
      switch fields[0] {
      case "T": begin(rows: [])
      case "S": begin(lines: [])
      case "R":
        let row = DocumentRow(line: Self.number(fields), cells: Array(fields.dropFirst(2)))
        rows?.append(row)
      case "L":
        let line = DocumentLine(line: Self.number(fields), text: fields.count > 2 ? fields[2] : "")
        lines?.append(line)
      case "F": try takeFile(fields)
      case "P": throw problem(fields)
      case "E":
        close()
        return fields.last == "files" ? .files(files) : .parts(parts)
      default: throw Problem("import.problem.readerFailed")
      }
    }
    throw Problem("import.problem.readerFailed")
  }

  private mutating func next() -> [String]? {
    guard let end = bytes[position...].firstIndex(of: record) else { return nil }
    let fields = bytes[position..<end].split(separator: field, omittingEmptySubsequences: false)
    position = end + 1
    return fields.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func number(_ fields: [String]) -> Int { fields.count > 1 ? Int(fields[1]) ?? 0 : 0 }

  private mutating func begin(rows: [DocumentRow]? = nil, lines: [DocumentLine]? = nil) {
    close()
    (self.rows, self.lines) = (rows, lines)
  }

  private mutating func close() {
    if let rows { parts.append(.table(rows)) }
    if let lines { parts.append(.lines(lines)) }
    (rows, lines) = (nil, nil)
  }

  private mutating func takeFile(_ fields: [String]) throws {
    guard fields.count == 3, let count = Int(fields[2]), count >= 0, count <= bytes.count - position else {
      throw Problem("import.problem.readerFailed")
    }
    files.append(InnerFile(name: fields[1], data: Data(bytes[position..<(position + count)])))
    position += count
  }

  private func problem(_ fields: [String]) -> Problem {
    let pairs = stride(from: 2, to: fields.count - 1, by: 2).map { (fields[$0], fields[$0 + 1]) }
    return Problem(fields.count > 1 ? fields[1] : "", Dictionary(pairs) { first, _ in first })
  }
}
