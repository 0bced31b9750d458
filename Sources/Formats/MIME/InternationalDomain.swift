import CIDN

/// Domains with letters beyond ASCII, in the form servers and headers want: `müller.example` is `xn--mller-kva.example`
/// (IDNA2008 with the mapping of UTS #46, non-transitional, as in browsers).
package enum InternationalDomain {
  /// The address with its domain in ASCII; an address already in ASCII stays as it is. What begins with `xn--` must
  /// stand for something: GMime writes what it reads there into a header, whatever it is.
  /// - Throws: `mail.problem.badAddress` if the domain can't be written that way.
  package static func address(_ address: String) throws(Problem) -> String {
    guard !isPlain(address), let at = address.lastIndex(of: "@") else { return address }
    guard let domain = ascii(String(address[address.index(after: at)...])) else {
      throw Problem("mail.problem.badAddress", ["value": address])
    }
    return address[...at] + domain
  }

  /// Nil for text that can't be a domain.
  package static func ascii(_ domain: String) -> String? {
    if isPlain(domain) { return domain }
    let labels = domain.split(separator: ".", omittingEmptySubsequences: false)
    // The library reads up to a NUL, and accepts an empty label.
    if labels.contains(where: \.isEmpty) || domain.unicodeScalars.contains("\0") { return nil }
    var output: UnsafeMutablePointer<CChar>?
    let flags = Int32(bitPattern: IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
    guard idn2_to_ascii_8z(domain, &output, flags) == IDN2_OK.rawValue, let output else { return nil }
    defer { idn2_free(output) }
    return String(cString: output)
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 < 0x80 } && !text.lowercased().contains("xn--")
  }
}
