import Core
import Foundation
import House
import NIOCore
import Records

extension ServerMessage {
  /// The content of a text frame.
  package var json: ByteBuffer {
    // It is made of nothing but texts, numbers and booleans, all of which JSON can hold.
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    var text = (try? encoder.encode(self)).map { ByteBuffer(bytes: $0) } ?? ByteBuffer()
    if case .signal(_, let data) = self { Self.append(data, to: &text) }
    return text
  }

  /// Appended to the encoded text as received.
  private static func append(_ data: PassedOn, to text: inout ByteBuffer) {
    text.moveWriterIndex(to: text.writerIndex - 1)
    text.writeString(#","data":"#)
    text.writeBytes(data.bytes)
    text.writeString("}")
  }
}

extension ServerMessage: Codable {
  private enum Key: String, CodingKey {
    case v, type, id, number, code, text, topology, links, from, to, final, kind, now, card, url, reason, retryAfter
  }

  private enum Kind: String, Codable {
    case welcome, change, table, done, refused, links, signal, caption, clink, react, unheard, beat, ice, card, meeting,
      met, error, bye
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(ClientMessage.version, forKey: .v)
    try container.encode(kind, forKey: .type)
    try encodeFields(to: encoder, &container)
    try container.encodeIfPresent(sender, forKey: .from)
  }

  private func encodeFields(to encoder: any Encoder, _ container: inout KeyedEncodingContainer<Key>) throws {
    switch self {
    case .welcome(let welcome): try welcome.encode(to: encoder)
    case .change(let change): try change.encode(to: encoder)
    case .table(let notes): try notes.encode(to: encoder)
    case .ice(let offer): try offer.encode(to: encoder)
    case .met(let meetings): try meetings.encode(to: encoder)
    case .done(let id, let number):
      try container.encode(id, forKey: .id)
      try container.encode(number, forKey: .number)
    case .refused(let id, let code, let text):
      try container.encode(id, forKey: .id)
      try container.encode(code, forKey: .code)
      try container.encode(text, forKey: .text)
    case .links(let links, let topology):
      try container.encode(topology, forKey: .topology)
      try container.encode(links, forKey: .links)
    case .caption(_, let text, let isFinal):
      try container.encode(text, forKey: .text)
      try container.encode(isFinal, forKey: .final)
    case .clink(_, let to): try container.encode(to, forKey: .to)
    case .react(_, let reaction): try container.encode(reaction, forKey: .kind)
    case .signal, .unheard: break
    case .beat(let now): try container.encode(now, forKey: .now)
    case .card(_, let card): try container.encode(card, forKey: .card)
    case .meeting(let url): try container.encode(url, forKey: .url)
    case .error(let code, let text):
      try container.encode(code, forKey: .code)
      try container.encode(text, forKey: .text)
    case .bye(let reason, let retryAfter):
      try container.encode(reason, forKey: .reason)
      try container.encode(retryAfter, forKey: .retryAfter)
    }
  }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    guard try container.decode(Int.self, forKey: .v) == ClientMessage.version else { throw WireProblem.unknownVersion }
    func from() throws -> ParticipantID { try container.decode(forKey: .from) }
    switch try container.decode(Kind.self, forKey: .type) {
    case .welcome: self = .welcome(try Welcome(from: decoder))
    case .change: self = .change(try Change(from: decoder))
    case .table: self = .table(try TableNotes(from: decoder))
    case .ice: self = .ice(try IceOffer(from: decoder))
    case .meeting: self = .meeting(url: try container.decode(forKey: .url))
    case .met: self = .met(try Meetings(from: decoder))
    case .done: self = .done(id: try container.decode(forKey: .id), number: try container.decode(forKey: .number))
    case .refused:
      self = .refused(
        id: try container.decode(forKey: .id), code: try container.decode(forKey: .code),
        text: try container.decode(forKey: .text))
    case .links:
      self = .links(try container.decode(forKey: .links), topology: try container.decode(forKey: .topology))
    case .signal: self = .signal(from: try from(), data: .nothing)
    case .caption:
      self = .caption(
        from: try from(), text: try container.decode(forKey: .text), isFinal: try container.decode(forKey: .final))
    case .clink: self = .clink(from: try from(), to: try container.decode(forKey: .to))
    case .react: self = .react(from: try from(), try container.decode(forKey: .kind))
    case .unheard: self = .unheard(from: try from())
    case .beat: self = .beat(now: try container.decode(forKey: .now))
    case .card: self = .card(from: try from(), try container.decode(forKey: .card))
    case .error: self = .error(code: try container.decode(forKey: .code), text: try container.decode(forKey: .text))
    case .bye:
      self = .bye(
        reason: try container.decode(forKey: .reason), retryAfter: try container.decode(forKey: .retryAfter))
    }
  }

  private var sender: ParticipantID? {
    switch self {
    case .signal(let from, _), .caption(let from, _, _), .clink(let from, _), .react(let from, _), .unheard(let from),
      .card(let from, _):
      from
    default: nil
    }
  }

  private var kind: Kind {
    switch self {
    case .welcome: .welcome
    case .change: .change
    case .table: .table
    case .done: .done
    case .refused: .refused
    case .links: .links
    case .signal: .signal
    case .caption: .caption
    case .clink: .clink
    case .react: .react
    case .unheard: .unheard
    case .beat: .beat
    case .ice: .ice
    case .card: .card
    case .meeting: .meeting
    case .met: .met
    case .error: .error
    case .bye: .bye
    }
  }
}
