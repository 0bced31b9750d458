import Core
import Foundation
import NIOConcurrencyHelpers
import NIOCore

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web
@testable import WebSockets

/// A page's socket that keeps what it is sent.
final class FakeSocket: FloorSocket {
  private let state = NIOLockedValueBox<(messages: [ServerMessage], code: CloseCode?)>(([], nil))

  func send(_ frame: EncodedFrame) {
    var bytes = frame.bytes
    guard let head = bytes.readBytes(length: 2) else { return }
    bytes.moveReaderIndex(forwardBy: head[1] < 126 ? 0 : head[1] == 126 ? 2 : 8)
    let message = try? ServerMessage(json: Data(bytes.readableBytesView))
    state.withLockedValue { state in
      if state.code == nil, let message { state.messages.append(message) }
    }
  }

  func close(_ code: CloseCode, _ reason: String) {
    state.withLockedValue { $0.code = $0.code ?? code }
  }

  var messages: [ServerMessage] { state.withLockedValue { $0.messages } }
  var code: UInt16? { state.withLockedValue { $0.code?.rawValue } }

  func forget() { state.withLockedValue { $0.messages = [] } }

  var welcome: Welcome? {
    messages.lazy.compactMap { if case .welcome(let welcome) = $0 { welcome } else { nil } }.last
  }

  var changes: [Change] {
    messages.compactMap { if case .change(let change) = $0 { change } else { nil } }
  }

  var links: [FloorLink]? {
    messages.lazy.compactMap { if case .links(let links, _) = $0 { links } else { nil } }.last
  }

  var refusals: [String] {
    messages.compactMap { if case .refused(_, let code, _) = $0 { code } else { nil } }
  }

  var problems: [WireProblem] {
    messages.compactMap { if case .error(let code, _) = $0 { code } else { nil } }
  }

  var done: [Int] {
    messages.compactMap { if case .done(let id, _) = $0 { id } else { nil } }
  }
}
