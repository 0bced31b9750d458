import Core
import Database
import House
import Records

/// Begins the key of a host's news, by which the program knows later what it is about.
enum NewsKey: String, CaseIterable {
  case waiting, cancelled, objected, overbooked, proposal, poll, undelivered

  /// The thing that the news with this key asks its host to do; nil for news that is only good to know.
  static func request(_ key: String) -> MailRelevance.Request? {
    switch key.split(separator: ":").first.flatMap({ NewsKey(rawValue: String($0)) }) {
    case .waiting, .cancelled, .objected, .overbooked, .proposal: .guests
    case .poll: .date
    case .undelivered, nil: nil
    }
  }

  /// - Parameter rest: everything by which it differs from other news of its kind.
  func key(_ rest: String) -> String { "\(rawValue):\(rest)" }
}

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
