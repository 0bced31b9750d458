import Core
import NIOCore
import Records

/// A participant's page with its socket. There is at most one for each.
package struct OpenPage: Sendable {
  package let socket: any FloorSocket
  package let language: Language
  /// Whether it has the floor, so that changes can be told to it.
  var isWelcome = false
  /// As they were told last.
  package var links: [FloorLink] = []
  /// When its credentials for TURN end.
  var iceUntil: Moment?
  private var signals: [ParticipantID: MessageWindow] = [:]

  package init(socket: any FloorSocket, language: Language) {
    (self.socket, self.language) = (socket, language)
  }

  /// Two browsers that find each other say some forty things. Counts one.
  mutating func maySignal(_ peer: ParticipantID, at now: NIODeadline) -> Bool {
    signals[peer, default: MessageWindow(200, seconds: 10)].admits(at: now)
  }
}

/// Who speaks through which socket.
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
