/// A database as whoever opens, checks and closes it sees it: one of the engines.
package protocol DatabaseEngine: Database {
  /// Handed to each connection.
  var fingerprintKey: [UInt8] { get set }
  /// Where it is, for messages; without a password.
  var place: String { get }
  /// True if each commit is on the disk before it is acknowledged, as the engine says.
  func flushesCommits() async throws -> Bool
  /// What the engine finds broken, in its own words; empty where all is sound.
  /// - Parameter thoroughly: indexes are held against their tables as well, which takes longer.
  func damage(thoroughly: Bool) async throws -> [String]
  /// Makes this program the only one that works with the database, until it is closed.
  /// - Throws: `DatabaseError` of the kind `.busy` where another one does.
  /// - Parameter shared: beside others who share it as well.
  func occupy(shared: Bool) async throws
  /// Lets the server know this program as one of several. Ends with the program, or by `Membership.end`.
  /// - Parameter number: whose, from 1 on.
  /// - Throws: `DatabaseError` of the kind `.busy` where a program with this number is at work.
  func join(as number: Int, _ duties: any MemberDuties) async throws -> any Membership
  /// Tells this database from each copy that was restored elsewhere; nil where the engine can't.
  func identity() async throws -> String?
  /// The tables that there are.
  func tables() async throws -> [TableShape]
  /// Ends all work with it.
  func close() async throws
}

extension DatabaseEngine {
  /// For engines in a folder that one program locks.
  package func occupy(shared: Bool) async throws {}

  package func join(as number: Int, _ duties: any MemberDuties) async throws -> any Membership {
    throw DatabaseError(.other, "\(place) is for one program alone")
  }

  package func identity() async throws -> String? { nil }
}
