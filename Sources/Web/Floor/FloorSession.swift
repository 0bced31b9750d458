import Core
import Hummingbird
import NIOCore
import WebSockets

/// One page's connection to its floor, from the upgrade to the end.
struct FloorSession: Sendable {
  let services: Services
  let entrance: FloorEntrance
  let language: Language

  /// Signals come in bursts when many are linked at once; everything else is by hand.
  private static let frames = MessageRate(1000, per: .seconds(10))
  private static let messages = (count: 100, seconds: 10)
  /// A page that can't stay is opened again and again by nobody but a program.
  private static let openings = (count: 60, seconds: 60.0)

  /// - Throws: `HTTPError` where no socket is asked for, or by a page of another site; `AppError.tooManyRequests`.
  func response(to request: Request) throws -> Response {
    try services.limits.count(
      "socket \(entrance.party.id) \(entrance.who.rawValue)", limit: Self.openings.count,
      seconds: Self.openings.seconds, at: services.now())
    return try WebSocketResponse.accept(request, options(request)) { socket in
      socket.send(ServerMessage.bye(reason: "restart", retryAfter: 1000).frame)
    } serve: { socket in
      await serve(socket)
    }
  }

  private func options(_ request: Request) -> WebSocketOptions {
    let url = services.settings.publicURL
    let own = "\(url.scheme ?? "http")://\(request.head.authority ?? "")"
    return WebSocketOptions(origins: [url.absoluteString, own], rate: Self.frames)
  }

  private func serve(_ socket: WebSocket) async {
    switch entrance.admission {
    case .open: break
    case .notYet, .sentAway: return socket.close(.linkInvalid)
    case .over: return socket.close(.eveningEnded)
    }
    do {
      let floor = try await services.floors.floor(of: entrance.party.id, for: entrance.who, services)
      let caller = FloorCaller(who: entrance.who, socket: socket, language: language)
      await listen(to: socket, caller, floor)
      await floor.gone(caller)
    } catch {
      services.logger.error("floor not opened", metadata: ["party": "\(entrance.party.id)", "error": "\(error)"])
      socket.close(.tryAgainLater)
    }
  }

  private func listen(to socket: WebSocket, _ caller: FloorCaller, _ floor: PartyFloor) async {
    var window = MessageWindow(Self.messages.count, seconds: Self.messages.seconds)
    for await message in socket.messages {
      guard case .text(let text) = message else {
        await floor.complain(.notJSON, to: caller)
        continue
      }
      do {
        let message = try ClientMessage(text)
        guard message.isSignal || window.admits(at: .now()) else { return socket.close(.policyViolation) }
        await floor.receive(message, from: caller)
      } catch {
        guard window.admits(at: .now()) else { return socket.close(.policyViolation) }
        await floor.complain(error, to: caller)
      }
    }
  }
}

extension ClientMessage {
  fileprivate var isSignal: Bool {
    if case .signal = self { true } else { false }
  }
}

/// Counts messages in windows of time that don't overlap.
struct MessageWindow {
  private let limit: Int
  private let length: TimeAmount
  private var start = NIODeadline.now()
  private var count = 0

  init(_ limit: Int, seconds: Int) {
    self.limit = limit
    length = .seconds(Int64(seconds))
  }

  mutating func admits(at now: NIODeadline) -> Bool {
    if now - start >= length { (start, count) = (now, 0) }
    count += 1
    return count <= limit
  }
}
