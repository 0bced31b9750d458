/// News a host gets by mail.
package enum HostNotice: Sendable, Hashable {
  /// Everybody has voted, or the deadline has passed. Date and reason are in words.
  case recommendation(date: String, reason: String?, deadlinePassed: Bool)
  case noDateFits(reason: String?)
  /// Somebody accepted late and all seats are taken.
  case waiting(name: String)
  /// Seats are free, and the host wants to be asked before the next guests are invited.
  case proposal(names: [String])
  /// Somebody who had said yes or perhaps won't come after all, and the party is close.
  case cancelled(name: String)
  /// More people come than there are seats.
  case overbooked(coming: Int, seats: Int)
  /// A mail to a guest came back; `isFree` is true if their seat is free now.
  case undelivered(name: String, address: String, isFree: Bool)
  /// Another host asks them to host a party together.
  case cohost(name: String)
  /// The entry for the host's own calendar is attached.
  case entry(EntryStep)

  package enum EntryStep: Sendable, Hashable, CaseIterable {
    case set, moved, takenBack
  }
}

extension Letter {
  /// The one-time link for a host.
  /// - Parameter site: the host name of this installation, such as "tisch.example.org".
  package static func signIn(site: String, link: String, minutes: Int, language: Language) -> Letter {
    toHost(HostPhrases.signIn(site, minutes: minutes, language), link: link)
  }

  /// To a host's new address: only somebody who can read mail there can make it theirs.
  package static func addressChange(site: String, link: String, hours: Int, language: Language) -> Letter {
    toHost(HostPhrases.addressChange(site, hours: hours, language), link: link)
  }

  /// To a host's old address, which no longer counts.
  package static func addressChanged(site: String, link: String, language: Language) -> Letter {
    toHost(HostPhrases.addressChanged(site, language), link: link)
  }

  /// News about a party for its host.
  /// - Parameter link: the page on which the host can act on it.
  package static func notice(_ notice: HostNotice, topic: String, link: String, language: Language) -> Letter {
    toHost(HostPhrases.notice(notice, topic: Prose.phrase(topic) ?? topic, language), link: link)
  }

  private static func toHost(_ words: HostPhrases, link: String) -> Letter {
    Letter(subject: words.subject, blocks: [.paragraph(words.text), .paragraph([.text(words.link), .link(link)])])
  }
}
