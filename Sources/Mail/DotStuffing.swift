/// A mail in the form it has between DATA and its end (RFC 5321 §4.5.2).
enum DotStuffing {
  /// A line with only a dot.
  static let end = Array(".\r\n".utf8)

  /// - Parameter mail: lines ended by CRLF.
  /// - Returns: the mail with a second dot before each line that begins with one, followed by the final dot.
  static func content(_ mail: [UInt8]) -> [UInt8] {
    let (dot, newline) = (UInt8(ascii: "."), UInt8(ascii: "\n"))
    var content: [UInt8] = []
    content.reserveCapacity(mail.count + 64)
    var startsLine = true
    for byte in mail {
      if startsLine && byte == dot { content.append(dot) }
      content.append(byte)
      startsLine = byte == newline
    }
    if !startsLine { content += Array("\r\n".utf8) }
    return content + end
  }
}
