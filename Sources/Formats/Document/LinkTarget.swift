import Foundation

/// Where a link leads.
enum LinkTarget {
  /// The mail address of a `mailto:` link (RFC 6068 §2): the first, without its header fields. Nil for another link.
  static func address(_ target: String) -> String? {
    let target = target.trimmedOfSpaces
    guard target.utf8.count < 2048, target.prefix(7).lowercased() == "mailto:" else { return nil }
    let list = target.dropFirst(7).prefix { $0 != "?" }
    let first = list.split(separator: ",").first.map(String.init) ?? ""
    let plain = first.removingPercentEncoding ?? first
    return MailAddress.first(in: plain)?.text
  }
}
