import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The host's message to several guests at once: written here, and reviewed before it is sent.
package struct MessagePage: Page {
  package let facts: PartyFacts
  /// The number of messages already sent.
  let count: Int
  var entered: HostMessage
  var errors = FieldErrors()
  /// The reason why it could not be sent.
  var problem: Message?
  /// True if one has just been sent.
  var isSent = false
  package let now: Date

  package init(
    facts: PartyFacts, count: Int, entered: HostMessage? = nil, errors: FieldErrors = FieldErrors(),
    isSent: Bool = false, now: Date
  ) {
    self.facts = facts
    self.count = count
    self.errors = errors
    self.isSent = isSent
    self.now = now
    let isAnybodyComing = Self.guests(.coming, facts) > 0
    self.entered = entered ?? HostMessage(audience: isAnybodyComing ? .coming : .unanswered)
  }

  package var chrome: Chrome { .host(current: .home) }
  package var isNarrow: Bool { true }
  package var modules: [String] { facts.held == nil ? [] : ["second"] }

  package static var samples: [MessagePage] {
    let now = PartyFacts.sampleTime
    let faulty = HostMessage(subject: "Was ich noch sagen wollte")
    return [
      MessagePage(facts: .scheduled, count: 0, now: now),
      MessagePage(facts: .inviting, count: 1, entered: faulty, errors: FieldErrors(faulty.problems), now: now),
      MessagePage(facts: .scheduled, count: 2, isSent: true, now: now),
    ]
  }

  package func title(_ t: Phrases) -> String { t("message.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      PartyHead(facts, here: .letters, title: Message("message.title"), lead: Message("message.lead"), now: now).node(t)
      if let problem {
        div(.class("notice bad"), .role("alert")) {
          t.icon("warning")
          p { t(problem) }
        }
      }
      if isSent { SavedNotice("message.sent").node(t) }
      if !facts.party.takesAnswers {
        p { t("waves.problem.over") }
      } else if count >= HostMessage.most {
        p { t("message.enough") }
      } else if isHeld {
        p(.class("soft")) { t("message.held") }
      } else {
        writing(t)
      }
      p { a(.href(Path.outbox(facts.party.id).text)) { t("outbox.title") } }
    }
  }

  /// Nobody writes it twice while it can be taken back.
  private var isHeld: Bool {
    guard problem == nil, let held = facts.held, held.problem == nil, case .message = held.deed else { return false }
    return true
  }

  private func writing(_ t: Phrases) -> Node {
    form(.class("card form"), .method("post"), .action(Path.message(facts.party.id).text)) {
      if count > 0 { p(.class("soft")) { t("message.last") } }
      ChoiceField(
        name: "audience", label: t("message.field.audience"),
        options: HostMessage.Audience.allCases.map { audience in
          (audience.rawValue, t.count("message.audience.\(audience.rawValue)", Self.guests(audience, facts)))
        }, chosen: entered.audience.rawValue
      ).node
      TextField(
        name: "subject", label: t("message.field.subject"), value: entered.subject,
        error: errors["subject"].map { t($0) }, isRequired: true,
        more: [.maxlength("\(HostMessage.longestSubject)")]
      ).node
      TextField(
        name: "text", label: t("message.field.text"), value: entered.text, hint: t("message.field.textHint"),
        error: errors["text"].map { t($0) }, rows: 8, isRequired: true,
        more: [.maxlength("\(HostMessage.longestText)")]
      ).node
      div(.class("actions")) {
        button(.class("button primary"), .type("submit")) { t("message.look") }
      }
    }
  }

  private static func guests(_ audience: HostMessage.Audience, _ facts: PartyFacts) -> Int {
    let everybody = facts.guests + (facts.honoured.map { [$0] } ?? [])
    return everybody.count { audience.includes($0.guest) && !facts.objected.contains($0.guest.id) }
  }
}
