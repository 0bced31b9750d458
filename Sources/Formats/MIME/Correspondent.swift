/// A name and an address, as in a `From:` line.
package struct Correspondent: Sendable, Hashable {
  /// The name people use; may be empty.
  package var name: String
  package var address: String

  package init(name: String = "", address: String) {
    self.name = name
    self.address = address
  }

  /// True if the address can be used in a header and in a calendar entry: one `@`, a local part of ASCII letters,
  /// digits and the marks that RFC 5322 §3.2.3 allows unquoted, and a domain without spaces, control characters or
  /// brackets.
  package var hasUsableAddress: Bool {
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, address.utf8.count <= 254, (1...64).contains(parts[0].utf8.count) else { return false }
    return Self.isDotAtom(parts[0], allowing: Self.isLocalScalar)
      && Self.isDotAtom(parts[1], allowing: Self.isDomainScalar)
  }

  private static func isDotAtom(_ part: Substring, allowing isAllowed: (Unicode.Scalar) -> Bool) -> Bool {
    part.split(separator: ".", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy(isAllowed) }
  }

  private static func isLocalScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      && (scalar.properties.isAlphabetic || "0123456789!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar))
  }

  private static func isDomainScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.generalCategory == .nonspacingMark
  }
}
