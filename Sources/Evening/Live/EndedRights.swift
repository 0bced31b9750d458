import Core
import House
import NIOCore
import Records

extension Services {
  /// Looks after people whose right to be on a floor may have ended, whenever something has changed and now and then.
  func endSocketsIfAsked() async {
    guard sockets.takeCheck(at: .now()) else { return }
    do {
      try await endSockets()
    } catch {
      logger.error("sockets not checked", metadata: ["error": "\(error)"])
    }
  }

  /// Closes the sockets whose links were replaced or whose sessions have ended, and takes everybody off the floors who
  /// may no longer be at the party, with or without a socket: voices travel from page to page, and stop only once the
  /// others are told.
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
