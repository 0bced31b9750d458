import Core
import Evening
import Foundation
import HTTPTypes
import House
import Hummingbird
import NIOCore
import Records
import Site

/// The line test before the evening: bytes down and up, and a browser's findings.
package struct LineTestRoutes {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  /// Bytes of one answer, and of one upload; a page asks for fewer on a slow line.
  private static let bytes = 1...(1 << 19)
  /// A few hundred times what one test needs.
  private static let tries = (count: 400, seconds: 600.0)
  /// Bytes that no line can compress.
  private static let noise = ByteBuffer(bytes: (0..<(1 << 19)).map { _ in UInt8.random(in: .min ... .max) })

  /// Stored, so that the host sees before the evening who won't be heard; the guest was told that.
  @Sendable package func guest(_ request: Request, _ context: GuestMay<Right.Enter>) async throws -> Response {
    let test = try await found(request, by: context.guest.description)
    let now = services.now()
    try await services.write { connection in
      let standing = try GuestStandingStore(connection: connection).standing(of: context.guest, at: context.party)
      guard try context.link.isKnown(connection), standing.may(.enter) else { throw AppError.notFound }
      try LineTestStore(connection: connection).keep(test, of: context.guest, at: now)
    }
    return try answer(test, context.link.visit.language)
  }

  @Sendable package func host(_ request: Request, _ context: PartyContext) async throws -> Response {
    try await requireParty(context)
    return try answer(try await found(request, by: context.host.id.description), context.visit.language)
  }

  @Sendable package func guestDown(_ request: Request, _ context: GuestMay<Right.Enter>) async throws -> Response {
    try down(request, by: context.guest.description)
  }

  @Sendable package func guestUp(_ request: Request, _ context: GuestMay<Right.Enter>) async throws -> Response {
    try await up(request, by: context.guest.description)
  }

  @Sendable package func hostDown(_ request: Request, _ context: PartyContext) async throws -> Response {
    try await requireParty(context)
    return try down(request, by: context.host.id.description)
  }

  @Sendable package func hostUp(_ request: Request, _ context: PartyContext) async throws -> Response {
    try await requireParty(context)
    return try await up(request, by: context.host.id.description)
  }

  private func requireParty(_ context: PartyContext) async throws {
    let party = try context.id("party", of: Entity.Party.self)
    _ = try await services.read { try PartyStore(connection: $0).party(party, of: context.host.id) }
  }

  private func down(_ request: Request, by who: String) throws -> Response {
    try count(who)
    let count = Int(typed: request.uri.queryParameters["bytes"].map(String.init) ?? "1", in: Self.bytes) ?? 1
    return Response(
      status: .ok, headers: [.contentType: "application/octet-stream", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: Self.noise.getSlice(at: 0, length: count) ?? ByteBuffer()))
  }

  private func up(_ request: Request, by who: String) async throws -> Response {
    try count(who)
    var request = request
    do {
      _ = try await request.collectBody(upTo: Self.bytes.upperBound)
    } catch is NIOTooManyBytesError {
      throw AppError.tooLarge(megabytes: 1)
    }
    return Response(status: .ok, headers: [.cacheControl: "no-store"])
  }

  private func count(_ who: String) throws {
    try services.limits.count(
      "line \(who)", limit: Self.tries.count, seconds: Self.tries.seconds, at: services.uptime())
  }

  /// - Throws: `AppError.malformed` for input no page of ours sends.
  private func found(_ request: Request, by who: String) async throws -> LineTest {
    try count(who)
    let form = try await Form(request, limit: 1 << 12)
    guard let up = form.number("up", in: LineTest.speeds), let down = form.number("down", in: LineTest.speeds),
      let roundTrip = form.number("roundTrip", in: LineTest.roundTrips)
    else { throw AppError.malformed }
    let ways = Set(form.all("way").compactMap(LineTest.Way.init(rawValue:)))
    return LineTest(
      hasMicrophone: form.text("microphone") == "1", hasCamera: form.text("camera") == "1",
      ways: form.text("relay") == "1" ? ways : nil, up: up, down: down, roundTrip: roundTrip)
  }

  private func answer(_ test: LineTest, _ language: Language) throws -> Response {
    let answer = LineAnswer(verdict: test.verdict.rawValue, lines: test.lines(services.phrases(language)))
    return Response(
      status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(answer))))
  }
}

/// For `js/room/line.js`.
private struct LineAnswer: Encodable {
  let verdict: String
  let lines: [String]
}
