/// One line of a vCard or a calendar (RFC 6350 §3.3, RFC 5545 §3.1): `group.NAME;PARAMETER=value:value`.
struct ContentLine {
  /// The line on which it starts in the source, counted from 1.
  let line: Int
  /// `item1` of `item1.EMAIL`, in lower case.
  let group: String
  /// In capitals.
  let name: String
  /// Names in capitals; a value without a name, as vCard 2.1 allows, is listed under "".
  let parameters: [(name: String, values: [String])]
  /// Unchanged, still escaped and encoded.
  let value: ArraySlice<UInt8>

  /// Nil if there is no colon or no name.
  init?(_ bytes: [UInt8], line: Int) {
    guard let colon = Self.colon(in: bytes) else { return nil }
    var pieces = Self.pieces(of: bytes[..<colon])
    let path = pieces.removeFirst().uppercased().tidied.split(separator: ".", omittingEmptySubsequences: false)
    guard let name = path.last, !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || "-_/".contains($0) })
    else {
      return nil
    }
    self.line = line
    self.name = String(name)
    group = path.count > 1 ? path[0].lowercased() : ""
    parameters = pieces.map(Self.parameter)
    value = bytes[(colon + 1)...]
  }

  /// All values of a parameter; `TYPE=work,pref`, `TYPE=work;TYPE=pref` and vCard 2.1's bare `WORK;PREF` are the same.
  func values(of name: String) -> [String] {
    parameters.filter { $0.name == name || ($0.name.isEmpty && name == "TYPE") }.flatMap(\.values)
  }

  func has(type: String) -> Bool {
    values(of: "TYPE").contains { $0.lowercased() == type }
  }

  private static func colon(in bytes: [UInt8]) -> Int? {
    var isQuoted = false
    for index in bytes.indices {
      if bytes[index] == .quote { isQuoted.toggle() }
      if bytes[index] == .colon, !isQuoted { return index }
    }
    // An unclosed quote quotes nothing.
    return isQuoted ? bytes.firstIndex(of: .colon) : nil
  }

  private static func pieces(of head: ArraySlice<UInt8>) -> [String] {
    var pieces: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in head {
      if byte == .quote { isQuoted.toggle() }
      if byte == .semicolon, !isQuoted { pieces.append([]) } else { pieces[pieces.count - 1].append(byte) }
    }
    return pieces.map { String(decoding: $0, as: UTF8.self) }
  }

  private static func parameter(_ written: String) -> (name: String, values: [String]) {
    guard let equals = written.firstIndex(of: "=") else { return ("", [written.tidied]) }
    let name = written[..<equals].uppercased().tidied
    var values = [""]
    var isQuoted = false
    for character in written[written.index(after: equals)...] {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: values.append("")
      default: values[values.count - 1].append(character)
      }
    }
    return (name, values.map(uncareted))
  }

  /// RFC 6868: `^n` is a line end, `^'` a quote, `^^` a caret.
  private static func uncareted(_ value: String) -> String {
    guard value.contains("^") else { return value }
    var text = ""
    var rest = Substring(value)
    while let character = rest.popFirst() {
      guard character == "^", let next = rest.first else {
        text.append(character)
        continue
      }
      switch next {
      case "n": text.append("\n")
      case "'": text.append("\"")
      case "^": text.append("^")
      default:
        text.append("^")
        continue
      }
      rest.removeFirst()
    }
    return text
  }
}
