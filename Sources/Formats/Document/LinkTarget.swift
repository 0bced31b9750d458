import Foundation

/// The target of a link.
enum LinkTarget {
  /// The mail address of a `mailto:` link (RFC 6068 §2): the first one, without header fields. Nil for any other link.
  static func address(_ target: String) -> String? {
    let target = target.trimmedOfSpaces
    guard target.utf8.count < 2048, target.prefix(7).lowercased() == "mailto:" else { return nil }
    let list = target.dropFirst(7).prefix { $0 != "?" }
    let first = list.split(separator: ",").first.map(String.init) ?? ""
    let plain = first.removingPercentEncoding ?? first
    return MailAddress.first(in: plain)?.text
  }
}
