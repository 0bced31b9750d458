/// A session at a Janus, with handles to its video room. It lives on for a while when we don't (`reclaim_session_timeout`).
package struct JanusSession: Sendable {
  package let id: UInt64
  package let line: JanusLine
  /// What happens in it. To be read by one.
  package let events: AsyncStream<JanusAnswer>

  /// Seconds after which Janus forgets a session of which it hears nothing are 60.
  package static let keepalive = Duration.seconds(20)

  private init(_ id: UInt64, _ line: JanusLine) async {
    (self.id, self.line) = (id, line)
    events = await line.events(of: id)
  }

  /// - Throws: `JanusProblem`.
  package static func create(on line: JanusLine) async throws -> JanusSession {
    guard let id = try await line.ask(JanusRequest("create")).data?.id else { throw JanusProblem.strange }
    return await JanusSession(id, line)
  }

  /// One that was made over another connection, maybe by a process that has ended.
  /// - Throws: `JanusProblem`, for a session that there is not any more as well.
  package static func claim(_ id: UInt64, on line: JanusLine) async throws -> JanusSession {
    let session = await JanusSession(id, line)
    do {
      _ = try await line.ask(JanusRequest("claim", session: id))
    } catch {
      await line.forget(id)
      throw error
    }
    return session
  }

  /// - Returns: a handle to the video room.
  /// - Throws: `JanusProblem`.
  package func attach() async throws -> UInt64 {
    var request = JanusRequest("attach", session: id)
    request.plugin = "janus.plugin.videoroom"
    guard let handle = try await line.ask(request).data?.id else { throw JanusProblem.strange }
    return handle
  }

  /// - Throws: `JanusProblem`.
  @discardableResult
  package func ask(
    _ body: RoomRequest, by handle: UInt64, with jsep: JanusDescription? = nil
  ) async throws -> JanusAnswer {
    var request = JanusRequest("message", session: id, handle: handle)
    (request.body, request.jsep) = (body, jsep)
    return try await line.ask(request)
  }

  package func add(_ candidate: JanusCandidate, to handle: UInt64) async {
    var request = JanusRequest("trickle", session: id, handle: handle)
    request.candidate = candidate
    _ = try? await line.ask(request)
  }

  /// What it sent or heard ends at once.
  package func detach(_ handle: UInt64) async {
    _ = try? await line.ask(JanusRequest("detach", session: id, handle: handle))
  }

  /// - Throws: `JanusProblem`.
  package func keepAlive() async throws {
    _ = try await line.ask(JanusRequest("keepalive", session: id))
  }

  package func destroy() async {
    _ = try? await line.ask(JanusRequest("destroy", session: id))
    await line.forget(id)
  }
}
