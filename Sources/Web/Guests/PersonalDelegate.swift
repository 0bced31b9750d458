import Core
import Database

/// A guest acts for themselves.
extension GuestContext: GuestDelegate {
  func isKnown(_ connection: any Connection) throws -> Bool {
    try GuestStore(connection: connection).find(linkHash: token.hash)?.guest == guest
  }
}
