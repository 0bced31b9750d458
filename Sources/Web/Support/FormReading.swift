import Hummingbird
import NIOCore

extension Form {
  /// - Throws: `AppError.tooLarge` past the limit.
  package init(_ request: Request, limit: Int = Self.limit) async throws {
    var request = request
    do {
      let body = try await request.collectBody(upTo: limit)
      self.init(encoded: String(buffer: body))
    } catch is NIOTooManyBytesError {
      throw AppError.tooLarge(megabytes: limit >> 20)
    }
  }
}
