import Core
import Database
import House
import Records

/// Tells a party's news by mail to those who host it and want to hear of it.
struct HostNewsPost {
  let services: Services
  let connection: any Connection

  /// - Parameters:
  ///   - key: the same key is told once to each.
  ///   - host: the party's first.
  ///   - guest: whom it is about; the mail goes with them when they are erased.
  ///   - notice: in the words of its reader's language.
  func tell(
    _ party: Party, host: Host, key: String, about guest: GuestID? = nil, _ notice: (Host) -> HostNotice
  ) throws {
    let postbox = Postbox(services: services)
    for reader in try CohostStore(connection: connection).newsReaders(of: party.id, first: host) {
      let own = reader.id == host.id ? key : "\(key):\(reader.id)"
      let mail = postbox.notice(notice(reader), key: own, party: party, host: reader, about: guest)
      try postbox.post(mail, connection)
    }
  }
}
