import CCurl
import CurlOptions
import Foundation

/// Begins TLS with a TURN server as a browser does, and examines its certificate. It blocks: keep it off the threads
/// that serve pages.
package struct TLSGreeting: Sendable {
  let host: String
  let port: UInt16

  package enum Problem: Error, Equatable, CustomStringConvertible {
    case unreadable(String)
    /// The failure, in the words of libcurl and the library below it.
    case failed(String)

    package var description: String {
      switch self {
      case .unreadable(let url): "\(url) is no address of a TURN server that speaks TLS."
      case .failed(let words): "\(words)."
      }
    }
  }

  private static let isSetUp = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK
  private static let milliseconds = 8000

  /// - Parameter url: such as `turns:turn.example.org:443?transport=tcp`. Without a port it is 5349 (RFC 7065).
  /// - Throws: `Problem.unreadable`.
  package init(_ url: String) throws(Problem) {
    let parts = (url.split(separator: "?").first ?? "").split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count), parts[0] == "turns", !parts[1].isEmpty, !parts[1].contains("/"),
      let port = UInt16(parts.count == 3 ? parts[2] : "5349")
    else { throw .unreadable(url) }
    (host, self.port) = (String(parts[1]), port)
  }

  /// The end of the certificate's validity, once it is trusted and names the host; nil if the library doesn't tell.
  /// - Parameter authorities: the file of trusted certificate authorities; nil for the system's.
  /// - Throws: `Problem.failed`.
  package func run(authorities: String? = nil) throws(Problem) -> Date? {
    guard Self.isSetUp, let handle = curl_easy_init() else { throw .failed("libcurl can't be set up") }
    defer { curl_easy_cleanup(handle) }
    let words = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    words.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
    defer { words.deallocate() }
    curl_set_text(handle, CURLOPT_URL, "https://\(host):\(port)/")
    curl_set_text(handle, CURLOPT_PROXY, "")
    if let authorities { curl_set_text(handle, CURLOPT_CAINFO, authorities) }
    for (option, number) in [
      (CURLOPT_CONNECT_ONLY, 1), (CURLOPT_CERTINFO, 1), (CURLOPT_NOSIGNAL, 1), (CURLOPT_TIMEOUT_MS, Self.milliseconds),
    ] { curl_set_number(handle, option, number) }
    curl_set_pointer(handle, CURLOPT_ERRORBUFFER, words)
    let result = curl_easy_perform(handle)
    guard result == CURLE_OK else {
      throw .failed(words.pointee == 0 ? String(cString: curl_easy_strerror(result)) : String(cString: words))
    }
    return curl_get_certificate_end(handle).flatMap { Self.date(String(cString: $0)) }
  }

  /// The form in which OpenSSL writes it: `Nov 30 09:00:00 2027 GMT`.
  static func date(_ text: String) -> Date? {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == ":" })
    guard parts.count == 7, parts[6] == "GMT", let month = months.firstIndex(of: String(parts[0])),
      let day = Int(parts[1]), let hour = Int(parts[2]), let minute = Int(parts[3]), let second = Int(parts[4]),
      let year = Int(parts[5]), (1970...9999).contains(year), (1...31).contains(day)
    else { return nil }
    let days = Self.days(year, month + 1, day)
    return Date(timeIntervalSince1970: TimeInterval(((days * 24 + hour) * 60 + minute) * 60 + second))
  }

  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// Days since 1970 in the Gregorian calendar; years begin in March, so that the leap day is their last.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }
}
