import Foundation
import NIOCore

/// Style sheets, modules and pictures, held in memory. Their URLs carry a hash of all of them, so that browsers may
/// keep them for ever and relative imports between them work.
package struct Assets: Sendable {
  private let files: [String: Asset]
  /// The hash in the URLs.
  package let version: String

  private struct Asset: Sendable {
    let type: String
    let bytes: ByteBuffer
  }

  package init(folder: URL) throws {
    var files: [String: Asset] = [:]
    var digests: [String] = []
    let root = folder.standardizedFileURL.path
    for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init() {
      guard let type = Self.types[file.pathExtension] else { continue }
      let data = try Self.sent(file)
      let name = String(file.standardizedFileURL.path.dropFirst(root.count)).trimmingPrefix("/")
      files[String(name)] = Asset(type: type, bytes: ByteBuffer(bytes: data))
      digests.append("\(name) \(SHA256Text.hash(data))")
    }
    self.files = files
    version = String(SHA256Text.hash(digests.sorted().joined(separator: "\n")).prefix(12))
  }

  /// The files that come with the program.
  package static func bundled() throws -> Assets {
    try Assets(folder: Bundle.module.bundleURL.appending(path: "Public"))
  }

  /// The URL of `css/base.css` or `js/copy.js`.
  package func url(_ name: String) -> String {
    "/assets/\(version)/\(name)"
  }

  /// The URL of several style sheets as one, in their order: fetched at once, and compressed together they weigh a sixth less.
  package func url(sheets names: [String]) -> String {
    url("css/\(names.joined(separator: "+")).css")
  }

  package var names: [String] { files.keys.sorted() }

  /// Type and bytes of a file, or of several sheets as one; nil where there is no such file.
  package func content(_ name: String) -> (type: String, bytes: ByteBuffer)? {
    (files[name] ?? sheets(name)).map { ($0.type, $0.bytes) }
  }

  /// Nil where one of them isn't there, or is asked for twice.
  private func sheets(_ name: String) -> Asset? {
    guard
      let list = name.wholeMatch(of: /css\/([^\/]+)\.css/)?.1.split(separator: "+", omittingEmptySubsequences: false),
      Set(list).count == list.count
    else { return nil }
    var bytes = ByteBuffer()
    for sheet in list {
      guard let file = files["css/\(sheet).css"] else { return nil }
      bytes.writeImmutableBuffer(file.bytes)
    }
    return Self.types["css"].map { Asset(type: $0, bytes: bytes) }
  }

  private static func sent(_ file: URL) throws -> Data {
    let data = try Data(contentsOf: file)
    switch file.pathExtension {
    case "js": return Data(AssetText.sent(String(decoding: data, as: UTF8.self)).utf8)
    case "css": return Data(AssetText.sheet(String(decoding: data, as: UTF8.self)).utf8)
    default: return data
    }
  }

  private static let types = [
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "ico": "image/x-icon",
  ]
}
