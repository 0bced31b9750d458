import Core
import HTML
import House
import Records

/// A mail to somebody without an address: where they are found, and a text that fits into a message there.
struct ShortLetterPanel {
  let mail: OutgoingMail
  let facts: PartyFacts
  /// The guest's personal link.
  let link: String
  let ways: [PersonID: [String]]

  func node(_ t: Phrases) -> Node {
    guard let known = facts.guests.first(where: { $0.guest.id == mail.guest }),
      known.email.isEmpty
    else { return .nothing }
    let pages = (ways[known.guest.person] ?? []).compactMap(ContactLink.init)
    let limit = pages.map(\.messageLimit).min() ?? Self.usual
    let text = text(to: known, limit: limit, t)
    let id = "short-\(mail.id)"
    return div(.class("stack")) {
      if !pages.isEmpty { ContactWays(pages).list(t) }
      h4 { t("waves.short.title") }
      pre(.class("copied"), .id(id), .lang(known.form(at: facts.party).language.rawValue)) { text }
      div(.class("actions")) {
        button(
          .class("button"), .type("button"), .data("data-copy", id), .data("data-copied", t("letters.copied")), .hidden
        ) { span(.data("data-label", "")) { t("waves.short.copy") } }
        span(.class("small soft")) {
          t("waves.short.hint", ["count": t.number(text.count), "limit": t.number(limit)])
        }
      }
    }
  }

  private func text(to known: KnownGuest, limit: Int, _ t: Phrases) -> String {
    let letter = letter(to: known)
    guard mail.kind != .letter else { return letter.text(limit: limit) }
    let form = known.form(at: facts.party)
    let words = t.speaking(form.language).inZone([known.guest.zone, facts.party.zone])
    let host = t.zones[facts.party.zone]
    return letter.text(
      later, date: known.guest.start(at: facts.party).map { words.dayAndClock($0, beside: host) },
      answerBy: known.guest.invitation.answerBy.map { words.until($0, host: host) })
  }

  private var later: ShortLetter.Later {
    switch mail.kind {
    case .reminder: .reminder
    case .confirmation where mail.key.hasPrefix("admission:"): .admission
    case .confirmation, .dayBefore: .date
    case .change: .change
    case .cancellation: facts.party.stage == .cancelled ? .cancellation : .withdrawal
    default: .news
    }
  }

  /// The limit of most sites.
  private static let usual = 500

  private func letter(to known: KnownGuest) -> ShortLetter {
    let guest = known.guest
    return ShortLetter(
      form: known.form(at: facts.party),
      recipient: Recipient(
        name: known.name, salutation: guest.salutation.isEmpty ? nil : guest.salutation,
        honorific: known.manner.honorific),
      question: facts.party.substance.question, seats: facts.party.seats, minutes: guest.minutes(at: facts.party),
      sentence: guest.letter.ownSentence ?? "", personalLink: link)
  }
}
