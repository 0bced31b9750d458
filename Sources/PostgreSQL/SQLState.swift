import Database

extension DatabaseError {
  /// - Parameter state: PostgreSQL's SQLSTATE (appendix A of its manual); nil if the connection ended without one.
  init(state: String?, _ message: String) {
    self.init(state.map(Self.kind) ?? .busy, "PostgreSQL \(state ?? "lost"): \(message)")
  }

  private static func kind(of state: String) -> Kind {
    switch state {
    case "23505": return .duplicate
    // Serialisation failure, deadlock; a plan invalidated by a change of the schema, a statement lost by a pooler.
    case "40001", "40P01", "0A000", "26000": return .conflict
    // Nobody knows whether the statement was completed.
    case "40003": return .unknown
    // Input or output failed, the file is damaged, the disk is full, memory is short.
    case "58030", "XX001", "XX002", "53100", "53200": return .storage
    default: break
    }
    switch state.prefix(2) {
    case "23": return .constraint
    // No connection, too many of them, a lock or the time ran out, the server is stopping; a standby, which takes no
    // writes.
    case "08", "53", "55", "57": return .busy
    default: return state == "25006" ? .busy : .other
    }
  }
}
