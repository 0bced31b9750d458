import Core
import Database
import Foundation
import House
import Records

/// Merges two people of a host's address book into one.
package struct PersonUnion {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// The first stays and is completed; the second's lists and places at parties become the first's.
  /// - Throws: `AppError.notFound`; `AppError.conflict` if both were invited to the same party, because two answers
  ///   can't become one.
  package func unite(_ first: PersonID, with second: PersonID, of host: HostID, at now: Date) throws {
    guard first != second else { throw AppError.malformed }
    let people = PersonStore(connection: connection)
    let kept = try people.person(first, of: host)
    let dissolved = try people.person(second, of: host)
    try PlaceUnion(connection: connection).unite(first, with: second)
    try MembershipUnionStore(connection: connection).unite(first, with: second)
    try AvoidanceStore(connection: connection).unite(first, with: second)
    try ReferralStore(connection: connection).unite(first, with: second)
    try PeopleListStore(connection: connection).addProvenance(of: second, to: first)
    try LikenessStore(connection: connection).unite(first, with: second)
    // The first may have the address once the second is gone.
    try PersonErasureStore(connection: connection, host: host).delete(second)
    let merge = Self.merge(kept.record, dissolved.record)
    if !merge.changes.isEmpty { try people.update(first, to: merge.record, of: host, at: now) }
    if !dissolved.note.isEmpty, dissolved.note != kept.note {
      let notes = [kept.note, dissolved.note].filter { !$0.isEmpty }
      try people.note(notes.joined(separator: "\n\n"), on: first, of: host)
    }
  }

  /// The host's data in the first record stands; the second fills its gaps.
  package static func merge(_ first: PersonRecord, _ second: PersonRecord) -> PersonMerge {
    PersonMerge(first, second, preferring: .first)
  }

  /// Titles of the parties at which both have more than a place on the list.
  package func commonInvitations(_ first: PersonID, _ second: PersonID) throws -> [String] {
    try PlaceUnion(connection: connection).obstacles(first, second)
  }
}
