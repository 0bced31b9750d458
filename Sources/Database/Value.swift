import Foundation

/// The value of a column. Times are whole milliseconds since 1970 in UTC, booleans are 0 and 1: both engines compare
/// these the same way.
@usableFromInline package enum Value: Sendable, Hashable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)
}

/// A type that can be used in a statement and read from a row.
@usableFromInline package protocol Bindable: Sendable {
  var databaseValue: Value { get }
  /// Nil if the value is not of this type.
  init?(databaseValue: Value)
}

/// As read from another database.
extension Value: Bindable {
  @inlinable package var databaseValue: Value {
    if case .text(let text) = self { text.databaseValue } else { self }
  }

  @inlinable package init?(databaseValue: Value) { self = databaseValue }
}

extension String: Bindable {
  /// U+0000 is dropped: one engine would store it, the other would end the text there.
  @inlinable package var databaseValue: Value { .text(utf8.contains(0) ? replacing("\0", with: "") : self) }

  @inlinable package init?(databaseValue: Value) {
    guard case .text(let text) = databaseValue else { return nil }
    self = text
  }
}

extension Int: Bindable {
  @inlinable package var databaseValue: Value { .integer(Int64(self)) }

  @inlinable package init?(databaseValue: Value) {
    guard case .integer(let integer) = databaseValue else { return nil }
    self.init(integer)
  }
}

extension Double: Bindable {
  @inlinable package var databaseValue: Value { .real(self) }

  @inlinable package init?(databaseValue: Value) {
    switch databaseValue {
    case .real(let real): self = real
    case .integer(let integer): self = Double(integer)
    case .null, .text: return nil
    }
  }
}

extension Bool: Bindable {
  @inlinable package var databaseValue: Value { .integer(self ? 1 : 0) }

  @inlinable package init?(databaseValue: Value) {
    guard case .integer(let integer) = databaseValue else { return nil }
    self = integer != 0
  }
}

extension Date: Bindable {
  @inlinable package var databaseValue: Value { .integer(Int64((timeIntervalSince1970 * 1000).rounded())) }

  @inlinable package init?(databaseValue: Value) {
    guard case .integer(let milliseconds) = databaseValue else { return nil }
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }
}

/// Enumerations are stored as their raw text.
extension Bindable where Self: RawRepresentable, RawValue == String {
  @inlinable package var databaseValue: Value { rawValue.databaseValue }

  @inlinable package init?(databaseValue: Value) {
    guard case .text(let text) = databaseValue else { return nil }
    self.init(rawValue: text)
  }
}
