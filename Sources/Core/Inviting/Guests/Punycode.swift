/// Domain labels in ASCII, by the algorithm of RFC 3492, section 6.3.
enum Punycode {
  /// "müller" → "xn--mller-kva"; an ASCII label stays as it is.
  static func label(_ label: String) -> String {
    let scalars = label.unicodeScalars.map { Int($0.value) }
    let basic = scalars.filter { $0 < 0x80 }
    if basic.count == scalars.count { return label }
    let start = String(String.UnicodeScalarView(basic.compactMap { UnicodeScalar($0) }))
    return "xn--" + start + (basic.isEmpty ? "" : "-") + encoded(scalars, after: basic.count)
  }

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
