/// A preview's view of a whole table, in which people can say where its header is and which sections count.
package struct TableOutline: Sendable, Equatable {
  package struct Section: Sendable, Equatable {
    /// Empty if there is none.
    package let header: [String]
    /// The line of the header, or of the first row.
    package let line: Int
    package let isRead: Bool
  }

  /// The rows that a preview may offer as the header.
  package private(set) var top: [DocumentRow] = []
  package private(set) var sections: [Section] = []

  private static let mostSections = 20
  private static let mostRows = 8

  mutating func note(top rows: [TableSection.Row]) {
    guard top.isEmpty else { return }
    top = rows.prefix(Self.mostRows).map { DocumentRow(line: $0.line, cells: $0.cells.tidy) }
  }

  mutating func note(_ section: TableSection, isRead: Bool) {
    guard sections.count < Self.mostSections, let line = (section.header ?? section.rows.first)?.line else { return }
    sections.append(Section(header: section.header?.cells.tidy ?? [], line: line, isRead: isRead))
  }
}
