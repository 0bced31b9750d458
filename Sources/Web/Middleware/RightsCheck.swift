import Evening
import House
import Hummingbird
import Site

/// Whatever changes something may end somebody's right to be on a floor: a link replaced, a guest withdrawn or erased, a session ended,
/// a party cancelled. So no handler has to think of open sockets. Other nodes look as well.
struct RightsCheck: RouterMiddleware {
  let sockets: OpenSockets
  let node: ThisNode?

  func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    defer {
      if request.method != .get, request.method != .head {
        sockets.askForCheck()
        node?.tell(.rights)
      }
    }
    return try await next(request, context)
  }
}
