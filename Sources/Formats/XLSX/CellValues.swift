import Foundation

/// Turns the content of a cell into text.
struct CellValues {
  let strings: SharedStrings
  let formats: NumberFormats
  let dates: DateSystem

  enum Kind: String {
    case number = "n"
    case shared = "s"
    case inline = "inlineStr"
    case formula = "str"
    case boolean = "b"
    case error = "e"
    case date = "d"
  }

  /// Nil if a shared text is missing from the table.
  func entry(_ content: XMLText, kind: Kind, style: Int) -> SharedStrings.Entry? {
    switch kind {
    case .shared: Int(content.string).flatMap { strings[$0] }
    case .inline, .formula: .text(EscapedText.decode(content.string))
    case .date: .text(content.string)
    case .boolean: .text(content.string == "1" || content.string == "true" ? "TRUE" : "FALSE")
    case .error: .text("")
    case .number: .text(number(content.string, format: formats[style]))
    }
  }

  private func number(_ text: String, format: NumberFormat) -> String {
    switch format {
    case .plain: plain(text)
    case .padded(let digits): padded(plain(text), to: digits)
    default: Double(text).flatMap { dates.text($0, as: format) } ?? plain(text)
    }
  }

  /// Puts the sign before the zeros.
  private func padded(_ number: String, to digits: Int) -> String {
    let bare = number.drop { $0 == "-" }
    guard bare.utf8.allSatisfy(\.isASCIIDigit), bare.utf8.count < digits else { return number }
    return number.prefix(number.utf8.count - bare.utf8.count) + String(repeating: "0", count: digits - bare.utf8.count)
      + bare
  }

  /// Digits stay as they are, so that long numbers lose nothing; other numbers get the 15 digits Excel shows.
  private func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return text }
    guard let value = Double(text), value.isFinite else { return text }
    if value == value.rounded(), abs(value) < 1e18 { return String(Int64(value)) }
    return String(format: "%.15g", value)
  }
}
