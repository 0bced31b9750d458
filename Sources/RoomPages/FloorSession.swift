import Core
import Evening
import Foundation
import House
import Hummingbird
import Logging
import NIOCore
import Records
import Site
import WebSockets

/// One page's connection to its floor, from the upgrade to the end. An idle page holds the frames of all functions that
/// wait for it; therefore this is an object, not copied into each frame, and work is done on a separate stack.
final class FloorSession: Sendable {
  private let services: Services
  private let seat: SocketSeat
  private let language: Language
  /// The node that the socket's address names; nil where it names none.
  private let named: String?
  /// The code with which the socket closes at once if this person isn't let in.
  private let refusal: CloseCode?

  init(services: Services, entrance: FloorEntrance, right: SocketRight, visit: Visit) {
    (self.services, language, refusal) = (services, visit.language, entrance.admission.closeCode)
    named = visit.parameters.get("node")
    seat = SocketSeat(party: entrance.party.id, who: entrance.who, right: right)
  }

  /// Signals come in bursts when many people are linked at once; everything else is done by hand.
  private static let frames = MessageRate(1000, per: .seconds(10))
  /// Twice what a speaker's page sends to fifty others at once.
  private static let bytes = MessageRate(2 << 20, per: .seconds(10))
  private static let messages = (count: 100, seconds: 10)
  /// Only a program keeps reopening a page that can't stay.
  private static let openings = (count: 60, seconds: 60.0)
  /// A page sends its greeting at once.
  private static let greetingDeadline = Duration.seconds(10)
  /// By then an owner that is silent has lost the floor.
  private static let patience = Duration.seconds(8)

  /// - Throws: `HTTPError` if no socket is requested, or the request comes from another site's page;
  ///   `AppError.tooManyRequests`.
  func response(to request: Request) throws -> Response {
    try services.limits.count(
      "socket \(seat.party) \(seat.who.rawValue)", limit: Self.openings.count,
      seconds: Self.openings.seconds, at: services.uptime())
    return try WebSocketResponse.accept(request, options) { [services, seat] socket in
      // Another node is there already.
      socket.send(ServerMessage.bye(reason: "restart", retryAfter: services.node == nil ? 1000 : 250).frame)
      Task { await services.floors.handOver(seat.party, services) }
    } serve: { [self] socket in
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
    if let refusal { return socket.close(refusal) }
    let reader = FloorReader(socket: socket, language: language, services: services)
    var messages = socket.messages.makeAsyncIterator()
    guard let greeting = await greeting(&messages, reader) else { return }
    let caller = FloorCaller(who: seat.who, socket: socket, language: language)
    guard let floor = await apart({ [self] in await open(greeting, socket, caller) }) else { return }
    await listen(&messages, reader, caller, floor)
    await apart { await floor.gone(caller) }
  }

  private func greeting(
    _ messages: inout WebSocketMessages.AsyncIterator, _ reader: FloorReader
  ) async -> ClientMessage? {
    let deadline = Task {
      try await Task.sleep(for: Self.greetingDeadline)
      reader.socket.close(.policyViolation, "no greeting")
    }
    defer { deadline.cancel() }
    return await reader.greeting(&messages)
  }

  /// Runs work on a separate stack that is freed when done: a task keeps the largest stack it ever needed, and this one
  /// lives for an evening.
  private func apart<T: Sendable>(_ work: @escaping @Sendable () async -> T) async -> T {
    await Task(operation: work).value
  }

  /// The floor, once the page's greeting was accepted; nil if the socket was closed instead.
  private func open(_ greeting: ClientMessage, _ socket: WebSocket, _ caller: FloorCaller) async -> PartyFloor? {
    do {
      let now = services.now()
      let end = try await services.read { [seat] in
        try SocketRightsStore(connection: $0).end(of: seat, at: now)
      }
      if let end {
        socket.close(end)
        return nil
      }
      let floor = try await floor()
      await floor.receive(greeting, from: caller)
      return floor
    } catch let moved as FloorMoved {
      socket.close(.moved, Path.node(moved.owner).text)
      return nil
    } catch {
      services.logger.error("floor not opened", metadata: ["party": "\(seat.party)", "error": "\(error)"])
      socket.close(.tryAgainLater)
      return nil
    }
  }

  /// A page that was sent to the owner and came here finds the owner dead, or not known to be dead yet.
  /// - Throws: `FloorMoved` where somebody else has it.
  private func floor() async throws -> PartyFloor {
    let end = ContinuousClock.now + Self.patience
    while true {
      do {
        return try await services.floors.floor(of: seat.party, for: seat.who, services)
      } catch let moved as FloorMoved where moved.owner == named && ContinuousClock.now < end {
        try await Task.sleep(for: .milliseconds(200))
      }
    }
  }

  /// Messages still waiting when the right has ended are not heard any more.
  private func listen(
    _ messages: inout WebSocketMessages.AsyncIterator, _ reader: FloorReader, _ caller: FloorCaller, _ floor: PartyFloor
  ) async {
    var window = MessageWindow(Self.messages.count, seconds: Self.messages.seconds)
    while let message = await messages.next(), services.sockets.has(caller.socket, seat) {
      let read = reader.message(message)
      guard read.isSignal || window.admits(at: .now()) else { return reader.socket.close(.policyViolation) }
      await apart {
        switch read {
        case .success(let message): await floor.receive(message, from: caller)
        case .failure(let problem): await floor.complain(problem, to: caller)
        }
      }
    }
  }
}

/// Reads a page's messages; until it has greeted, nothing but a greeting.
final class FloorReader: Sendable {
  let socket: WebSocket
  let language: Language
  let services: Services

  init(socket: WebSocket, language: Language, services: Services) {
    (self.socket, self.language, self.services) = (socket, language, services)
  }

  /// Bytes of a greeting, which is short.
  private static let greetingLimit = 256
  /// The number of other messages tolerated before it.
  private static let patience = 3

  /// Nil if the page goes away, or sends too much else before it.
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

  func message(_ message: WebSocketMessage) -> Result<ClientMessage, WireProblem> {
    Result { () throws(WireProblem) in
      guard case .text(let text) = message else { throw .notJSON }
      return try ClientMessage(text)
    }
  }

  private func greeting(_ message: WebSocketMessage) throws(WireProblem) -> ClientMessage {
    guard case .text(let text) = message else { throw .notJSON }
    guard text.utf8.count <= Self.greetingLimit else { throw .helloFirst }
    let message = try ClientMessage(text)
    guard case .hello = message else { throw .helloFirst }
    return message
  }
}

extension Result<ClientMessage, WireProblem> {
  fileprivate var isSignal: Bool {
    if case .success(.signal) = self { true } else { false }
  }
}
