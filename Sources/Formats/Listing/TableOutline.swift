/// What a preview shows of a table as a whole, so that people can say where its header stands and which sections count.
package struct TableOutline: Sendable, Equatable {
  package struct Section: Sendable, Equatable {
    /// Empty without one.
    package let header: [String]
    /// Of the header, or of the first row.
    package let line: Int
    package let isRead: Bool
  }

  /// The rows of a table of which a preview may ask whether one is the header.
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
