import Database

/// What `/metrics` measures when it is asked.
package struct GaugeStore {
  package let connection: any Connection

  package init(connection: any Connection) {
    self.connection = connection
  }

  package func gauges() throws -> [String: Double] {
    var gauges = [
      "stehtisch_hosts": Double(try connection.count("SELECT count(*) AS n FROM host")),
      "stehtisch_parties": Double(try connection.count("SELECT count(*) AS n FROM party")),
    ]
    try connection.forEach("SELECT state, count(*) AS n FROM outbox GROUP BY state") { row in
      gauges["stehtisch_outbox_\(try row.get("state", as: String.self))"] = Double(try row.get("n", as: Int.self))
    }
    return gauges
  }
}
