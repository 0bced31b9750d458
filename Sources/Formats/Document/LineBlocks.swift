/// People written as blocks of lines with blank lines in between: the name, below it the organisation, below that the
/// address.
enum LineBlocks {
  private static let sizes = 2...6

  /// Turns a part of lines that are such blocks into a table; others stay.
  static func tabled(_ part: DocumentPart) -> DocumentPart {
    guard case .lines(let lines) = part else { return part }
    let blocks = lines.split { $0.text.isEmpty }.map(Array.init)
    let whole = blocks.filter { sizes.contains($0.count) }
    guard whole.count > 2, whole.count * 10 >= blocks.count * 8, whole.allSatisfy(isPerson) else { return part }
    return .table(whole.map { DocumentRow(line: $0[0].line, cells: $0.map(\.text)) })
  }

  /// At most one address, and at the top a short line that is neither an item nor an address: a name.
  private static func isPerson(_ block: [DocumentLine]) -> Bool {
    guard block.count(where: { $0.text.contains("@") }) <= 1, let name = block.first?.text else { return false }
    let words = name.split(separator: " ")
    return (1...6).contains(words.count) && name.count < 60 && !name.contains("@") && !name.hasPrefix("• ")
      && !name.contains { $0 == "," || $0 == ":" || $0 == "\t" } && name.contains(where: \.isLetter)
  }
}
