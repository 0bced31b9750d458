/// Finds the text repeated at the top and bottom of every page: titles, page numbers, dates of printing.
enum RunningHeads {
  /// The part of a page, above and below, that may hold them.
  private static let margin = 0.12

  static func removed(from lines: [PDFLine], pages: [PDFPage]) -> [PDFLine] {
    let counts = Dictionary(grouping: lines.filter { isInMargin($0, pages) }, by: key)
      .mapValues { Set($0.map(\.page)).count }
    let needed = max(2, pages.count(where: { !$0.words.isEmpty }) / 2)
    return lines.filter { line in
      guard isInMargin(line, pages) else { return true }
      return !isPageNumber(line.text) && !isPageAddress(line.text)
        && (pages.count < 2 || counts[key(line), default: 0] < needed)
    }
  }

  private static func isInMargin(_ line: PDFLine, _ pages: [PDFPage]) -> Bool {
    let height = pages[line.page].height
    return line.middle < height * margin || line.middle > height * (1 - margin)
  }

  /// The position and the text apart from its numbers. A table's header doesn't count: text that is split into columns
  /// and has no number belongs to the table.
  private static func key(_ line: PDFLine) -> String {
    let text = line.text
    let isHeader =
      !text.contains(where: \.isNumber) && line.segments.count { HeaderWords.role(of: $0.text) != nil } > 1
    let plain = text.filter { !$0.isNumber }
    return isHeader ? "\(line.page) \(line.middle)" : "\(Int((line.middle / 3).rounded())) \(plain)"
  }

  /// The address that browsers print below a page.
  private static func isPageAddress(_ text: String) -> Bool {
    ["file://", "http://", "https://", "about:blank"].contains { text.hasPrefix($0) }
  }

  /// `3`, `- 3 -`, `Seite 1 von 5`, `Page 2/7`.
  private static func isPageNumber(_ text: String) -> Bool {
    guard text.contains(where: \.isNumber), text.count < 30 else { return false }
    let words = text.lowercased().split { !$0.isLetter }
    return words.allSatisfy { ["seite", "page", "von", "of", "s", "p", "pagina", "sur"].contains($0) }
      && (!words.isEmpty || text.allSatisfy { $0.isNumber || " -–—/|.".contains($0) })
  }
}
