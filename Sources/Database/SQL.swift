/// A statement: literal text with values bound to it, never pasted into it.
///
///     let sql: SQL = "SELECT name FROM person WHERE host_id = \(host) AND id = \(id)"
package struct SQL: ExpressibleByStringInterpolation, Sendable {
  /// The text between the values; one more than there are values.
  private(set) var fragments: [String]
  package private(set) var values: [Value]

  package init(stringLiteral text: String) {
    fragments = [text]
    values = []
  }

  package init(stringInterpolation interpolation: StringInterpolation) {
    fragments = interpolation.fragments
    values = interpolation.values
  }

  /// The text with a placeholder for each value, counted from 1: `?` for SQLite, `$1` for PostgreSQL.
  package func text(placeholder: (Int) -> String) -> String {
    var text = fragments[0]
    for (index, fragment) in fragments.dropFirst().enumerated() {
      text += placeholder(index + 1) + fragment
    }
    return text
  }

  package static func + (left: SQL, right: SQL) -> SQL {
    var sum = left
    sum.append(right)
    return sum
  }

  /// The parts in a row with the separator in between: conditions by ` AND `, rows of VALUES by `, `.
  package static func join(_ parts: [SQL], separator: String) -> SQL {
    guard var joined = parts.first else { return "" }
    for part in parts.dropFirst() { joined = joined + SQL(stringLiteral: separator) + part }
    return joined
  }

  private mutating func append(_ other: SQL) {
    fragments[fragments.count - 1] += other.fragments[0]
    fragments += other.fragments.dropFirst()
    values += other.values
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var fragments = [""]
    fileprivate var values: [Value] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      fragments[fragments.count - 1] += literal
    }

    package mutating func appendInterpolation(_ value: some Bindable) {
      values.append(value.databaseValue)
      fragments.append("")
    }

    package mutating func appendInterpolation(_ value: (some Bindable)?) {
      values.append(value?.databaseValue ?? .null)
      fragments.append("")
    }

    package mutating func appendInterpolation(_ part: SQL) {
      fragments[fragments.count - 1] += part.fragments[0]
      fragments += part.fragments.dropFirst()
      values += part.values
    }

    /// A list for `IN`: `(…, …)`. An empty list matches nothing. The last value is repeated to fill up to a power of
    /// two, so that an engine that keeps prepared statements has one for each of a few lengths instead of one for every
    /// length.
    package mutating func appendInterpolation(list values: [some Bindable]) {
      guard let last = values.last else { return appendLiteral("(NULL)") }
      appendLiteral("(")
      for (index, value) in values.enumerated() {
        if index > 0 { appendLiteral(", ") }
        appendInterpolation(value)
      }
      for _ in values.count..<Self.paddedCount(values.count) {
        appendLiteral(", ")
        appendInterpolation(last)
      }
      appendLiteral(")")
    }

    private static func paddedCount(_ count: Int) -> Int {
      guard count > 1, count <= 1024 else { return count }
      return 1 << (Int.bitWidth - (count - 1).leadingZeroBitCount)
    }
  }
}
