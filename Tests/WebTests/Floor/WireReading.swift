import Foundation

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// The halves of the protocol that the program doesn't need: a page writes what the server reads, and reads what it
/// writes.
extension ClientMessage: Encodable {
  private enum Key: String, CodingKey {
    case v, type, last, id, request, to, data, text, final, kind, who
  }

  private enum Kind: String, Encodable {
    case hello, request, signal, caption, clink, react, unheard, met, beat
  }

  public func encode(to encoder: any Encoder) throws {
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
      try container.encode(JSONDecoder().decode(JSONValue.self, from: Data(data.bytes)), forKey: .data)
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

extension PassedOn {
  init(_ json: String) throws {
    try self.init(scanned: ArraySlice(json.utf8))
  }
}

extension ServerMessage {
  init(json: Data) throws {
    self = try JSONDecoder().decode(ServerMessage.self, from: json)
    guard case .signal(let from, _) = self else { return }
    self = .signal(
      from: from, data: try PassedOn(scanned: MessageScan(String(decoding: json, as: UTF8.self)).value("data")))
  }
}
