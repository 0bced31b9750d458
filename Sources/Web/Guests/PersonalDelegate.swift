import Core
import Database

extension GuestContext {
  func isKnown(_ connection: any Connection) throws -> Bool {
    try GuestStore(connection: connection).find(linkHash: token.hash)?.guest == guest
  }
}

/// Who has a right acts for the guest of the link.
extension Entitled: GuestDelegate {
  var right: GuestRight { Right.right }

  func isKnown(_ connection: any Connection) throws -> Bool { try link.isKnown(connection) }
}
