import Core
import NIOCore
import Records

/// A participant's page with its socket. There is at most one for each participant.
package struct OpenPage: Sendable {
  package let socket: any FloorSocket
  package let language: Language
  /// True once it has the floor, so that changes can be sent to it.
  var isWelcome = false
  /// The links as last sent to them.
  package var links: [FloorLink] = []
  /// The end of its credentials for TURN.
  var iceUntil: Moment?
  private var signals: [ParticipantID: MessageWindow] = [:]

  package init(socket: any FloorSocket, language: Language) {
    (self.socket, self.language) = (socket, language)
  }

  /// Counts a signal; two browsers need some forty to find each other.
  mutating func maySignal(_ peer: ParticipantID, at now: NIODeadline) -> Bool {
    signals[peer, default: MessageWindow(200, seconds: 10)].admits(at: now)
  }
}

/// A person, and the socket they speak through.
package struct FloorCaller: Sendable {
  package let who: ParticipantID
  package let socket: any FloorSocket
  package let language: Language

  package init(who: ParticipantID, socket: any FloorSocket, language: Language) {
    self.who = who
    self.socket = socket
    self.language = language
  }
}
