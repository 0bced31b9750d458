import HTTPTypes
import House
import Hummingbird

extension Response {
  /// Only the room's page may ask for camera, microphone and screen, and open its socket, which is named explicitly
  /// because some browsers don't accept a socket for `'self'`.
  package func openingDevices(for request: Request, _ settings: Settings) -> Response {
    var response = self
    let authority = request.head.authority ?? ""
    let socket = "\(settings.isSecure ? "wss" : "ws")://\(authority.allSatisfy(\.isPartOfAuthority) ? authority : "")"
    response.headers[.contentSecurityPolicy] =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' \(socket); "
      + "media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
    if let name = HTTPField.Name("Permissions-Policy") {
      response.headers[name] = "camera=(self), microphone=(self), display-capture=(self), geolocation=()"
    }
    return response
  }
}

extension Character {
  fileprivate var isPartOfAuthority: Bool { isASCII && (isLetter || isNumber || ".-:[]".contains(self)) }
}
