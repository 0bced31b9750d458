import Foundation

extension Data {
  /// Decodes base64url without padding (RFC 4648 §5); nil for other text.
  package init?(base64URL text: String) {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    guard !text.contains(where: { "+/=".contains($0) }) else { return nil }
    self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
  }

  /// The bytes as base64url without padding.
  package var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
