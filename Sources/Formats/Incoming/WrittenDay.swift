/// A day as somebody wrote it.
package struct WrittenDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// Nil unless it is a day of this century.
  package init?(year: Int, month: Int, day: Int) {
    guard (2000...2099).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// `2026-12-14`.
  package init?(_ text: String) {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    self.init(year: parts[0], month: parts[1], day: parts[2])
  }

  package static func < (one: Self, other: Self) -> Bool {
    (one.year, one.month, one.day) < (other.year, other.month, other.day)
  }

  package var description: String {
    let (month, day) = ("0\(month)".suffix(2), "0\(day)".suffix(2))
    return "\(year)-\(month)-\(day)"
  }
}
