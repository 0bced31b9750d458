import Acts
import Core
import Foundation
import House
import Records

extension CircleHonourPage {
  package static var samples: [CircleHonourPage] {
    let (good, dull) = (BallotResult.sample(learnt: 5, again: 6), BallotResult.sample(learnt: 1, again: 1))
    let views: [CircleView] = [
      .sample(results: [good, good, good], hasAhead: true), .sample(results: [good, dull], hasAhead: true),
      .sample(results: [good]),
    ]
    return views.map { CircleHonourPage(view: $0) }
  }
}

extension HonourView {
  package static func sample(
    _ stage: PartyStage, _ person: KnownGuest? = nil, thanked: Bool = false, hasQuestions: Bool = true
  ) -> HonourView {
    let good = BallotResult.sample(learnt: 5, again: 6)
    let circle = CircleView.sample(results: [good, good, good])
    let party = Party.sample(stage: stage)
    var honour = Honour.sample(assistant: stage == .scheduled)
    if thanked {
      (honour.thanks, honour.again) = ("danke, dass Sie da waren.", true)
      honour.thankedAt = Moment(PartyFacts.sampleTime)
    }
    let seat = person.map {
      Seat(
        honour: honour, person: $0, letter: .sample(party), isHandedOver: false,
        proposedThanks: "danke, dass Sie uns zwanzig Minuten geschenkt haben.")
    }
    return HonourView(
      party: party, circle: KnownCircle(id: circle.circle.id, name: circle.circle.name), readiness: circle.readiness,
      seat: seat, questions: hasQuestions ? Question.samples : [], hasServer: true, now: PartyFacts.sampleTime)
  }
}

extension HonourPage {
  package static var samples: [HonourPage] {
    func page(_ view: HonourView, saved: String = "") -> HonourPage {
      HonourPage(
        view: view, entered: view.seat.map { HonourEntry($0.honour) } ?? HonourEntry(view.party), saved: saved)
    }
    var wrong = page(.sample(.inviting))
    (wrong.entered.begins, wrong.isEarly) = ("90", true)
    wrong.errors = wrong.entered.slotErrors(wrong.view.party)
    wrong.errors["name"] = Message("honour.error.name")
    var refused = page(.sample(.inviting, .honoured(.shortlisted), hasQuestions: false))
    refused.problem = Message("honour.refused.objected")
    return [
      page(.sample(.inviting)), wrong, page(.sample(.inviting, .honoured(.shortlisted)), saved: "seat"), refused,
      page(.sample(.scheduled, .honoured(.accepted, answer: .yes))),
      page(.sample(.ended, .honoured(.accepted, answer: .yes))),
      page(.sample(.closed, .honoured(.accepted, answer: .yes), thanked: true)), page(.sample(.open)),
    ]
  }
}
