import Foundation

/// Numbers of old workbooks.
enum BIFFNumber {
  /// RkNumber (MS-XLS 2.5.217): 30 bits of an integer or a double, possibly multiplied by a hundred.
  static func value(_ packed: UInt32) -> Double {
    let plain =
      packed & 2 != 0
      ? Double(Int32(bitPattern: packed) >> 2) : Double(bitPattern: UInt64(packed & 0xFFFF_FFFC) << 32)
    return packed & 1 != 0 ? plain / 100 : plain
  }

  /// As the workbook's own program would show it: dates in ISO form, other numbers with up to 15 digits.
  static func text(_ value: Double, _ format: NumberFormat, _ dates: DateSystem) -> String {
    switch format {
    case .plain: return plain(value)
    case .padded(let digits):
      let text = plain(value)
      guard text.utf8.allSatisfy(\.isASCIIDigit), digits < 64 else { return text }
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    default: return dates.text(value, as: format) ?? plain(value)
    }
  }

  private static func plain(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
    return String(format: "%.15g", value)
  }
}

/// The target of a hyperlink's record (MS-OSHARED 2.3.7.1).
enum BIFFLink {
  private static let urlMoniker: [UInt8] = [
    0xE0, 0xC9, 0xEA, 0x79, 0xF9, 0xBA, 0xCE, 0x11, 0x8C, 0x82, 0x00, 0xAA, 0x00, 0x4B, 0xA9, 0x0B,
  ]

  /// Nil for a link that is no URL.
  static func target(_ data: Data) -> String? {
    guard let moniker = data.range(of: Data(urlMoniker)), let length = data.double(at: moniker.upperBound) else {
      return nil
    }
    let bytes = data.dropFirst(moniker.upperBound + 4).prefix(Int(min(length, 4096)))
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
      UInt16(bytes[bytes.startIndex + index]) | UInt16(bytes[bytes.startIndex + index + 1]) << 8
    }
    return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
  }
}
