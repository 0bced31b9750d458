import Connections
import Core
import Foundation
import HTTPTypes
import House
import Hummingbird
import Logging
import NIOCore
import Records
import Site

/// Visits the program's own pages from inside, as a browser would, at a time of its own. Its input goes the way of
/// every form, so the example holds nothing a host could not have made.
struct DemoVisitor {
  let services: Services
  /// The session cookie of a host; nil for a guest.
  let cookie: String?

  /// - Throws: `DemoRefusal` unless the form was accepted.
  @discardableResult
  func post(_ path: Path, _ fields: [(String, String)] = []) async throws -> Response {
    try await post(path, type: "application/x-www-form-urlencoded", body: Data(fields.formText.utf8))
  }

  /// A form with a file in it (RFC 7578).
  @discardableResult
  func upload(_ path: Path, _ fields: [(String, String)], file: (field: String, url: URL)) async throws -> Response {
    let boundary = "example-of-stehtisch"
    var body = Data()
    for (name, value) in fields {
      body += Data("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    let disposition = "form-data; name=\"\(file.field)\"; filename=\"\(file.url.lastPathComponent)\""
    body += Data("--\(boundary)\r\nContent-Disposition: \(disposition)\r\nContent-Type: text/csv\r\n\r\n".utf8)
    body += try Data(contentsOf: file.url)
    body += Data("\r\n--\(boundary)--\r\n".utf8)
    return try await post(path, type: "multipart/form-data; boundary=\(boundary)", body: body)
  }

  private func post(_ path: Path, type: String, body: Data) async throws -> Response {
    var head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: path.text)
    head.headerFields[.contentType] = type
    head.headerFields[.contentLength] = String(body.count)
    head.headerFields[.acceptLanguage] = "de"
    head.headerFields[HTTPField.Name("Sec-Fetch-Site")!] = "same-origin"
    if let cookie { head.headerFields[.cookie] = cookie }
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
    let visit = Visit(logger: services.logger, address: "127.0.0.1")
    let response = try await buildRouter(services).buildResponder().respond(to: request, context: visit)
    guard response.status == .seeOther else {
      throw DemoRefusal(description: "The example does not fit: \(path.text) answers \(response.status).")
    }
    return response
  }
}

/// The example and the program disagree.
struct DemoRefusal: Error, CustomStringConvertible {
  let description: String
}

extension Visit {
  /// A visit without a connection.
  init(logger: Logger, address: String) {
    struct Source: RequestContextSource {
      let logger: Logger
    }
    self.init(CoreRequestContextStorage(source: Source(logger: logger)), origin: NetworkAddress(address))
  }
}
