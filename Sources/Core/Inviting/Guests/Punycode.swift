import Foundation

/// Domain labels in ASCII and back, by the algorithms of RFC 3492, sections 6.2 and 6.3.
enum Punycode {
  /// "müller" → "xn--mller-kva"; an ASCII label stays as it is.
  static func label(_ label: String) -> String {
    let scalars = label.unicodeScalars.map { Int($0.value) }
    let basic = scalars.filter { $0 < 0x80 }
    if basic.count == scalars.count { return label }
    let start = String(String.UnicodeScalarView(basic.compactMap { UnicodeScalar($0) }))
    return "xn--" + start + (basic.isEmpty ? "" : "-") + encoded(scalars, after: basic.count)
  }

  /// "xn--mller-kva" → "müller"; nil for a label that is not the encoded form of lowercase letters, digits and hyphens: a
  /// mark that nobody sees, or a second spelling, stays hidden in no name.
  static func plain(_ label: String) -> String? {
    guard label.hasPrefix("xn--"), let text = decoded(label.dropFirst(4)), Self.label(text) == label,
      text.lowercased() == text,
      text.precomposedStringWithCanonicalMapping.unicodeScalars.elementsEqual(text.unicodeScalars),
      text.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" })
    else { return nil }
    return text
  }

  private static func decoded(_ text: Substring) -> String? {
    let hyphen = text.lastIndex(of: "-")
    var scalars = text[..<(hyphen ?? text.startIndex)].unicodeScalars.map { Int($0.value) }
    var rest = text[(hyphen.map(text.index(after:)) ?? text.startIndex)...].utf8.map(value)[...]
    var (code, place, bias) = (0x80, 0, 72)
    while !rest.isEmpty {
      guard let delta = number(&rest, bias), scalars.count < 63 else { return nil }
      bias = adapted(delta, scalars.count + 1, isFirst: place == 0 && code == 0x80)
      let (steps, position) = (place + delta).quotientAndRemainder(dividingBy: scalars.count + 1)
      code += steps
      guard let scalar = UInt32(exactly: code).flatMap(UnicodeScalar.init) else { return nil }
      scalars.insert(Int(scalar.value), at: position)
      place = position + 1
    }
    return String(String.UnicodeScalarView(scalars.compactMap { UnicodeScalar($0) }))
  }

  /// Takes one number of variable length off the digits; nil if they don't make one below the number of all scalars of
  /// a label.
  private static func number(_ digits: inout ArraySlice<Int?>, _ bias: Int) -> Int? {
    var (sum, weight, position) = (0, 1, base)
    while let digit = digits.popFirst() {
      guard let digit else { return nil }
      sum += digit * weight
      let threshold = min(max(position - bias, 1), 26)
      if digit < threshold { return sum }
      weight *= base - threshold
      guard sum < largest, weight < largest else { return nil }
      position += base
    }
    return nil
  }

  private static func value(_ byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
    default: nil
    }
  }

  /// More than any label of 63 characters needs.
  private static let largest = 64 * 0x11_0000

  private static func encoded(_ scalars: [Int], after basicCount: Int) -> String {
    var (code, delta, bias, handled) = (0x80, 0, 72, basicCount)
    var output = ""
    while handled < scalars.count {
      let next = scalars.filter { $0 >= code }.min() ?? code
      delta += (next - code) * (handled + 1)
      code = next
      for scalar in scalars {
        if scalar < code { delta += 1 }
        guard scalar == code else { continue }
        output += digits(of: delta, bias)
        bias = adapted(delta, handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      code += 1
    }
    return output
  }

  private static func digits(of number: Int, _ bias: Int) -> String {
    var (rest, position, output) = (number, base, "")
    while true {
      let threshold = min(max(position - bias, 1), 26)
      if rest < threshold { return output + digit(rest) }
      output += digit(threshold + (rest - threshold) % (base - threshold))
      rest = (rest - threshold) / (base - threshold)
      position += base
    }
  }

  private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var steps = 0
    while delta > 35 * 26 / 2 {
      delta /= 35
      steps += base
    }
    return steps + 36 * delta / (delta + 38)
  }

  private static func digit(_ value: Int) -> String {
    let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    return String(digits[value])
  }

  private static let base = 36
}
