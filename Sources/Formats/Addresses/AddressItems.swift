/// Cuts a list of addresses into its items: at commas, semicolons and line ends outside quotes, comments and angle
/// brackets (RFC 5322 §3.4). Folded lines are joined; names of groups and header fields are dropped.
struct AddressItems {
  struct Item: Equatable {
    let line: Int
    var text: String
    /// True if a comma ended it, which may also be part of a name.
    var endsWithComma = false
  }

  private var items: [Item] = []
  private var most = Int.max
  private var text = ""
  /// True if `text` contains an `@`; searching for it each time would make long items slow.
  private var hasAt = false
  private var line = 1
  private var isQuoted = false
  private var isEscaped = false
  private var commentDepth = 0
  private var isBracketed = false

  /// - Parameter most: the number of items after which the rest is left out.
  static func items(of bytes: [UInt8], lineLimit: Int = .max, most: Int = .max) -> [Item] {
    var reader = AddressItems()
    reader.most = most
    var scanner = LineScanner(bytes)
    var (isSkipping, hasFields, isBody) = (false, false, false)
    while let line = scanner.next(), line.number <= lineLimit, reader.items.count < most {
      let content = String(decoding: bytes[line.range], as: UTF8.self)
      let isFolded = content.first?.isWhitespace == true
      if isFolded, isSkipping { continue }
      let field = HeaderField(of: content)
      if field != nil { hasFields = true }
      if hasFields, content.allSatisfy(\.isWhitespace) { isBody = true }
      // Behind a mail's header, a line of words is no name.
      if isBody, field == nil, !content.contains("@") { continue }
      isSkipping = field?.holdsAddresses == false
      if !isFolded || reader.hasAt || reader.text.isEmpty || field != nil {
        reader.finishItem(endsWithComma: false)
        reader.line = line.number
      } else if reader.text.last != " " {
        reader.text.append(" ")
      }
      if !isSkipping { reader.read((field?.body ?? content[...]).drop(while: \.isWhitespace)) }
    }
    reader.finishItem(endsWithComma: false)
    return reader.items
  }

  private mutating func read(_ content: Substring) {
    for character in content {
      if items.count >= most { return }
      if !isEscaped, take(character) { continue }
      isEscaped = character == "\\" && isQuoted && !isEscaped
      text.append(character)
      if character == "@" { hasAt = true }
    }
  }

  /// True if the character is structure and not text.
  private mutating func take(_ character: Character) -> Bool {
    if character == "\"", commentDepth == 0 { isQuoted.toggle() }
    guard !isQuoted else { return false }
    switch character {
    case "(": commentDepth += 1
    case ")": commentDepth = max(0, commentDepth - 1)
    case "<": isBracketed = true
    case ">": isBracketed = false
    case "," where commentDepth == 0 && !isBracketed, ";" where commentDepth == 0:
      finishItem(endsWithComma: character == ",")
      return true
    case ":" where commentDepth == 0 && !isBracketed && isGroupName:
      text = ""
      return true
    default: break
    }
    return false
  }

  private var isGroupName: Bool {
    !hasAt && (text.utf8.count > 40 || text.tidied.lowercased() != "mailto")
  }

  /// A quote or bracket left open by a line counts for that item only.
  private mutating func finishItem(endsWithComma: Bool) {
    let tidy = text.tidied
    if !tidy.isEmpty { items.append(Item(line: line, text: tidy, endsWithComma: endsWithComma)) }
    text = ""
    hasAt = false
    isQuoted = false
    isEscaped = false
    commentDepth = 0
    isBracketed = false
  }
}
