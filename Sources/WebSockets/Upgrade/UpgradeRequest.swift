import Foundation
import HTTPTypes
import Hashes
import Hummingbird

/// The rules of the opening handshake (RFC 6455 §4.2).
enum UpgradeRequest {
  /// True if frames may follow this request. A body would be mistaken for them.
  static func mayBecomeSocket(_ head: HTTPRequest) -> Bool {
    head.method == .get && lists(head.headerFields[.upgrade], "websocket")
      && (head.headerFields[.contentLength] ?? "0") == "0" && head.headerFields[.transferEncoding] == nil
  }

  /// The value of `Sec-WebSocket-Accept`.
  /// - Throws: `HTTPError` 426, 400 or 403.
  static func accept(_ head: HTTPRequest, origins: Set<String>?) throws(HTTPError) -> String {
    guard mayBecomeSocket(head), lists(head.headerFields[.connection], "upgrade") else {
      throw HTTPError(.upgradeRequired, headers: [.upgrade: "websocket", .connection: "upgrade"])
    }
    guard head.headerFields[.secWebSocketVersion] == "13" else {
      throw HTTPError(.upgradeRequired, headers: [.upgrade: "websocket", .secWebSocketVersion: "13"])
    }
    guard let key = head.headerFields[.secWebSocketKey], Data(base64Encoded: key)?.count == 16 else {
      throw HTTPError(.badRequest, message: "Sec-WebSocket-Key")
    }
    if let origins, !origins.contains(head.headerFields[.origin] ?? "") {
      throw HTTPError(.forbidden, message: "Origin")
    }
    let digest = HashFunction.sha1.hash(Array((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").utf8))
    return Data(digest).base64EncodedString()
  }

  /// True if a header that is a list of tokens contains one, in any case.
  private static func lists(_ value: String?, _ token: String) -> Bool {
    (value ?? "").lowercased().split(separator: ",").contains {
      $0.trimmingCharacters(in: .whitespaces) == token
    }
  }
}
