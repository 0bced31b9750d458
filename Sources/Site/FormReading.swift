import House
import Hummingbird
import NIOCore

extension Form {
  /// Bytes that are parsed in no time.
  private static let quick = 1 << 15

  /// - Throws: `AppError.tooLarge` beyond the limit; `AppError.malformed` for more fields than any page has.
  package init(_ request: Request, limit: Int = Self.limit) async throws {
    var request = request
    do {
      let body = Array(try await request.collectBody(upTo: limit).readableBytesView)
      let form = body.count > Self.quick ? try await OwnThread.run { URLEncodedForm(body) } : URLEncodedForm(body)
      guard form.count <= URLEncodedForm.fieldLimit else { throw AppError.malformed }
      self.init(form.fields)
    } catch is NIOTooManyBytesError {
      throw AppError.tooLarge(megabytes: max(1, limit >> 20))
    }
  }
}
