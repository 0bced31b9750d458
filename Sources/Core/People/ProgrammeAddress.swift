import Foundation

/// The addresses of a programme's data, worked out from the address of a page that somebody copied: conference systems
/// publish the programme as a file too, at an address that follows from the page's.
package struct ProgrammeAddress: Sendable, Equatable {
  /// In the order in which to try them; the page itself comes last. Empty for anything but a web address.
  package let candidates: [String]

  package init(_ text: String) {
    let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard let page = Self.secure(text), var parts = URLComponents(string: page), let host = parts.host else {
      candidates = []
      return
    }
    parts.query = nil
    parts.fragment = nil
    let segments = parts.path.split(separator: "/").map(String.init)
    let paths = Self.paths(host.lowercased(), segments)
    let files = paths.compactMap { path, query -> String? in
      parts.path = path
      parts.query = query
      return parts.string
    }
    candidates = files.filter { $0 != page } + [page]
  }

  /// With `https`, which most sites that write `http` answer as well.
  private static func secure(_ text: String) -> String? {
    guard !text.isEmpty, !text.contains(where: \.isWhitespace) else { return nil }
    let lower = text.lowercased()
    if lower.hasPrefix("https://") { return text }
    if lower.hasPrefix("http://") { return "https://" + text.dropFirst(7) }
    return text.contains("://") || !text.contains(".") ? nil : "https://" + text
  }

  private static func paths(_ host: String, _ segments: [String]) -> [(path: String, query: String?)] {
    if let last = segments.last, last.contains(".") { return [] }
    return sessionize(host, segments) ?? indico(segments) ?? frab(segments) ?? pretalx(segments)
  }

  /// `/api/v2/<id>/view/<Grid>`: every view has the speakers, `All` has their talks as well.
  private static func sessionize(_ host: String, _ segments: [String]) -> [(path: String, query: String?)]? {
    guard host == "sessionize.com", segments.count > 2, segments[0] == "api" else { return nil }
    return [("/" + segments.prefix(3).joined(separator: "/") + "/view/All", nil)]
  }

  /// `…/event/<number>/…`
  private static func indico(_ segments: [String]) -> [(path: String, query: String?)]? {
    guard let place = segments.firstIndex(of: "event"), place + 1 < segments.count,
      segments[place + 1].allSatisfy(\.isNumber)
    else { return nil }
    let path = (segments.prefix(place) + ["export", "event", segments[place + 1] + ".json"]).joined(separator: "/")
    return [("/" + path, "detail=contributions")]
  }

  /// `…/<event>/public/schedule`
  private static func frab(_ segments: [String]) -> [(path: String, query: String?)]? {
    guard let place = segments.firstIndex(of: "public") else { return nil }
    return [("/" + (segments.prefix(place + 1) + ["schedule.json"]).joined(separator: "/"), nil)]
  }

  /// `/<event>/`, `/<event>/schedule/`, `/<event>/speaker/…`
  private static func pretalx(_ segments: [String]) -> [(path: String, query: String?)] {
    guard let first = segments.first else { return [] }
    let pages: Set<String> = ["schedule", "talk", "speaker", "featured", "sneak"]
    guard segments.count == 1 || pages.contains(segments[1]) else { return [] }
    return [("/\(first)/schedule/export/schedule.json", nil)]
  }
}
