import Core
import Database
import House
import Records

/// Asks another host of the installation to co-host a party.
package struct CohostInviting {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `FieldErrors` for `email`; `AppError` if the host has no such party, or it is over.
  package func invite(_ address: String, to id: PartyID, by host: Host) throws {
    let party = try PartyStore(connection: connection).editableParty(id, of: host.id)
    guard MailAddress.isValid(address) else { throw FieldErrors(["email": Message("settings.error.email")]) }
    guard let other = try HostStore(connection: connection).host(email: address) else {
      throw FieldErrors(["email": Message("cohost.error.unknown", ["value": address])])
    }
    guard other.id != host.id else { throw FieldErrors(["email": Message("cohost.error.yourself")]) }
    guard !other.name.isEmpty, !other.isDisabled else {
      throw FieldErrors(["email": Message("cohost.error.unknown", ["value": address])])
    }
    // A double press: nobody is asked twice, and who has agreed need not do so again.
    if try CohostStore(connection: connection).isAsked(other.id, party.id) { return }
    try CohostStore(connection: connection).invite(other.id, to: party.id, at: services.now())
    let postbox = Postbox(services: services)
    let key = "cohost:\(party.id):\(other.id):\(Int(services.now().timeIntervalSince1970))"
    try postbox.post(postbox.notice(.cohost(name: host.name), key: key, party: party, host: other), connection)
  }
}
