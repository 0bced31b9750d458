import CCurl

/// The parts of a web address that decide where a request goes, parsed by the library that connects: two parsers could
/// find two different hosts in one text.
struct WebAddress {
  let text: String
  let scheme: String
  let host: String
  /// Nil if the address names none.
  let port: Int?

  /// No real address is longer.
  private static let longest = 2000

  /// Nil for a text that is no address, and for one that contains a name and a password.
  init?(_ text: String) {
    guard text.utf8.count <= Self.longest, !text.unicodeScalars.contains(where: Self.isBlankOrControl) else {
      return nil
    }
    guard let url = curl_url() else { return nil }
    defer { curl_url_cleanup(url) }
    guard curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK, let scheme = Self.part(CURLUPART_SCHEME, of: url),
      let host = Self.part(CURLUPART_HOST, of: url), Self.part(CURLUPART_USER, of: url) == nil,
      Self.part(CURLUPART_PASSWORD, of: url) == nil
    else { return nil }
    self.text = text
    self.scheme = scheme.lowercased()
    self.host = host.lowercased()
    port = Self.part(CURLUPART_PORT, of: url).flatMap { Int($0) }
  }

  private static func isBlankOrControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
  }

  /// True if a request sent there stays on the same server.
  func isSameServer(as other: WebAddress) -> Bool {
    scheme == other.scheme && host == other.host && (port ?? 443) == (other.port ?? 443)
  }

  private static func part(_ part: CURLUPart, of url: OpaquePointer) -> String? {
    var text: UnsafeMutablePointer<CChar>?
    guard curl_url_get(url, part, &text, 0) == CURLUE_OK, let text else { return nil }
    defer { curl_free(text) }
    return String(cString: text)
  }
}
