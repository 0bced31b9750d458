import Names

/// People in a grid, as on badges or a page of speakers: each in a field of its own, with the name at the top.
enum PDFGrid {
  /// The fields as cells with several lines, one below the other; nil if the page is no grid.
  static func parts(of lines: [PDFLine], _ columns: PDFColumns) -> [DocumentPart]? {
    guard (2...6).contains(columns.count), lines.count > 3 else { return nil }
    for bands in Self.bands(of: lines) {
      let fields = withoutRepeats(bands.map { Self.fields(of: $0, columns) })
      if let part = Self.part(fields, columns.count) { return [part] }
    }
    return nil
  }

  /// Lines by the wide spaces between them: several widths are tried.
  private static func bands(of lines: [PDFLine]) -> [[[PDFLine]]] {
    let gaps = zip(lines, lines.dropFirst()).filter { $0.page == $1.page }.map { $1.middle - $0.middle }
      .filter { $0 > 0 }.sorted()
    let steps = zip(gaps, gaps.dropFirst()).filter { $1 > $0 * 1.3 }.map { ($0 + $1) / 2 }
    let borders = [gaps.last.map { $0 + 1 }].compactMap(\.self) + steps.reversed().prefix(4)
    return borders.map { PDFRows.groups(of: lines, closerThan: $0) }
  }

  private static func fields(of band: [PDFLine], _ columns: PDFColumns) -> [[String]] {
    (0..<columns.count).map { column in
      band.map { columns.cells(of: $0)[column].map(\.text).joined(separator: " ") }.filter { !$0.isEmpty }
    }
  }

  /// What stands in nearly every field names the event.
  private static func withoutRepeats(_ bands: [[[String]]]) -> [[[String]]] {
    let fields = bands.flatMap(\.self).filter { !$0.isEmpty }
    var counts: [String: Int] = [:]
    for field in fields { for text in Set(field) { counts[text, default: 0] += 1 } }
    guard fields.count > 3 else { return bands }
    return bands.map { $0.map { $0.filter { counts[$0, default: 0] * 5 < fields.count * 4 } } }
  }

  /// In every column most fields begin with a name and go on with something else.
  private static func part(_ bands: [[[String]]], _ width: Int) -> DocumentPart? {
    let fields = bands.flatMap(\.self).filter { !$0.isEmpty }
    guard fields.count > 3, bands.count > 1 || width > 2 else { return nil }
    let isWhole = fields.count { (2...6).contains($0.count) } * 10 >= fields.count * 8
    guard isWhole else { return nil }
    for column in 0..<width {
      let tops = bands.compactMap { column < $0.count ? $0[column].first : nil }
      guard tops.count(where: isName) * 10 >= tops.count * 7, !tops.isEmpty else { return nil }
    }
    let below = fields.flatMap { $0.dropFirst() }
    guard below.count(where: isOfPerson) * 10 >= below.count * 3 else { return nil }
    let rows = fields.enumerated().map { offset, field in
      DocumentRow(line: offset + 1, cells: [field.joined(separator: "\n")])
    }
    return .table(rows)
  }

  private static func isName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    return (2...6).contains(words.count) && !text.contains("@") && PersonLine.mayBeName(text)
      && !NameWords.beginsWithPosition(text)
  }

  private static func isOfPerson(_ text: String) -> Bool { text.contains("@") || PartOrder.lean(text) != 0 }
}
