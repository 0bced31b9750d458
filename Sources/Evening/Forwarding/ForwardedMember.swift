import Core
import Janus

/// Somebody's two connections with the media server: what they send, and what they hear.
struct ForwardedMember: Sendable {
  var publisher: Publisher?
  var listener: Listener?
  /// Still heard by until the new one has come about.
  var formerListener: UInt64?
  /// The people this participant is to hear now.
  var hears: [Hearing] = []
  /// True while the participant's page can answer an offer.
  var isReachable = false
  var sizes: [ParticipantID: Int] = [:]
  var notes: MediaNotes?
  /// When they spoke last, counted over all.
  var spokeAt = 0
  /// One change of what somebody hears at a time.
  var isSettling = false
  var isUnsettled = false
  /// Their page asked for a new way while a change was under way, whose offer looks for none.
  var isToBeRerouted = false
  var answer: CheckedContinuation<JanusDescription?, Never>?
  /// So many offers were made to them.
  var offers = 0

  struct Publisher: Codable, Sendable {
    let handle: UInt64
    let token: String
    var lines: [MediaKind: String] = [:]
    var hasOffered = false
    /// Voices may be had from there.
    var isUp = false
  }

  struct Listener: Sendable {
    let handle: UInt64
    let token: String
    /// By `mid`, which lines of the room it has.
    var subscribed: [String: WantedLine] = [:]
    /// By `mid`, whose they are.
    var lines: [String: MediaLine] = [:]
    var flows: [String: Flow] = [:]
  }

  /// The state of a line: whether media flows, and in the larger of the two picture sizes.
  struct Flow: Hashable, Sendable {
    var isSent = true
    var isLarge = false
  }
}

/// One whom somebody hears.
package struct Hearing: Hashable, Sendable {
  let peer: ParticipantID
  let hasPicture: Bool
}

/// What is needed to take the session up again after a restart.
struct KeptForwarding: Codable, Sendable {
  let url: String
  let session: UInt64
  let room: String
  let members: [ParticipantID: Member]

  struct Member: Codable, Sendable {
    let publisher: ForwardedMember.Publisher?
    let listener: UInt64?
  }
}
