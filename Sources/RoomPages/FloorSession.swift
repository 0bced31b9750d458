import Core
import Evening
import Foundation
import House
import Hummingbird
import Logging
import NIOCore
import Records
import WebSockets

/// One page's connection to its floor, from the upgrade to the end.
struct FloorSession: Sendable {
  let services: Services
  let entrance: FloorEntrance
  let right: SocketRight
  let language: Language

  /// Signals come in bursts when many are linked at once; everything else is by hand.
  private static let frames = MessageRate(1000, per: .seconds(10))
  /// Twice what a speaker's page says to fifty others at once.
  private static let bytes = MessageRate(2 << 20, per: .seconds(10))
  private static let messages = (count: 100, seconds: 10)
  /// A page that can't stay is opened again and again by nobody but a program.
  private static let openings = (count: 60, seconds: 60.0)
  /// A page greets at once.
  private static let greetingDeadline = Duration.seconds(10)

  private var seat: SocketSeat { SocketSeat(party: entrance.party.id, who: entrance.who, right: right) }

  /// - Throws: `HTTPError` where no socket is asked for, or by a page of another site; `AppError.tooManyRequests`.
  func response(to request: Request) throws -> Response {
    try services.limits.count(
      "socket \(entrance.party.id) \(entrance.who.rawValue)", limit: Self.openings.count,
      seconds: Self.openings.seconds, at: services.uptime())
    return try WebSocketResponse.accept(request, options) { socket in
      socket.send(ServerMessage.bye(reason: "restart", retryAfter: 1000).frame)
    } serve: { socket in
      services.sockets.enter(socket, seat)
      await serve(socket)
      services.sockets.leave(socket, seat)
    }
  }

  private var options: WebSocketOptions {
    WebSocketOptions(
      origins: [services.settings.origin],
      limits: FrameLimits(frameBytes: ClientMessage.limit, messageBytes: ClientMessage.limit), rate: Self.frames,
      bytes: Self.bytes)
  }

  private func serve(_ socket: WebSocket) async {
    if let code = entrance.admission.closeCode { return socket.close(code) }
    let reader = FloorReader(socket: socket, language: language, services: services)
    var messages = socket.messages.makeAsyncIterator()
    let deadline = Task {
      try await Task.sleep(for: Self.greetingDeadline)
      socket.close(.policyViolation, "no greeting")
    }
    let greeting = await reader.greeting(&messages)
    deadline.cancel()
    guard let greeting else { return }
    await attend(socket, greeting, reader, &messages)
  }

  private func attend(
    _ socket: WebSocket, _ greeting: ClientMessage, _ reader: FloorReader,
    _ messages: inout WebSocketMessages.AsyncIterator
  ) async {
    do {
      let now = services.now()
      let end = try await services.read { [seat] in
        try SocketRightsStore(connection: $0).end(of: seat, at: now)
      }
      if let end { return socket.close(end) }
      let floor = try await services.floors.floor(of: entrance.party.id, for: entrance.who, services)
      let caller = FloorCaller(who: entrance.who, socket: socket, language: language)
      await floor.receive(greeting, from: caller)
      await listen(&messages, reader, caller, floor)
      await floor.gone(caller)
    } catch {
      services.logger.error("floor not opened", metadata: ["party": "\(entrance.party.id)", "error": "\(error)"])
      socket.close(.tryAgainLater)
    }
  }

  /// What still waits to be taken when the right has ended is not heard any more.
  private func listen(
    _ messages: inout WebSocketMessages.AsyncIterator, _ reader: FloorReader, _ caller: FloorCaller, _ floor: PartyFloor
  ) async {
    var window = MessageWindow(Self.messages.count, seconds: Self.messages.seconds)
    while let message = await messages.next(), services.sockets.has(caller.socket, seat) {
      do throws(WireProblem) {
        let message = try reader.message(message)
        guard message.isSignal || window.admits(at: .now()) else { return reader.socket.close(.policyViolation) }
        await floor.receive(message, from: caller)
      } catch {
        guard window.admits(at: .now()) else { return reader.socket.close(.policyViolation) }
        await floor.complain(error, to: caller)
      }
    }
  }
}

/// Reads what a page sends; before it has greeted, nothing but a greeting.
struct FloorReader: Sendable {
  let socket: WebSocket
  let language: Language
  let services: Services

  /// Bytes of a greeting, which is short.
  private static let greetingLimit = 256
  /// How much else may come before it.
  private static let patience = 3

  /// Nil when the page goes, or says too much else before.
  func greeting(_ messages: inout WebSocketMessages.AsyncIterator) async -> ClientMessage? {
    for _ in 0..<Self.patience {
      guard let message = await messages.next() else { return nil }
      do throws(WireProblem) {
        return try greeting(message)
      } catch {
        socket.send(ServerMessage.error(error, services.phrases(language)).frame)
      }
    }
    socket.close(.policyViolation)
    return nil
  }

  func message(_ message: WebSocketMessage) throws(WireProblem) -> ClientMessage {
    guard case .text(let text) = message else { throw .notJSON }
    return try ClientMessage(text)
  }

  private func greeting(_ message: WebSocketMessage) throws(WireProblem) -> ClientMessage {
    guard case .text(let text) = message else { throw .notJSON }
    guard text.utf8.count <= Self.greetingLimit else { throw .helloFirst }
    let message = try ClientMessage(text)
    guard case .hello = message else { throw .helloFirst }
    return message
  }
}

extension ClientMessage {
  fileprivate var isSignal: Bool {
    if case .signal = self { true } else { false }
  }
}
