import Core
import Database

/// Names of files that a host's lists came from. A business card is often called after its owner.
package struct FileNameStore {
  package let connection: any Connection
  package let host: HostID

  package init(connection: any Connection, host: HostID) {
    self.connection = connection
    self.host = host
  }

  /// Keeps of a name that is somebody's only what kind of file it was. A list that was called after the file follows;
  /// one that the host gave another name keeps it.
  package func erase(naming search: NameSearch) throws {
    for (table, name) in [("import", "list_name"), ("people_list", "name")] as [(SQL, SQL)] {
      let rows = try connection.rows(
        "SELECT id, file_name, \(name) AS list_name FROM \(table) WHERE host_id = \(host) AND file_name <> ''"
      ) { try Named(id: $0.get("id"), file: $0.get("file_name"), list: $0.get("list_name")) }
      for row in rows where search.finds(inRow: [row.file]) {
        let rest = Self.withoutStem(row.file)
        let list = row.list == row.file ? rest : row.list
        try connection.execute(
          "UPDATE \(table) SET file_name = \(rest), \(name) = \(list) WHERE id = \(row.id)")
      }
    }
  }

  private struct Named {
    let id: String
    let file: String
    let list: String
  }

  private static func withoutStem(_ file: String) -> String {
    guard let ending = file.split(separator: ".").dropFirst().last, ending.count <= 5 else { return "…" }
    return "….\(ending)"
  }
}
