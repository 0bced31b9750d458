/// The separator between topics. People use the same one throughout a column, so where topics elsewhere are separated
/// by semicolons, a comma is part of a topic.
enum TopicSeparator: Sendable, CaseIterable {
  case line, semicolon, pipe, comma
  /// The cell is one topic.
  case nothing

  var bytes: [UInt8] {
    switch self {
    case .line: [.lineFeed, .carriageReturn]
    case .semicolon: [.semicolon]
    case .pipe: [.pipe]
    case .comma: [.comma]
    case .nothing: []
    }
  }

  /// Titles of talks contain commas, so only line ends and semicolons separate them.
  static func common(to cells: some Sequence<String>, isTitle: Bool) -> TopicSeparator {
    var found: Set<TopicSeparator> = []
    for cell in cells { found.formUnion(allCases.filter { $0.stands(in: cell) }) }
    let order: [TopicSeparator] = isTitle ? [.line] : [.line, .semicolon, .pipe, .comma]
    return order.first(where: found.contains) ?? .nothing
  }

  static func first(in cell: String) -> TopicSeparator { allCases.first { $0.stands(in: cell) } ?? .nothing }

  private func stands(in cell: String) -> Bool { cell.utf8.contains { bytes.contains($0) } }
}
