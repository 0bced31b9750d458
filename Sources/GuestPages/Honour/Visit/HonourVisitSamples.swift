import Acts
import Core
import Foundation
import House
import Records

extension HonourVisit {
  /// - Parameter minutes: since their arrival; nil before.
  package static func sample(
    lateMinutes: Int = 0, since minutes: Int? = nil, again: Bool? = nil, assistant: Bool = false
  ) -> HonourVisit {
    var honour = Honour.sample(assistant: assistant)
    (honour.lateMinutes, honour.again) = (lateMinutes, again)
    if let minutes { honour.arrivedAt = Moment(PartyFacts.sampleTime).adding(seconds: -60 * minutes) }
    let slot = honour.slot(at: Party.sample(stage: .scheduled).start)
    return HonourVisit(honour: honour, slot: slot, brief: .sample())
  }
}

extension HonourVisitPage {
  package static var samples: [HonourVisitPage] {
    func page(
      _ state: GuestState, _ answer: Answer?, _ stage: PartyStage, _ visit: HonourVisit, saved: String = ""
    ) -> HonourVisitPage {
      var view = PersonalView.sample(
        state, answer: answer, stage: stage, wasInside: visit.honour.arrivedAt != nil, isHonoured: true)
      view.visit = visit
      if [.ended, .closed].contains(stage) { view.keepsakes = .sample(hasBallot: false, isEmpty: true) }
      return HonourVisitPage(view: view, visit: visit, saved: saved)
    }
    let errors = FieldErrors(["assistantEmail": Message("guests.error.email")])
    var wrong = page(.accepted, .yes, .scheduled, .sample())
    wrong.errors = errors
    return [
      page(.invited, nil, .inviting, .sample()), page(.accepted, .yes, .scheduled, .sample(assistant: true)),
      page(.accepted, .yes, .scheduled, .sample(lateMinutes: 20), saved: "lateness"),
      page(.accepted, .yes, .open, .sample(since: 5)), page(.tentative, .perhaps, .inviting, .sample()), wrong,
      page(.accepted, .yes, .ended, .sample(since: 90, again: true), saved: "again"),
      page(.accepted, .yes, .ended, .sample()), page(.declined, .no, .scheduled, .sample()),
    ]
  }
}

extension HonourBriefPage {
  package static var samples: [HonourBriefPage] {
    let back = Path.personal(Token(bytes: Array(repeating: 7, count: 16)))
    return [HonourBrief.sample(), .sample(.speaker, isBare: true)].map {
      HonourBriefPage(brief: $0, zones: [Party.sample().zone], back: back, site: "https://runde.example.org")
    }
  }
}

extension AssistantPage {
  package static var samples: [AssistantPage] {
    func page(_ state: GuestState, _ answer: Answer?, _ stage: PartyStage, saved: String = "") -> AssistantPage {
      AssistantPage(
        token: Token(bytes: Array(repeating: 7, count: 16)),
        standing: GuestStanding(state: state, wasInside: false, stage: stage, isHonoured: true),
        party: .sample(stage: stage),
        person: .honoured(state, answer: answer), visit: .sample(lateMinutes: 10, assistant: true),
        assistant: Honour.Assistant(name: "Vera Klein", email: "v.klein@example.org"), now: PartyFacts.sampleTime,
        saved: saved)
    }
    return [
      page(.invited, nil, .inviting), page(.accepted, .yes, .scheduled, saved: "reply"), page(.accepted, .yes, .closed),
    ]
  }
}
