import Acts
import Core
import Foundation
import House
import Records

extension DateView {
  package static func sample(_ facts: PartyFacts) -> DateView {
    let entered = facts.party.confirmedAt == nil ? [] : facts.guests(in: .accepted).map(\.guest.id)
    var marks = VoteMarks()
    marks.entered = Set(entered)
    if let voter = facts.poll.voters.first, let slot = facts.poll.slots.first { marks.byHost[voter.id] = [slot.id] }
    return DateView(facts: facts, marks: marks, now: PartyFacts.sampleTime)
  }
}

extension DatePage {
  package static var samples: [DatePage] {
    var refused = DatePage(view: .sample(.scheduled), moving: DatePlan.Row(date: "2027-03-28", time: "02:30"))
    refused.errors["time"] = Message(
      "time.problem.skipped", ["date": "2027-03-28", "time": "02:30", "zone": "Berlin"])
    var empty = PartyFacts.polling
    empty.poll = DatePoll(slots: empty.poll.slots, voters: [])
    let views = [PartyFacts.polling, empty, .inviting, .prepared, .scheduled, .over(.cancelled)].map(DateView.sample)
    return views.map { DatePage(view: $0) } + [
      refused, DatePage(view: .sample(.polling), refusal: Message("party.refused.pastDate")),
    ]
  }
}

extension DatePlanPage {
  package static var samples: [DatePlanPage] {
    let view = DateView.sample(.polling)
    var wrong = view.plan(in: .none)
    wrong.rows.append(DatePlan.Row(date: "2027-03-28", time: "02:30"))
    let skipped = ["date": "2027-03-28", "time": "02:30", "zone": "Berlin"]
    let errors = FieldErrors([
      "time.3": Message("time.problem.skipped", skipped), "rows": Message("scheduling.error.count"),
      "deadline": Message("scheduling.error.deadline"), "minutes": Message("scheduling.error.minutes"),
    ])
    let wrongs = [
      DatePlanPage(view, plan: wrong, errors: errors)
    ]
    return [.sample(.draft), .sample(.prepared), view].map { DatePlanPage($0, plan: $0.plan(in: .none)) } + wrongs
  }
}
