import Core
import House
import NIOCore
import Records

extension Services {
  /// Looks after those whose right to be on a floor may have ended, when something has changed and now and then.
  func endSocketsIfAsked() async {
    guard sockets.takeCheck(at: .now()) else { return }
    do {
      try await endSockets()
    } catch {
      logger.error("sockets not checked", metadata: ["error": "\(error)"])
    }
  }

  /// Closes the sockets whose links were replaced or whose sessions have ended, and takes everybody off the floors who may not be at
  /// the party any more, with or without a socket: voices go from page to page, and end only when the others are told.
  package func endSockets() async throws {
    let now = now()
    let entries = sockets.all
    let codes = try await database.read { connection in
      let store = SocketRightsStore(connection: connection)
      return try entries.map { try store.end(of: $0.seat, at: now) }
    }
    for (entry, code) in zip(entries, codes) {
      guard let code else { continue }
      sockets.leave(entry.socket, entry.seat)
      entry.socket.close(code, "")
      await floors.dismiss(entry.seat.who, at: entry.seat.party, by: entry.socket)
    }
    for party in await floors.open {
      let admitted = try await database.read { try SocketRightsStore(connection: $0).admitted(to: party) }
      await floors.keep(admitted, at: party)
    }
  }
}
