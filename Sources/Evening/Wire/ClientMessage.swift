import Core
import Foundation

/// A page's message, as specified in `docs/protocol.md`.
package enum ClientMessage: Hashable, Sendable {
  /// First on every connection; `last` is the number of the last change the page has.
  case hello(last: Int?)
  case request(id: Int, FloorRequest)
  case signal(to: ParticipantID, data: PassedOn)
  case caption(text: String, isFinal: Bool)
  case clink(to: ParticipantID)
  case react(Reaction)
  case unheard(who: ParticipantID)
  /// From whoever hosts: asks who has met whom.
  case met
  case beat

  /// Without sound, seen by everybody inside.
  package enum Reaction: String, Hashable, Sendable, Codable, CaseIterable {
    case clap, smile, nod, heart
  }

  /// The version that this program speaks.
  package static let version = 1
  /// Bytes of any message: a signal and its envelope.
  package static let limit = PassedOn.limit + 512
  /// Code points of a caption.
  package static let longestCaption = 500

  /// Scans first: only a message that is shallow and says what it should is decoded; a signal is not.
  /// - Throws: `WireProblem`.
  package init(_ text: String) throws(WireProblem) {
    guard text.utf8.count <= Self.limit else { throw .unreadable }
    let scan = try MessageScan(text)
    self = scan.has("type", #""signal""#) ? try Self.signal(scan) : try Self.decoded(text)
  }

  private static func signal(_ scan: MessageScan) throws(WireProblem) -> ClientMessage {
    guard scan.has("v", String(version)) else { throw .unknownVersion }
    guard let to = scan.plainString("to") else { throw .unreadable }
    return .signal(to: ParticipantID(to), data: try PassedOn(scanned: scan.value("data")))
  }

  private static func decoded(_ text: String) throws(WireProblem) -> ClientMessage {
    do {
      return try JSONDecoder().decode(ClientMessage.self, from: Data(text.utf8))
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

extension ClientMessage: Decodable {
  private enum Key: String, CodingKey {
    case v, type, last, id, request, to, text, final, kind, who
  }

  private enum Kind: String, Decodable {
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
    // Written in a way that hides its type.
    case .signal: throw WireProblem.unreadable
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
    guard text.length <= longestCaption else { throw WireProblem.unreadable }
    return text
  }
}

extension KeyedDecodingContainer {
  /// Decodes the type expected there.
  package func decode<T: Decodable>(forKey key: Key) throws -> T {
    try decode(T.self, forKey: key)
  }
}
