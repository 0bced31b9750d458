import Core
import Foundation
import Janus

/// What somebody sends: each is a line of its own in their description.
enum MediaKind: String, Codable, Hashable, Sendable, CodingKeyRepresentable {
  case audio, camera, screen

  var medium: JanusDescription.Medium { self == .audio ? .audio : .video }
}

/// What a page says to the media server, in a `signal` to `media`. Each says one thing, about the connection with this token.
struct PageMediaSignal: Decodable, Sendable {
  var token: String?
  /// Of what it sends, with the line (`mid`) of each kind.
  var offer: String?
  var lines: [MediaKind: String]?
  /// To what it hears.
  var answer: String?
  var candidate: JanusCandidate?
  /// The way to what it hears is to be looked for anew.
  var reroute: Bool?
  /// It has lost its connections, or never had them.
  var anew: Bool?
  var notes: MediaNotes?
  /// How high pictures are shown, in pixels of the screen, by whose they are.
  var sizes: [ParticipantID: Int]?
}

/// What somebody tells those who hear them of what they send.
struct MediaNotes: Codable, Hashable, Sendable {
  var camera: Bool
  var screen: Bool
  var talks: Bool
  var trouble: String?

  /// As pages know them; anything else is nothing.
  private static let troubles: Set<String> = ["micHeld", "cameraHeld", "micGone", "cameraGone"]

  var known: MediaNotes {
    var known = self
    if let trouble, !Self.troubles.contains(trouble) { known.trouble = nil }
    return known
  }
}

/// What the media server says to a page, in a `signal` from `media`.
struct ServerMediaSignal: Encodable, Sendable {
  var token: String?
  /// What the page sends is to come under this token: `fresh`, or `known` where somebody sends under it already.
  var publish: Publishing?
  var answer: String?
  /// With whose the lines are. Under a new token a new connection begins, and the old one ends when it has come about.
  var offer: String?
  var lines: [MediaLine]?
  /// By whose they are.
  var notes: [ParticipantID: MediaNotes]?
  /// The people whose pictures are held back, because others spoke later.
  var dark: [ParticipantID]?

  enum Publishing: String, Encodable, Sendable {
    case fresh, known
  }
}

/// A line of what a page hears.
struct MediaLine: Encodable, Hashable, Sendable {
  let mid: String
  let from: ParticipantID
  let kind: MediaKind
}

extension ParticipantID: CodingKeyRepresentable {
  package var codingKey: any CodingKey { MediaKey(stringValue: rawValue) }
  package init?(codingKey: some CodingKey) { self.init(codingKey.stringValue) }
}

private struct MediaKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension ParticipantID {
  /// The media server, which is nobody: what speaks for it in signals.
  static let media = ParticipantID("media")
}
