import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The invited guests, the next ones, and how the letters are sent.
package struct WavesPage: Page {
  package let facts: PartyFacts
  /// The mails of the party; newest first.
  let mails: [OutgoingMail]
  let links: [GuestID: GuestLinks]
  /// Pages where guests without an address can be found.
  var ways: [PersonID: [String]] = [:]
  /// What came in, in short.
  var notes: [GuestID: GuestMailNote] = [:]
  let notice: MailNotice
  package var settings: WaveSettings
  var errors = FieldErrors()
  /// The reason why the last step was refused.
  var problem: Message?
  package let now: Date

  package init(
    facts: PartyFacts, mails: [OutgoingMail], links: [GuestID: GuestLinks],
    ways: [PersonID: [String]] = [:], notes: [GuestID: GuestMailNote] = [:], notice: MailNotice, settings: WaveSettings,
    errors: FieldErrors = FieldErrors(), problem: Message? = nil, now: Date
  ) {
    self.facts = facts
    self.mails = mails
    self.links = links
    self.ways = ways
    self.notes = notes
    self.notice = notice
    self.settings = settings
    self.errors = errors
    self.problem = problem
    self.now = now
  }

  package var chrome: Chrome { .host(current: .home) }
  package var modules: [String] { facts.held == nil ? ["copy"] : ["copy", "second"] }

  package func title(_ t: Phrases) -> String { t("waves.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      PartyHead(facts, here: .letters, title: Message("waves.title"), lead: Message("waves.lead"), now: now).node(t)
      alert(t)
      notice.node(t)
      NextWave(facts: facts, hasServer: notice.hasServer, barrier: notice.barrier, now: now).node(t)
      counts(t)
      HandedOverLetters(
        facts: facts, mails: mails, links: links, ways: ways, hasServer: notice.hasServer, barrier: notice.barrier
      ).node(t)
      WavesByNumber(facts: facts, mails: mails, notes: notes, now: now).node(t)
      if facts.party.mayInvite(at: now) { settings.node(facts.party.id, errors, t) }
      p { a(.href(Path.outbox(facts.party.id).text)) { t("waves.toOutbox") } }
    }
  }

  private func alert(_ t: Phrases) -> Node {
    guard let problem else { return .nothing }
    return div(.class("notice bad"), .role("alert")) {
      t.icon("warning")
      p { t(problem) }
    }
  }

  private func counts(_ t: Phrases) -> Node {
    dl(.class("counts")) {
      for state in [GuestState.accepted, .tentative, .invited, .declined, .silent] {
        count(t("waves.count.\(state.rawValue)"), facts.guests(in: state).count, t)
      }
      count(t("waves.count.free"), max(0, facts.party.seats - (facts.plan?.seatsHeld ?? 0)), t)
    }
  }

  private func count(_ name: String, _ number: Int, _ t: Phrases) -> Node {
    div {
      dt { name }
      dd { t.number(number) }
    }
  }
}
