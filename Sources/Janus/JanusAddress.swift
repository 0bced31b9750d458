/// Where a Janus listens for WebSockets. Without TLS: it stands on this machine or in a private net, and its secret lets anybody do
/// anything there.
package struct JanusAddress: Hashable, Sendable, CustomStringConvertible {
  package let host: String
  package let port: Int

  /// - Parameter text: `ws://host:port`, an IPv6 address in brackets; without a port it is 8188, as Janus has it.
  /// - Returns: nil for anything else.
  package init?(_ text: String) {
    let scheme = "ws://"
    guard text.hasPrefix(scheme) else { return nil }
    var rest = text.dropFirst(scheme.count)
    if rest.hasSuffix("/") { rest = rest.dropLast() }
    let isBracketed = rest.hasPrefix("[")
    let end = isBracketed ? rest.firstIndex(of: "]").map(rest.index(after:)) : rest.firstIndex(of: ":")
    let name = rest[..<(end ?? rest.endIndex)]
    let tail = rest[(end ?? rest.endIndex)...]
    if isBracketed, !name.hasSuffix("]") { return nil }
    let host = isBracketed ? name.dropFirst().dropLast() : name
    guard !host.isEmpty, !host.contains("/"), tail.isEmpty || tail.hasPrefix(":") else { return nil }
    guard let port = tail.isEmpty ? 8188 : Int(tail.dropFirst()), (1...65_535).contains(port) else { return nil }
    (self.host, self.port) = (String(host), port)
  }

  package var description: String { host.contains(":") ? "ws://[\(host)]:\(port)" : "ws://\(host):\(port)" }
}
