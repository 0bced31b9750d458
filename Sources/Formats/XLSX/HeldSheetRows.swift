/// Rows of a sheet on their way out. Some information comes after the rows in the file: cells merged downwards state
/// their text once for all rows beside them, and a link's address may be in its target only. So rows wait for the end
/// of the sheet, unless there are too many.
final class HeldSheetRows {
  /// No list with merged cells is that long.
  private static let most = 5_000
  private static let mostMerges = 10_000

  private let budget: CellBudget
  private let links: [String: String]
  private let row: (_ line: Int, _ cells: [String]) throws -> Void
  private var held: [(line: Int, cells: [String])] = []
  private var isStreaming = false
  private var merges = 0
  /// The position of each line in `held`.
  private lazy var places = Dictionary(held.enumerated().map { ($1.line, $0) }) { first, _ in first }

  /// - Parameter links: addresses by the relationships' ids.
  init(budget: CellBudget, links: [String: String], row: @escaping (_ line: Int, _ cells: [String]) throws -> Void) {
    self.budget = budget
    self.links = links
    self.row = row
  }

  func take(_ line: Int, _ cells: [String]) throws {
    guard !isStreaming else { return try row(line, cells) }
    held.append((line, cells))
    if held.count > Self.most { try flush() }
  }

  /// The text of a cell merged over several rows is repeated in each of them.
  func merge(_ reference: String) throws {
    let corners = reference.split(separator: ":").compactMap { CellReference($0) }
    merges += 1
    guard corners.count == 2, corners[1].line > corners[0].line, merges <= Self.mostMerges, !isStreaming else { return }
    let column = corners[0].column
    guard let first = places[corners[0].line], column < held[first].cells.count else { return }
    let text = held[first].cells[column]
    for index in held.indices[(first + 1)...] {
      guard held[index].line <= corners[1].line else { return }
      try fill(index, column, text)
    }
  }

  private func fill(_ index: Int, _ column: Int, _ text: String) throws {
    guard !held[index].cells.indices.contains(column) || held[index].cells[column].isEmpty else { return }
    try budget.spend(text.utf8.count)
    while held[index].cells.count <= column { held[index].cells.append("") }
    held[index].cells[column] = text
  }

  /// Gives a cell that links to an address both text and address.
  func link(_ reference: String, to id: String) throws {
    guard !isStreaming, let place = CellReference(reference.split(separator: ":").first ?? ""), let address = links[id],
      let index = places[place.line], held[index].cells.indices.contains(place.column)
    else { return }
    let text = held[index].cells[place.column]
    guard !text.contains("@") else { return }
    try budget.spend(address.utf8.count + 3)
    held[index].cells[place.column] = "\(text) <\(address)>"
  }

  func flush() throws {
    isStreaming = true
    for (line, cells) in held { try row(line, cells) }
    held = []
  }
}

/// A cell's place, `AB12`, counted as sheets do for lines, from 1; columns here count from 0.
struct CellReference {
  let column: Int
  let line: Int

  /// Nil for a place outside any sheet.
  init?(_ text: some StringProtocol) {
    let digits = text.drop { !$0.isNumber }
    guard let line = Int(digits), SheetHandler.lines.contains(line), let column = SheetHandler.column(String(text))
    else {
      return nil
    }
    self.line = line
    self.column = column
  }
}
