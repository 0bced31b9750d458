/// What Janus says: an answer, or something that happened.
package struct JanusAnswer: Decodable, Sendable {
  /// `success`, `ack`, `event`, `error`, `webrtcup`, `hangup`, `detached`, `timeout`, …
  package let janus: String
  let transaction: String?
  let session: UInt64?
  /// The handle it is about.
  package let sender: UInt64?
  let data: Made?
  let error: Refusal?
  private let plugin: Plugin?
  package let jsep: JanusDescription?

  package var room: RoomAnswer? { plugin?.data }

  struct Made: Decodable, Sendable {
    let id: UInt64
  }

  struct Refusal: Decodable, Sendable {
    let code: Int
    let reason: String
  }

  private struct Plugin: Decodable, Sendable {
    let data: RoomAnswer?
  }

  private enum CodingKeys: String, CodingKey {
    case janus, transaction, sender, data, error, jsep
    case session = "session_id"
    case plugin = "plugindata"
  }

  /// - Throws: `JanusProblem` for a refusal.
  func granted() throws -> JanusAnswer {
    if let error { throw JanusProblem.refused(code: error.code, reason: error.reason) }
    if let code = room?.errorCode { throw JanusProblem.room(code: code, reason: room?.error ?? "") }
    return self
  }
}

/// What the video room says.
package struct RoomAnswer: Decodable, Sendable {
  package let streams: [RoomStream]?
  package let list: [Room]?
  package let exists: Bool?
  let errorCode: Int?
  let error: String?

  package struct Room: Decodable, Sendable {
    package let people: Int

    private enum CodingKeys: String, CodingKey {
      case people = "num_participants"
    }
  }

  private enum CodingKeys: String, CodingKey {
    case streams, list, exists, error
    case errorCode = "error_code"
  }
}

/// One line in a subscriber's description, and whose it is; nobody's any more where `feed` is nil.
package struct RoomStream: Decodable, Sendable {
  package let mid: String
  package let feed: String?
  package let feedMid: String?

  private enum CodingKeys: String, CodingKey {
    case mid
    case feed = "feed_id"
    case feedMid = "feed_mid"
  }
}
