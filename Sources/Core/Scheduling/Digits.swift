/// Numbers as the fields of forms write them.
enum Digits {
  /// Nil unless every part consists of ASCII digits only.
  static func numbers(_ parts: [Substring]) -> [Int]? {
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    return numbers.count == parts.count ? numbers : nil
  }

  static func text(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
