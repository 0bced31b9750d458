import Core
import Foundation

/// What a page sends, as `docs/protocol.md` writes it down.
package enum ClientMessage: Hashable, Sendable {
  /// First on every connection; `last` is the number of the last change the page has.
  case hello(last: Int?)
  case request(id: Int, FloorRequest)
  case signal(to: ParticipantID, data: [String: JSONValue])
  case caption(text: String, isFinal: Bool)
  case clink(to: ParticipantID)
  case react(Reaction)
  case unheard(who: ParticipantID)
  /// By whoever hosts: who has met whom?
  case met
  case beat

  /// Without sound, seen by everybody inside.
  package enum Reaction: String, Hashable, Sendable, Codable, CaseIterable {
    case clap, smile, nod, heart
  }

  /// The version that this program speaks.
  package static let version = 1
  /// Characters of a caption.
  package static let longestCaption = 500

  /// - Throws: `WireProblem`.
  package init(_ text: String) throws(WireProblem) {
    do {
      self = try JSONDecoder().decode(ClientMessage.self, from: Data(text.utf8))
    } catch let problem as WireProblem {
      throw problem
    } catch DecodingError.dataCorrupted(let context) where context.codingPath.isEmpty {
      throw .notJSON
    } catch DecodingError.typeMismatch(_, let context) where context.codingPath.isEmpty {
      throw .notJSON
    } catch {
      throw .unreadable
    }
  }
}

extension ClientMessage: Codable {
  private enum Key: String, CodingKey {
    case v, type, last, id, request, to, data, text, final, kind, who
  }

  private enum Kind: String, Codable {
    case hello, request, signal, caption, clink, react, unheard, met, beat
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard (try? container.decode(Int.self, forKey: .v)) == Self.version else { throw WireProblem.unknownVersion }
    guard let kind = try? container.decode(Kind.self, forKey: .type) else { throw WireProblem.unknownType }
    switch kind {
    case .hello: self = .hello(last: try container.decodeIfPresent(Int.self, forKey: .last))
    case .request:
      self = .request(id: try container.decode(Int.self, forKey: .id), try container.decode(forKey: .request))
    case .signal: self = .signal(to: try container.decode(forKey: .to), data: try container.decode(forKey: .data))
    case .caption: self = .caption(text: try Self.caption(container), isFinal: try container.decode(forKey: .final))
    case .clink: self = .clink(to: try container.decode(forKey: .to))
    case .react: self = .react(try container.decode(forKey: .kind))
    case .unheard: self = .unheard(who: try container.decode(forKey: .who))
    case .met: self = .met
    case .beat: self = .beat
    }
  }

  private static func caption(_ container: KeyedDecodingContainer<Key>) throws -> String {
    let text: String = try container.decode(forKey: .text)
    guard text.count <= longestCaption else { throw WireProblem.unreadable }
    return text
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Self.version, forKey: .v)
    try container.encode(kind, forKey: .type)
    switch self {
    case .hello(let last): try container.encodeIfPresent(last, forKey: .last)
    case .request(let id, let request):
      try container.encode(id, forKey: .id)
      try container.encode(request, forKey: .request)
    case .signal(let to, let data):
      try container.encode(to, forKey: .to)
      try container.encode(data, forKey: .data)
    case .caption(let text, let isFinal):
      try container.encode(text, forKey: .text)
      try container.encode(isFinal, forKey: .final)
    case .clink(let to): try container.encode(to, forKey: .to)
    case .react(let reaction): try container.encode(reaction, forKey: .kind)
    case .unheard(let who): try container.encode(who, forKey: .who)
    case .met, .beat: break
    }
  }

  private var kind: Kind {
    switch self {
    case .hello: .hello
    case .request: .request
    case .signal: .signal
    case .caption: .caption
    case .clink: .clink
    case .react: .react
    case .unheard: .unheard
    case .met: .met
    case .beat: .beat
    }
  }
}

extension KeyedDecodingContainer {
  /// With the type that is expected there.
  func decode<T: Decodable>(forKey key: Key) throws -> T {
    try decode(T.self, forKey: key)
  }
}
