/// Parses `application/x-www-form-urlencoded` in one pass over its bytes (WHATWG URL §5.1). Invalid encodings stay as
/// they are.
package struct URLEncodedForm {
  /// More fields than any page of ours has.
  package static let fieldLimit = 10_000

  package private(set) var fields: [String: [String]] = [:]
  package private(set) var count = 0
  private var piece: [UInt8] = []
  private var name: String?

  package init(_ bytes: [UInt8]) {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "&"): endPair()
      case UInt8(ascii: "=") where name == nil: name = take()
      case UInt8(ascii: "+"): piece.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        let value = index + 2 <= bytes.count ? Self.byte(bytes[index], bytes[index + 1]) : nil
        piece.append(value ?? byte)
        if value != nil { index += 2 }
      default: piece.append(byte)
      }
    }
    endPair()
  }

  private mutating func endPair() {
    guard name != nil || !piece.isEmpty else { return }
    let last = take()
    count += 1
    if let name { fields[name, default: []].append(last) } else { fields[last, default: []].append("") }
    name = nil
  }

  private mutating func take() -> String {
    defer { piece.removeAll(keepingCapacity: true) }
    return String(decoding: piece, as: UTF8.self)
  }

  private static func byte(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = digit(high), let low = digit(low) else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
