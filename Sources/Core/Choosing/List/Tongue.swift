/// A language people talk in. All others are lumped together: two people who speak none of these share `other`.
package enum Tongue: Int, Sendable, CaseIterable {
  case english, german, french, italian, spanish, portuguese, dutch, polish, other

  static func mask(_ tongues: Set<Tongue>) -> UInt64 {
    tongues.reduce(0) { $0 | 1 << UInt64($1.rawValue) }
  }

  /// The languages in a mask; all of them for somebody of whom nothing is known.
  package static func all(in mask: UInt64) -> [Tongue] {
    allCases.filter { mask >> UInt64($0.rawValue) & 1 == 1 }
  }
}
