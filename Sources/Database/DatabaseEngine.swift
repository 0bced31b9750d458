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
  func occupy() async throws
  /// The tables that there are.
  func tables() async throws -> [TableShape]
  /// Ends all work with it.
  func close() async throws
}

extension DatabaseEngine {
  /// For engines in a folder that one program locks.
  package func occupy() async throws {}
}
