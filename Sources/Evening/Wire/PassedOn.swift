import Foundation

/// A message between two browsers: the bytes of a JSON object, passed on as received and never decoded here.
package struct PassedOn: Hashable, Sendable {
  /// Bytes of one message. An offer with sound, picture and screen has some 8,000.
  package static let limit = 16 << 10

  package let bytes: [UInt8]

  /// An empty message, which no page sends.
  package static let nothing = PassedOn(bytes: Array("{}".utf8))

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// What the server says itself.
  init(_ value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    self.init(bytes: (try? encoder.encode(value)).map { Array($0) } ?? Self.nothing.bytes)
  }

  /// - Parameter value: well formed, as found by a scan.
  /// - Throws: `unreadable` for anything but an object, and for one that is too large.
  package init(scanned value: ArraySlice<UInt8>?) throws(WireProblem) {
    guard let value, value.first == UInt8(ascii: "{"), value.count <= Self.limit else { throw .unreadable }
    self.init(bytes: Array(value))
  }
}
