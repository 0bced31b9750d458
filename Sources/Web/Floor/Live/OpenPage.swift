import Core

/// A participant's page with its socket. There is at most one for each.
struct OpenPage: Sendable {
  let socket: any FloorSocket
  let language: Language
  /// Whether it has the floor, so that changes can be told to it.
  var isWelcome = false
  /// As they were told last.
  var links: [FloorLink] = []
  /// When its credentials for TURN end.
  var iceUntil: Moment?
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
