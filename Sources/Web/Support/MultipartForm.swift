import Core
import Foundation
import Hummingbird
import NIOCore

/// A posted form with a file in it. Fields are held in memory; the file goes straight to the disk.
package struct MultipartForm: Sendable {
  package let fields: Form
  /// Nil when no file was chosen.
  package let upload: Upload?

  /// How many parts a form may have.
  static let partLimit = 200

  /// Reads the form. The file of the last part that has one stands at `destination` afterwards; none stands there when
  /// reading fails.
  /// - Parameter megabytes: the largest file.
  /// - Throws: `AppError.tooLarge`, early where the request's length tells; `AppError.malformed`.
  package init(_ request: Request, file destination: URL, megabytes: Int) async throws {
    let allowance = megabytes << 20 + Form.limit
    if let length = request.headers[.contentLength].flatMap(Int.init), length > allowance {
      throw AppError.tooLarge(megabytes: megabytes)
    }
    guard let boundary = Self.boundary(of: request.headers[.contentType] ?? "") else { throw AppError.malformed }
    var collector = MultipartCollector(destination: destination, megabytes: megabytes)
    do {
      var parser = try MultipartParser(boundary: boundary)
      for try await buffer in request.body {
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

  static func boundary(of contentType: String) -> String? {
    let (kind, values) = MultipartHeader.parameters(of: contentType)
    return kind == "multipart/form-data" ? values["boundary"] : nil
  }
}

/// Puts the parts of a form where they belong.
struct MultipartCollector {
  private let destination: URL
  private let megabytes: Int
  private var fields: [String: [String]] = [:]
  private var fieldBytes = 0
  private var parts = 0
  private var current: (name: String, bytes: [UInt8])?
  private var writer: UploadWriter?

  init(destination: URL, megabytes: Int) {
    self.destination = destination
    self.megabytes = megabytes
  }

  var form: Form { Form(fields) }

  mutating func take(_ event: MultipartParser.Event) throws {
    switch event {
    case .part(let header): try begin(header)
    case .bytes(let bytes): try add(bytes)
    case .end: end()
    }
  }

  private mutating func begin(_ header: MultipartHeader) throws {
    parts += 1
    guard parts <= MultipartForm.partLimit else { throw AppError.malformed }
    guard let fileName = header.fileName else {
      current = (header.name, [])
      return
    }
    current = nil
    writer?.discard()
    writer = try UploadWriter(destination, fileName: fileName, limit: megabytes << 20)
  }

  private mutating func add(_ bytes: [UInt8]) throws {
    if current == nil {
      guard try writer?.write(bytes) ?? false else { throw AppError.tooLarge(megabytes: megabytes) }
      return
    }
    fieldBytes += bytes.count
    guard fieldBytes <= Form.limit else { throw AppError.tooLarge(megabytes: Form.limit >> 20) }
    current?.bytes += bytes
  }

  private mutating func end() {
    guard let (name, bytes) = current else { return }
    fields[name, default: []].append(String(decoding: bytes, as: UTF8.self))
    current = nil
  }

  /// Nil when no file was chosen: a browser then sends an empty one.
  mutating func finishedUpload() async throws -> Upload? {
    guard let writer else { return nil }
    if writer.size == 0, writer.fileName.isEmpty {
      writer.discard()
      return nil
    }
    return try await writer.finish()
  }

  func discard() { writer?.discard() }
}
