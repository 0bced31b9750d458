import Core
import Foundation
import House
import Hummingbird
import NIOCore

/// A posted form with a file in it. Fields are held in memory; the file goes straight to disk.
package struct MultipartForm: Sendable {
  package let fields: Form
  /// Nil if no file was chosen.
  package let upload: Upload?

  /// The most parts a form may have.
  static let partLimit = 200

  /// Reads the form. Afterwards the file of the last part with one is at `destination`; if reading fails, there is
  /// none.
  /// - Parameters:
  ///   - megabytes: the largest file.
  ///   - pasted: the field for text instead of a file. Text too long for one of our forms goes to disk like a file
  ///     without a name.
  /// - Throws: `AppError.tooLarge`, early if the request's length shows it; `AppError.malformed`.
  package init(_ request: Request, file destination: URL, megabytes: Int, pasted: String? = nil) async throws {
    let allowance = (pasted == nil ? 1 : 2) * megabytes << 20 + 2 * Form.limit
    if let length = request.headers[.contentLength].flatMap(Int.init), length > allowance {
      throw AppError.tooLarge(megabytes: megabytes)
    }
    guard let boundary = Self.boundary(of: request.headers[.contentType] ?? "") else { throw AppError.malformed }
    var collector = MultipartCollector(destination: destination, megabytes: megabytes, pasted: pasted)
    do {
      var parser = try MultipartParser(boundary: boundary)
      var left = allowance
      for try await buffer in request.body {
        left -= buffer.readableBytes
        guard left >= 0 else { throw AppError.tooLarge(megabytes: megabytes) }
        try parser.feed(buffer.readableBytesView) { try collector.take($0) }
      }
      try parser.finish()
      upload = try await collector.finishedUpload()
    } catch {
      collector.discard()
      throw error is MultipartParser.Malformed ? AppError.malformed : error
    }
    fields = collector.form
  }

  package static func boundary(of contentType: String) -> String? {
    let (kind, values) = MultipartHeader.parameters(of: contentType)
    return kind == "multipart/form-data" ? values["boundary"] : nil
  }
}
