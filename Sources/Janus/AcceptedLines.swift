extension JanusDescription {
  package enum Medium: String, Hashable, Sendable {
    case audio, video
  }

  /// In an answer, the lines that were accepted, by their `mid` (RFC 8829): one that was refused has port 0, and through
  /// an inactive one nothing comes.
  package var acceptedLines: [String: Medium] {
    var accepted: [String: Medium] = [:]
    for section in sections where !section.contains("a=inactive") {
      let words = (section.first ?? "").split(separator: " ")
      guard words.count > 1, words[1] != "0", let medium = Medium(rawValue: String(words[0].dropFirst(2))),
        let mid = section.first(where: { $0.hasPrefix("a=mid:") })
      else { continue }
      accepted[String(mid.dropFirst(6))] = medium
    }
    return accepted
  }

  /// Each begins with its `m=`.
  private var sections: [[Substring]] {
    sdp.split(whereSeparator: \.isNewline).reduce(into: []) { sections, line in
      if line.hasPrefix("m=") {
        sections.append([line])
      } else if !sections.isEmpty {
        sections[sections.count - 1].append(line)
      }
    }
  }
}
