/// A list that runs down the page twice or more, as in a printed directory: it looks like a table, but isn't one.
enum PDFTwoColumns {
  static func holds(_ lines: [PDFLine], _ columns: PDFColumns) -> Bool {
    guard (2...3).contains(columns.count), lines.count > 3 else { return false }
    let cells = lines.map { columns.cells(of: $0).map { $0.map(\.text).joined(separator: " ") } }
    if let header = HeaderRow.index(in: cells), cells[header].allSatisfy({ !$0.isEmpty }) { return false }
    let texts = (0..<columns.count).map { column in cells.map { $0[column] }.filter { !$0.isEmpty } }
    if texts.allSatisfy(areBlocks) { return true }
    return isAlike(texts) { $0.contains("@") } || isAlike(texts) { $0.contains(", ") }
      || (isAlike(texts, looksLikeName) && !texts.dropFirst().contains { $0.contains(where: namesOrganisation) })
  }

  /// The first column from top to bottom, then the next; page by page.
  static func lines(of lines: [PDFLine], _ columns: PDFColumns) -> [PDFLine] {
    let pages = Dictionary(grouping: lines, by: \.page)
    return pages.keys.sorted().flatMap { page -> [PDFLine] in
      let onPage = pages[page, default: []]
      let whole = onPage.filter { columns.isCrossed(by: $0) }
      return whole
        + (0..<columns.count).flatMap { column in
          onPage.filter { !columns.isCrossed(by: $0) }.compactMap { line in
            let words = columns.cells(of: line)[column]
            return words.isEmpty ? nil : PDFLine(page: page, words: words)
          }
        }
    }
  }

  /// A name and, some lines below it, an address, again and again.
  private static func areBlocks(_ cells: [String]) -> Bool {
    var names = 0
    var blocks = 0
    var size = 0
    for cell in cells {
      size += 1
      if size == 1, looksLikeName(cell), !cell.contains("@") { names += 1 }
      guard cell.contains("@") else { continue }
      if size > 5 { return false }
      (size, blocks) = (0, blocks + (size > 1 ? 1 : 0))
    }
    return blocks > 1 && names * 5 >= blocks * 4
  }

  private static func isAlike(_ columns: [[String]], _ holds: (String) -> Bool) -> Bool {
    columns.allSatisfy { cells in cells.count > 1 && cells.count(where: holds) * 5 >= cells.count * 3 }
  }

  private static func looksLikeName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (2...5).contains(words.count) && words.allSatisfy { $0.first?.isUppercase == true || $0.count < 4 }
  }

  private static func namesOrganisation(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && $0 != "&" && $0 != "." }
    return words.contains { word in
      ["gmbh", "ag", "e.v.", "inc", "ltd", "&", "a/s", "llc", "kg", "se", "stadt", "amt", "verlag", "bank"]
        .contains(String(word))
        || ["universit", "hochschule", "institut", "school", "college", "stiftung", "ministeri", "akademie"]
          .contains { word.hasPrefix($0) }
    }
  }
}
