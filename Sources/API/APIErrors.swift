import Core
import Foundation
import HTTPTypes
import House
import Hummingbird
import Logging
import NIOCore
import Records
import Site

/// An error as a program reads it: a code that never changes, a sentence in English and, for bad input, the fields at
/// fault.
struct APIProblem: Encodable {
  let error: String
  let message: String
  var fields: [String: String]?
}

/// A method the path does not have.
struct MethodMissing: Error {
  let allowed: [HTTPRequest.Method]
}

/// Errors of the API as JSON.
struct APIErrors: RouterMiddleware {
  let services: Services

  func handle(
    _ request: Request, context: Visit, next: (Request, Visit) async throws -> Response
  ) async throws -> Response {
    do { return try await next(request, context) } catch {
      if let errors = error as? FieldErrors { return refused(errors) }
      if let missing = error as? ScopeMissing {
        return problem("scopeMissing", "The token does not allow \(missing.scope.rawValue).", .forbidden)
      }
      if let missing = error as? MethodMissing {
        var response = problem("methodNotAllowed", "This path has no such method.", .methodNotAllowed)
        response.headers[.allow] = missing.allowed.map(\.rawValue).joined(separator: ", ")
        return response
      }
      return try answer(error, context)
    }
  }

  private func answer(_ error: any Error, _ context: Visit) throws -> Response {
    let appError = AppError(answering: error)
    // Our own errors are logged and counted in one place only.
    if appError == .internal || appError == .storage {
      context.logger.error(
        "request failed", metadata: ["route": "\(context.endpointPath ?? "-")", "error": "\(error)"])
    }
    var response = problem(appError.key, words(appError), appError.status)
    if appError == .signInNeeded { response.headers[.wwwAuthenticate] = "Bearer" }
    if appError == .tooManyRequests { response.headers[.retryAfter] = "60" }
    return response
  }

  private func words(_ error: AppError) -> String {
    let t = services.phrases(.english)
    return switch error {
    case .conflict(let message): t(message)
    case .signInNeeded: "Authorization: Bearer and a token of the API is needed."
    case .malformed: "This is not what the description of the API asks for."
    case .tooLarge(let megabytes): t("error.tooLarge.text", ["megabytes": t.number(megabytes)])
    default: t("error.\(error.key).text")
    }
  }

  private func refused(_ errors: FieldErrors) -> Response {
    let t = services.phrases(.english)
    let problem = APIProblem(
      error: "fields", message: "Some fields can't be taken.", fields: errors.messages.mapValues { t($0) })
    return .json(problem, status: .unprocessableContent)
  }

  private func problem(_ key: String, _ message: String, _ status: HTTPResponse.Status) -> Response {
    .json(APIProblem(error: key, message: message), status: status)
  }
}

extension Response {
  /// The values themselves write times as RFC 3339 in UTC.
  static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return Response(status: .internalServerError) }
    return Response(
      status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: data)))
  }

  static var nothing: Response { Response(status: .noContent, headers: [.cacheControl: "no-store"]) }
}
