/// What stands between topics. People use one and the same throughout a column, so that a comma is part of a topic where
/// semicolons stand between topics elsewhere.
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

  /// Titles of talks have commas in them, and are set apart by lines or semicolons only.
  static func common(to cells: some Sequence<String>, isTitle: Bool) -> TopicSeparator {
    var found: Set<TopicSeparator> = []
    for cell in cells { found.formUnion(allCases.filter { $0.stands(in: cell) }) }
    let order: [TopicSeparator] = isTitle ? [.line] : [.line, .semicolon, .pipe, .comma]
    return order.first(where: found.contains) ?? .nothing
  }

  static func first(in cell: String) -> TopicSeparator { allCases.first { $0.stands(in: cell) } ?? .nothing }

  private func stands(in cell: String) -> Bool { cell.utf8.contains { bytes.contains($0) } }
}
