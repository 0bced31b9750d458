import Compression
import House
import Hummingbird

extension Assets {
  /// - Parameter codings: the encodings the browser accepts (`Accept-Encoding`). Only content that is the same for
  ///   everybody is compressed: a page with both a secret and somebody else's text would betray the one by its length
  ///   (BREACH).
  /// - Throws: `AppError.notFound`.
  package func response(_ name: String, codings: String? = nil) async throws -> Response {
    guard let asset = try content(name) else { throw AppError.notFound }
    var response = Response(
      status: .ok,
      headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
      body: ResponseBody(byteBuffer: asset.bytes))
    guard isPackable(name) else { return response }
    response.headers[.vary] = "Accept-Encoding"
    if let coding = ContentCoding.accepted(codings), let bytes = try await packed(name, by: coding) {
      response.headers[.contentEncoding] = coding.rawValue
      response.body = ResponseBody(byteBuffer: bytes)
    }
    return response
  }
}
