import Hummingbird

extension Assets {
  /// - Throws: `AppError.notFound`.
  func response(_ name: String) throws -> Response {
    guard let asset = content(name) else { throw AppError.notFound }
    return Response(
      status: .ok,
      headers: [.contentType: asset.type, .cacheControl: "public, max-age=31536000, immutable"],
      body: ResponseBody(byteBuffer: asset.bytes))
  }
}
