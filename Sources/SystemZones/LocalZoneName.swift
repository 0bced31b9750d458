import Foundation

extension SystemZones {
  /// The name of the zone this machine is set to, from `TZ`, `/etc/localtime`, or `/etc/timezone`; nil if none of them
  /// says.
  package static func localName(environment: [String: String]) -> String? {
    if let name = environment["TZ"], !name.isEmpty { return name.hasPrefix(":") ? String(name.dropFirst()) : name }
    let target = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/etc/localtime")) ?? ""
    if let range = target.range(of: "zoneinfo/") { return String(target[range.upperBound...]) }
    let text = (try? String(contentsOfFile: "/etc/timezone", encoding: .utf8)) ?? ""
    let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return name.isEmpty ? nil : name
  }
}
