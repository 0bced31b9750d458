/// A name with an address, as `Anna Adler <anna@example.org>` (RFC 5322 §3.4) or as `anna@example.org (Anna Adler)`.
struct Mailbox {
  var name: String
  var address: String

  /// The content of a cell; either part may be empty. An invalid address stays in `address`.
  init(cell: String) {
    let bytes = cell.utf8
    guard let open = bytes.lastIndex(of: UInt8(ascii: "<")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: ">"))
    else {
      self.init(name: "", address: cell)
      guard bytes.last == UInt8(ascii: ")"), let bracket = cell.firstIndex(of: "("), cell[..<bracket].contains("@")
      else { return }
      self.init(name: String(cell[cell.index(after: bracket)...].dropLast()), address: String(cell[..<bracket]))
      return
    }
    self.init(name: String(cell[..<open]), address: String(cell[cell.index(after: open)..<close]))
  }

  /// The form of mail headers: the name may be quoted, with backslashes, and contain encoded words and comments.
  init(header text: String) {
    if text.contains("<") {
      self.init(cell: text)
    } else {
      let words = text.split(separator: " ").map(String.init)
      let address = words.first { $0.contains("@") } ?? ""
      let name = words.filter { $0 != address }.joined(separator: " ")
      self.init(name: name.trimming("(").trimming(")"), address: address)
    }
    let plain = EncodedWords.decode(name).replacing("\\", with: "").replacing("\"", with: "")
    name = plain.tidied
  }

  private init(name: String, address: String) {
    self.name = name.tidied
    self.address = address.tidied
  }
}
