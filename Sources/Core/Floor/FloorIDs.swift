/// A person at a party: the guest's id as text, or `host` for its host. It survives reloads and restarts.
package struct ParticipantID: Hashable, Comparable, Sendable, RawRepresentable, Codable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package init(_ text: String) { rawValue = text }
  package static let host = ParticipantID("host")
  package static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// A table of one floor: `t1`, `t2`, … in the order in which they were set up; an id is never reused.
package struct TableID: Hashable, Comparable, Sendable, RawRepresentable, Codable {
  package let rawValue: String
  package init(rawValue: String) { self.rawValue = rawValue }
  package init(number: Int) { rawValue = "t\(number)" }
  package var number: Int { Int(rawValue.dropFirst()) ?? 0 }
  package static func < (a: Self, b: Self) -> Bool { (a.number, a.rawValue) < (b.number, b.rawValue) }
}
