import Database

/// What nodes ask each other, by way of the database that they share. A call stays for as long as its asker waits.
package struct NodeCallStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  /// So long, in milliseconds, a call is good: nobody waits for its answer any more.
  package static let patience = 5000

  package func ask(_ id: String, of node: String, _ body: String) throws {
    try connection.execute(
      "INSERT INTO node_call (id, node, body, asked_at) VALUES (\(id), \(node), \(body), \(connection.clock))")
  }

  package func isAny(for node: String) throws -> Bool {
    try connection.count("SELECT count(*) AS n FROM node_call WHERE node = \(node) AND is_taken = 0") > 0
  }

  /// What waits for this node, which does it from now on.
  package func take(for node: String) throws -> [(id: String, body: String)] {
    try connection.rows(
      """
      UPDATE node_call SET is_taken = 1
      WHERE node = \(node) AND is_taken = 0 AND asked_at > \(connection.clock) - \(Self.patience)
      RETURNING id, body
      """
    ) { (id: try $0.get("id", as: String.self), body: try $0.get("body", as: String.self)) }
  }

  package func answer(_ id: String, _ text: String) throws {
    try connection.execute("UPDATE node_call SET answer = \(text) WHERE id = \(id)")
  }

  package func answer(to id: String) throws -> String? {
    try connection.row("SELECT answer FROM node_call WHERE id = \(id)")?.find("answer")
  }

  /// - Returns: true if nobody had begun to do it; then nobody will.
  package func withdraw(_ id: String) throws -> Bool {
    let row = try connection.row("DELETE FROM node_call WHERE id = \(id) RETURNING is_taken")
    return try row?.get("is_taken", as: Bool.self) == false
  }

  /// What askers left that have died.
  package func sweep() throws {
    try connection.execute("DELETE FROM node_call WHERE asked_at < \(connection.clock) - \(60_000)")
  }
}
