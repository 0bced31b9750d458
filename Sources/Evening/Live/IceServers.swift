import Core
import Foundation
import House
import Media

extension Services {
  package var hasRelay: Bool { settings.turn?.relays.isEmpty == false }

  /// Servers for somebody's browser, with individual credentials.
  func ice(for who: ParticipantID, withRelay: Bool) -> IceOffer {
    guard let turn = settings.turn else { return IceOffer(ice: [], iceUntil: nil) }
    var servers: [IceServer] = turn.stun.isEmpty ? [] : [IceServer(urls: turn.stun)]
    guard withRelay, hasRelay else { return IceOffer(ice: servers, iceUntil: nil) }
    let end = now().addingTimeInterval(Double(turn.lifetime))
    let credentials = TurnCredentials(for: who.rawValue, until: end, secret: turn.secret)
    servers.append(IceServer(urls: turn.relays, username: credentials.username, credential: credentials.password))
    return IceOffer(ice: servers, iceUntil: Moment(end))
  }
}
