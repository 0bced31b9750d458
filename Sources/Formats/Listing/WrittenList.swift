/// A list as programs write it into a cell: `['Archives', "What's next?"]`.
enum WrittenList {
  /// Nil for any other text.
  static func items(of cell: String) -> [String]? {
    guard cell.utf8.first == UInt8(ascii: "["), cell.utf8.last == UInt8(ascii: "]"), cell.utf8.count > 3 else {
      return nil
    }
    var items: [String] = []
    var item = ""
    var quote: Character?
    var isEscaped = false
    for character in cell.dropFirst().dropLast() {
      switch quote {
      case nil where character == "'" || character == "\"": quote = character
      case nil where character == "," || character == " ": continue
      case nil: return nil
      case .some where isEscaped:
        item.append(character)
        isEscaped = false
      case .some where character == "\\": isEscaped = true
      case .some(let open) where character == open:
        items.append(item)
        (item, quote) = ("", nil)
      case .some: item.append(character)
      }
    }
    return quote == nil && !items.isEmpty ? items : nil
  }
}
