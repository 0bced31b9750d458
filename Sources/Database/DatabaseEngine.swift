/// A database as seen by the code that opens, checks and closes it: one of the engines.
package protocol DatabaseEngine: Database {
  /// Passed to each connection.
  var fingerprintKey: [UInt8] { get set }
  /// Its location, for messages; without a password.
  var place: String { get }
  /// True if each commit is on the disk before it is acknowledged, as the engine says.
  func flushesCommits() async throws -> Bool
  /// The damage the engine finds, in its own words; empty if all is sound.
  /// - Parameter thoroughly: true to compare indexes with their tables as well, which takes longer.
  func damage(thoroughly: Bool) async throws -> [String]
  /// Makes this program the only one to work with the database until it is closed.
  /// - Throws: `DatabaseError` of the kind `.busy` if another program does.
  /// - Parameter shared: beside others who share it as well.
  func occupy(shared: Bool) async throws
  /// Lets the server know this program as one of several. Ends with the program, or by `Membership.end`.
  /// - Parameter number: whose, from 1 on.
  /// - Throws: `DatabaseError` of the kind `.busy` where a program with this number is at work.
  func join(as number: Int, _ duties: any MemberDuties) async throws -> any Membership
  /// Tells this database from each copy that was restored elsewhere; nil where the engine can't.
  func identity() async throws -> String?
  /// The existing tables.
  func tables() async throws -> [TableShape]
  /// Ends all work with the database.
  func close() async throws
}

extension DatabaseEngine {
  /// For engines in a folder that a single program locks.
  package func occupy(shared: Bool) async throws {}

  package func join(as number: Int, _ duties: any MemberDuties) async throws -> any Membership {
    throw DatabaseError(.other, "\(place) is for one program alone")
  }

  package func identity() async throws -> String? { nil }
}
