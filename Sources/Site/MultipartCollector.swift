import Foundation
import House

/// Puts the parts of a form in their places: fields in memory, a file or a long pasted text on disk.
struct MultipartCollector {
  private let destination: URL
  private let megabytes: Int
  private let pasted: String?
  private var fields: [String: [String]] = [:]
  private var fieldBytes = 0
  private var parts = 0
  private var part = Part.nothing
  /// The field being received; grows in place.
  private var text: [UInt8] = []
  private var writer: UploadWriter?

  private enum Part {
    case nothing
    case field(String)
    /// A file whose first bytes are still to come: if none do and it has no name, none was chosen.
    case unopened(fileName: String)
    case written
  }

  init(destination: URL, megabytes: Int, pasted: String? = nil) {
    (self.destination, self.megabytes, self.pasted) = (destination, megabytes, pasted)
  }

  var form: Form { Form(fields) }

  mutating func take(_ event: MultipartParser.Event) throws {
    switch event {
    case .part(let header): try begin(header)
    case .bytes(let bytes): try add(bytes)
    case .end: try end()
    }
  }

  private mutating func begin(_ header: MultipartHeader) throws {
    parts += 1
    guard parts <= MultipartForm.partLimit else { throw AppError.malformed }
    part = header.fileName.map { .unopened(fileName: $0) } ?? .field(header.name)
    text = []
  }

  private mutating func add(_ bytes: [UInt8]) throws {
    switch part {
    case .field(let name): try add(bytes, to: name)
    case .unopened(let fileName):
      try open(fileName)
      try write(bytes)
    case .written: try write(bytes)
    case .nothing: break
    }
  }

  private mutating func add(_ bytes: [UInt8], to name: String) throws {
    text += bytes
    if name != pasted { fieldBytes += bytes.count }
    guard fieldBytes <= Form.limit else { throw AppError.tooLarge(megabytes: Form.limit >> 20) }
    guard name == pasted, text.count > Form.limit else { return }
    try open("")
    try write(text)
    text = []
  }

  private mutating func open(_ fileName: String) throws {
    writer?.discard()
    writer = try UploadWriter(destination, fileName: fileName, limit: megabytes << 20)
    part = .written
  }

  private func write(_ bytes: [UInt8]) throws {
    guard try writer?.write(bytes) ?? false else { throw AppError.tooLarge(megabytes: megabytes) }
  }

  private mutating func end() throws {
    switch part {
    case .field(let name): fields[name, default: []].append(String(decoding: text, as: UTF8.self))
    case .unopened(let fileName) where !fileName.isEmpty: try open(fileName)
    case .unopened, .written, .nothing: break
    }
    part = .nothing
    text = []
  }

  /// Nil if no file was chosen: a browser then sends an empty one.
  mutating func finishedUpload() async throws -> Upload? { try await writer?.finish() }

  func discard() { writer?.discard() }
}
