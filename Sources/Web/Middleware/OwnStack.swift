import HTTPTypes
import Hummingbird

/// Handles requests for a socket on a stack that is freed with the answer. A task keeps the largest stack it ever
/// needed, and a connection's task lives as long as the socket: an idle page would hold for an evening what looking up
/// its guest needed once.
struct OwnStack<Base: HTTPResponder>: HTTPResponder {
  let base: Base

  func respond(to request: Request, context: Base.Context) async throws -> Response {
    guard request.headers[.upgrade] != nil else { return try await base.respond(to: request, context: context) }
    let question = Question(request: request, context: context)
    return try await Task { [base] in
      try await base.respond(to: question.request, context: question.context)
    }.value
  }

  /// Only the answering task has them until the answer is there.
  private struct Question: @unchecked Sendable {
    let request: Request
    let context: Base.Context
  }
}
