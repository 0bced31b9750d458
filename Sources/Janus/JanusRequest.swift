/// What Janus is asked (https://janus.conf.meetecho.com/docs/rest.html, “WebSockets Interface”).
struct JanusRequest: Encodable, Sendable {
  let janus: String
  var transaction = ""
  var secret: String?
  var session: UInt64?
  var handle: UInt64?
  var plugin: String?
  var body: RoomRequest?
  var jsep: JanusDescription?
  var candidate: JanusCandidate?

  init(_ janus: String, session: UInt64? = nil, handle: UInt64? = nil) {
    (self.janus, self.session, self.handle) = (janus, session, handle)
  }

  /// True if the acknowledgement is the only answer to this request.
  var isDoneWithAck: Bool { janus == "keepalive" || janus == "trickle" }

  private enum CodingKeys: String, CodingKey {
    case janus, transaction, plugin, body, jsep, candidate
    case secret = "apisecret"
    case session = "session_id"
    case handle = "handle_id"
  }
}

/// An offer or an answer (RFC 8829), as browsers and Janus write them.
package struct JanusDescription: Codable, Hashable, Sendable {
  package let type: String
  package let sdp: String

  package init(type: String, sdp: String) {
    (self.type, self.sdp) = (type, sdp)
  }
}

/// A way to a browser, found after its description was sent.
package struct JanusCandidate: Codable, Hashable, Sendable {
  package let candidate: String
  package let sdpMid: String?
  package let sdpMLineIndex: Int?
}
