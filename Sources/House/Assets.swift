import Compression
import Foundation
import NIOCore

/// Style sheets, modules and pictures, held in memory. Their URLs contain a hash of all of them, so that browsers may
/// cache them for ever and relative imports between them work.
package struct Assets: Sendable {
  /// The hash in the URLs.
  package let version: String
  /// Unchanged, by their names within the folder.
  private let files: [String: Data]
  private let made = MadeAssets()

  /// Increased whenever files are combined in a different way: the same files then get other URLs.
  private static let form = 2

  package init(folder: URL) throws {
    var files: [String: Data] = [:]
    let root = folder.standardizedFileURL.path
    for case let file as URL in FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil) ?? .init()
    where Self.types[file.pathExtension] != nil {
      let name = String(file.standardizedFileURL.path.dropFirst(root.count)).trimmingPrefix("/")
      files[String(name)] = try Data(contentsOf: file)
    }
    self.files = files
    let digests = files.map { "\($0) \(SHA256Text.hash($1))" }.sorted()
    version = String(SHA256Text.hash("\(Self.form)\n" + digests.joined(separator: "\n")).prefix(12))
  }

  /// The files that come with the program.
  package static func bundled() throws -> Assets {
    try Assets(folder: Bundle.module.bundleURL.appending(path: "Public"))
  }

  /// The URL of `css/base.css` or `js/copy.js`.
  package func url(_ name: String) -> String {
    "/assets/\(version)/\(name)"
  }

  /// The URL of several style sheets as one, in order: they are fetched at once, and compressed together they take a
  /// sixth less.
  package func url(sheets names: [String]) -> String {
    let name = "css/\(names.joined(separator: "+")).css"
    made.expect(name)
    return url(name)
  }

  package var names: [String] { files.keys.sorted() }

  /// Type and bytes of a file, or of several sheets as one; nil if there is no such file.
  package func content(_ name: String) throws -> (type: String, bytes: ByteBuffer)? {
    guard let type = Self.types[String(name.split(separator: ".").last ?? "")] else { return nil }
    if let bytes = made.bytes(of: name, coding: nil) { return (type, bytes) }
    guard let bytes = try made(name) else { return nil }
    if isKept(name) { made.keep(bytes, of: name, coding: nil) }
    return (type, bytes)
  }

  /// True for text that is one of our files, or a combination that one of our pages links to, and so worth compressing.
  package func isPackable(_ name: String) -> Bool {
    [".css", ".js", ".svg"].contains(where: name.hasSuffix) && isKept(name)
  }

  /// Nil if compression doesn't make it smaller.
  package func packed(_ name: String, by coding: ContentCoding) async throws -> ByteBuffer? {
    guard isPackable(name), let bytes = try content(name)?.bytes else { return nil }
    return await made.packed(bytes, of: name, by: coding)
  }

  /// Combinations of sheets that anybody can make up are assembled each time.
  private func isKept(_ name: String) -> Bool { files[name] != nil || made.expects(name) }

  private func made(_ name: String) throws -> ByteBuffer? {
    guard let file = files[name] else { return sheets(name).map { ByteBuffer(string: $0) } }
    if name.hasSuffix(".css") { return ByteBuffer(string: sheet(file)) }
    guard name.hasSuffix(".js") else { return ByteBuffer(bytes: file) }
    return ByteBuffer(string: try ModuleBundle.text(of: name) { files[$0].map(module) })
  }

  private func module(_ file: Data) -> String { AssetText.sent(String(decoding: file, as: UTF8.self)) }

  private func sheet(_ file: Data) -> String { AssetText.sheet(String(decoding: file, as: UTF8.self)) }

  /// Nil if one of them doesn't exist, or is requested twice.
  private func sheets(_ name: String) -> String? {
    guard name.hasPrefix("css/"), name.hasSuffix(".css") else { return nil }
    let list = name.dropFirst(4).dropLast(4).split(separator: "+", omittingEmptySubsequences: false)
    let found = list.compactMap { files["css/\($0).css"] }
    guard found.count == list.count, Set(list).count == list.count else { return nil }
    return found.map(sheet).joined()
  }

  private static let types = [
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "ico": "image/x-icon",
  ]
}
