import Foundation

/// The format in which the reading process answers the one that asked: records with fields, separated by the ASCII
/// characters meant for that. Files of an archive follow their record as a stated number of bytes.
enum ContentWire {
  private static let field: UInt8 = 0x1F
  private static let record: UInt8 = 0x1E

  /// Line numbers, texts and names unchanged, except that a separator character becomes a space.
  static func encode(_ content: DocumentContent) -> Data {
    var output = Data()
    switch content {
    case .parts(let parts):
      for part in parts { add(part, to: &output) }
    case .files(let files):
      for file in files {
        add(["F", file.name, String(file.data.count)], to: &output)
        output.append(file.data)
      }
    }
    add(["E", content.isFiles ? "files" : "parts"], to: &output)
    return output
  }

  /// A workbook's sheets, row by row: held as values, a large one would not fit into the reader's memory.
  static func encode(workbook data: Data, limits: ReadingLimits) throws -> Data {
    var output = Data()
    var isTable = false
    try XLSXReader.sheets(
      of: data, limits: limits, end: { isTable = false },
      row: { line, cells in
        if !isTable { add(["T"], to: &output) }
        isTable = true
        add(["R", String(line)] + cells, to: &output)
      })
    add(["E", "parts"], to: &output)
    return output
  }

  static func encode(_ problem: Problem) -> Data {
    var output = Data()
    add(["P", problem.key] + problem.arguments.flatMap { [$0.key, $0.value] }, to: &output)
    return output
  }

  /// Throws the `Problem` that was reported, or `import.problem.readerFailed` for output cut off in the middle.
  static func decode(_ output: Data) throws -> DocumentContent {
    var reader = ContentWireReader(output, field: field, record: record)
    return try reader.content()
  }

  private static func add(_ part: DocumentPart, to output: inout Data) {
    switch part {
    case .table(let rows):
      add(["T"], to: &output)
      for row in rows { add(["R", String(row.line)] + row.cells, to: &output) }
    case .lines(let lines):
      add(["S"], to: &output)
      for line in lines { add(["L", String(line.line), line.text], to: &output) }
    }
  }

  private static func add(_ fields: [String], to output: inout Data) {
    for (index, text) in fields.enumerated() {
      if index > 0 { output.append(field) }
      output.append(contentsOf: text.utf8.map { $0 == field || $0 == record ? .space : $0 })
    }
    output.append(record)
  }
}

extension DocumentContent {
  fileprivate var isFiles: Bool {
    if case .files = self { true } else { false }
  }
}
