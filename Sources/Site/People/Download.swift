import Core
import Formats
import Foundation
import Hummingbird
import NIOCore

extension Response {
  /// A download, written while it is sent.
  package static func file(
    name: String, type: String, _ write: @escaping @Sendable (inout any ResponseBodyWriter) async throws -> Void
  ) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: type, .cacheControl: "no-store",
        .contentDisposition: "attachment; filename=\"\(name.filter { $0.isASCII && $0 != "\"" })\"",
      ],
      body: ResponseBody { writer in
        try await write(&writer)
        try await writer.finish(nil)
      })
  }
}

/// A CSV file in pieces. German Excel opens one with semicolons on a double click.
package struct CSVStream {
  private let delimiter: Character
  private var isBegun = false

  package init(_ language: Language) {
    delimiter = language == .german ? ";" : ","
  }

  package mutating func rows(_ rows: [[String]]) -> ByteBuffer {
    var writer = CSVWriter(delimiter: delimiter)
    let mark = writer.data.count
    for row in rows { writer.append(row) }
    let bytes = isBegun ? writer.data.dropFirst(mark) : writer.data
    isBegun = true
    return ByteBuffer(bytes: bytes)
  }
}
