import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOConcurrencyHelpers
import NIOCore
import NIOEmbedded

@testable import Acts
@testable import Evening
@testable import GuestPages
@testable import HostPages
@testable import House
@testable import Records
@testable import RoomPages
@testable import Site
@testable import Web

/// Queries the routes without a socket. HummingbirdTesting does the same, but brings in an HTTP client and its TLS,
/// which would be most of what a build of the tests compiles.
struct RoutesClient: Sendable {
  private let responder: any HTTPResponder<Visit>
  private let logger: Logger

  init(_ services: Services) {
    responder = buildRouter(services).buildResponder()
    logger = services.logger
  }

  func send(_ path: String, _ method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?) async throws -> (
    head: HTTPResponse, body: ByteBuffer
  ) {
    var headers = headers
    if let body { headers[.contentLength] = String(body.readableBytes) }
    let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers)
    let request = Request(head: head, body: RequestBody(asyncSequence: Self.parts(body ?? ByteBuffer())))
    let visit = Visit(source: ApplicationRequestContextSource(channel: NIOAsyncTestingChannel(), logger: logger))
    let response = try await responder.respond(to: request, context: visit)
    let written = NIOLockedValueBox(ByteBuffer())
    try await response.body.write(Collector(written: written))
    return (response.head, written.withLockedValue { $0 })
  }

  /// In pieces, the way a socket delivers them.
  private static func parts(_ body: ByteBuffer) -> AsyncStream<ByteBuffer> {
    AsyncStream { stream in
      var body = body
      while let part = body.readSlice(length: min(32 * 1024, body.readableBytes)), part.readableBytes > 0 {
        stream.yield(part)
      }
      stream.finish()
    }
  }

  private struct Collector: ResponseBodyWriter {
    let written: NIOLockedValueBox<ByteBuffer>

    func write(_ buffer: ByteBuffer) async throws {
      written.withLockedValue { _ = $0.writeImmutableBuffer(buffer) }
    }

    func finish(_ trailer: HTTPFields?) async throws {}
  }
}
