import CCurl
import CurlOptions
import Foundation

/// One request and its answer.
final class FetchTransfer {
  struct Answer {
    let content: Data
    /// The target of a redirect; nil for content.
    let target: String?
  }

  private let address: WebAddress
  private let rules: FetchRules
  private let request: FetchRequest
  private let milliseconds: Int
  private var content = Data()
  private var isTooLarge = false
  private var isRefusedAddress = false

  private static let isSetUp = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  init(_ address: WebAddress, _ rules: FetchRules, _ request: FetchRequest = FetchRequest(), milliseconds: Int) {
    self.address = address
    self.rules = rules
    self.request = request
    self.milliseconds = milliseconds
  }

  func run() throws(FetchFailure) -> Answer {
    guard Self.isSetUp, let handle = curl_easy_init() else { throw .unreachable }
    defer { curl_easy_cleanup(handle) }
    prepare(handle)
    let headers = prepare(handle, request)
    defer { curl_slist_free_all(headers) }
    let result = withExtendedLifetime(self) { curl_easy_perform(handle) }
    if let failure = failure(result) { throw failure }
    var status = 0
    curl_get_number(handle, CURLINFO_RESPONSE_CODE, &status)
    if (300..<400).contains(status), let target = Self.target(handle) { return Answer(content: Data(), target: target) }
    guard (200..<300).contains(status) else { throw .refused(status) }
    return Answer(content: content, target: nil)
  }

  private func prepare(_ handle: UnsafeMutableRawPointer) {
    let texts: [(CURLoption, String)] = [
      (CURLOPT_URL, address.text), (CURLOPT_PROTOCOLS_STR, rules.scheme), (CURLOPT_PROXY, ""),
      (CURLOPT_USERAGENT, rules.agent),
    ]
    if let file = rules.authorityFile { curl_set_text(handle, CURLOPT_CAINFO, file) }
    for (option, text) in texts { curl_set_text(handle, option, text) }
    let numbers: [(CURLoption, Int)] = [
      (CURLOPT_NOSIGNAL, 1), (CURLOPT_FOLLOWLOCATION, 0), (CURLOPT_TIMEOUT_MS, milliseconds),
      (CURLOPT_CONNECTTIMEOUT_MS, min(milliseconds, 8000)), (CURLOPT_MAXFILESIZE, min(rules.bytes, Int(Int32.max))),
      (CURLOPT_FORBID_REUSE, 1),
    ]
    for (option, number) in numbers { curl_set_number(handle, option, number) }
    let me = Unmanaged.passUnretained(self).toOpaque()
    curl_set_pointer(handle, CURLOPT_WRITEDATA, me)
    curl_set_pointer(handle, CURLOPT_OPENSOCKETDATA, me)
    curl_set_write_callback(handle) { bytes, size, count, me in
      guard let bytes, let me else { return 0 }
      return Unmanaged<FetchTransfer>.fromOpaque(me).takeUnretainedValue().take(bytes, size * count)
    }
    curl_set_open_socket_callback(handle) { me, _, address in
      guard let address, let me else { return CURL_SOCKET_BAD }
      return Unmanaged<FetchTransfer>.fromOpaque(me).takeUnretainedValue().socket(to: address)
    }
  }

  /// - Returns: an object that must live as long as the transfer.
  private func prepare(
    _ handle: UnsafeMutableRawPointer, _ request: FetchRequest
  ) -> UnsafeMutablePointer<curl_slist>? {
    if let login = request.login { prepare(handle, login) }
    let headers = (request.headers + ["Expect:"]).reduce(nil as UnsafeMutablePointer<curl_slist>?) {
      curl_slist_append($0, $1)
    }
    curl_set_pointer(handle, CURLOPT_HTTPHEADER, headers)
    if !request.content.isEmpty {
      curl_set_number(handle, CURLOPT_POSTFIELDSIZE, request.content.count)
      request.content.withUnsafeBufferPointer { _ = curl_set_pointer(handle, CURLOPT_COPYPOSTFIELDS, $0.baseAddress) }
    }
    if let method = request.method { curl_set_text(handle, CURLOPT_CUSTOMREQUEST, method) }
    return headers
  }

  /// Whichever of the two the server wants; nothing of the login leaves in clear, since the connection is encrypted.
  private func prepare(_ handle: UnsafeMutableRawPointer, _ login: FetchRequest.Login) {
    curl_set_number(handle, CURLOPT_HTTPAUTH, Int(Self.basic | Self.digest))
    curl_set_text(handle, CURLOPT_USERNAME, login.user)
    curl_set_text(handle, CURLOPT_PASSWORD, login.password)
  }

  /// `CURLAUTH_BASIC` and `CURLAUTH_DIGEST`, which are casts in curl.h.
  private static let (basic, digest): (UInt, UInt) = (1, 2)

  private func take(_ bytes: UnsafeMutablePointer<CChar>, _ count: Int) -> Int {
    guard count <= rules.bytes - content.count else {
      isTooLarge = true
      return 0
    }
    content.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
    return count
  }

  /// The address that is checked is the one that is connected to.
  private func socket(to address: UnsafeMutablePointer<curl_sockaddr>) -> curl_socket_t {
    let target = address.pointee
    let offset = MemoryLayout<curl_sockaddr>.offset(of: \.addr) ?? 0
    if rules.onlyPublic, !PublicAddress.contains(UnsafeRawPointer(address) + offset, family: target.family) {
      isRefusedAddress = true
      return CURL_SOCKET_BAD
    }
    return Foundation.socket(target.family, target.socktype | Int32(SOCK_CLOEXEC.rawValue), target.protocol)
  }

  private func failure(_ result: CURLcode) -> FetchFailure? {
    switch result {
    case CURLE_OK: nil
    case CURLE_FILESIZE_EXCEEDED: .tooLarge(limit: rules.bytes)
    case CURLE_WRITE_ERROR where isTooLarge: .tooLarge(limit: rules.bytes)
    case CURLE_OPERATION_TIMEDOUT: .tooSlow
    case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CONNECT_ERROR: .certificate
    case CURLE_URL_MALFORMAT, CURLE_UNSUPPORTED_PROTOCOL: .notAnAddress
    default: isRefusedAddress ? .notPublic : .unreachable
    }
  }

  /// As an absolute address.
  private static func target(_ handle: UnsafeMutableRawPointer) -> String? {
    var text: UnsafePointer<CChar>?
    curl_get_text(handle, CURLINFO_REDIRECT_URL, &text)
    return text.map { String(cString: $0) }
  }
}
