/// What a Janus didn't do.
package enum JanusProblem: Error, Equatable, CustomStringConvertible {
  /// It answers no WebSocket, or has ended.
  case gone
  case noAnswer
  /// By Janus itself: 403 for a wrong secret, 458 for a session that there is not.
  case refused(code: Int, reason: String)
  /// By the video room.
  case room(code: Int, reason: String)
  case strange

  package var description: String {
    switch self {
    case .gone: "it can't be reached."
    case .noAnswer: "it doesn't answer in time."
    case .refused(let code, let reason), .room(let code, let reason): "it refuses: \(code) \(reason)"
    case .strange: "it answers what no Janus answers."
    }
  }

  /// A room of this name is open already (`JANUS_VIDEOROOM_ERROR_ROOM_EXISTS`).
  package static let roomExists = 427
}
