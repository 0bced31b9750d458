import Database
import House
import Records

extension DataFolder {
  /// Makes this program one of several at the database, where it has a name for that.
  /// - Throws: `InstallationRefusal` where another program has the name.
  package func join(_ database: any DatabaseEngine) async throws -> ThisNode? {
    guard let name = node else { return nil }
    let number = try await database.write { connection in
      try NodeStore(connection: connection).enter(name, version: ProgramVersion.text)
    }
    let node = ThisNode(name) { try NodeStore(connection: $0).beat(name, leads: $1) }
    do {
      node.begin(try await database.join(as: number, node))
    } catch let error as DatabaseError {
      throw InstallationRefusal(description: "STEHTISCH_NODE: “\(name)” can't be this program's name. \(error)")
    }
    return node
  }
}
