import Core
import Foundation

extension BallotResult {
  /// The result of an invented evening: this many of six said yes.
  package static func sample(learnt: Int, again: Int) -> BallotResult {
    BallotResult(
      answers: 6, learnt: Share(yes: learnt, of: 6), gave: Share(yes: 4, of: 6), again: Share(yes: again, of: 6),
      lines: ["Mehr Zeit an den kleinen Tischen, bitte.", "Die Frage hat gesessen."])
  }
}

extension Keepsakes {
  package static func sample(hasBallot: Bool = true, isEmpty: Bool = false, wasThere: Bool = true) -> Keepsakes {
    let table = TableID(number: 1)
    return Keepsakes(
      me: ParticipantID("0"), wasThere: wasThere,
      met: isEmpty
        ? []
        : [
          Met(name: "Jonas Weber", line: "Leiter Personalentwicklung", minutes: 14, topics: ["Vertrauen"]),
          Met(name: "Karin Holm", line: "", minutes: 1, topics: []),
        ],
      coasters: isEmpty
        ? []
        : [
          Coaster(
            table: table, topic: "Vertrauen",
            lines: [
              .init(author: "Jonas Weber", text: "Wer fragt, führt?"), .init(author: "", text: "Studie von Kim"),
            ],
            sharedBy: nil, isMine: true),
          Coaster(
            table: TableID(number: 2), topic: "", lines: [.init(author: "Karin Holm", text: "Was lassen wir weg?")],
            sharedBy: "Karin Holm", isMine: false),
        ],
      cards: isEmpty
        ? []
        : [
          Card(
            person: .host, name: "Miriam Sander", line: "Sander Coaching", email: "m.sander@example.org", phone: "",
            web: "https://example.org")
        ],
      promises: isEmpty
        ? []
        : [
          Promise(number: 1, text: "das Papier", isMine: true, others: ["Jonas Weber"], isKept: false),
          Promise(number: 2, text: "den Fragebogen", isMine: false, others: ["Karin Holm"], isKept: true),
        ],
      ballot: hasBallot ? (isEmpty ? BallotBox.Deposit.given : BallotBox.Deposit.blank) : nil, next: nil,
      membership: isEmpty
        ? nil : CircleMembership.sample,
      awaitsShares: !wasThere)
  }
}

extension CircleMembership {
  package static let sample = CircleMembership(
    name: "Vertrauen",
    peers: ["Jonas Weber", "Karin Holm"].enumerated().map { place, name in
      Peer(person: PersonID(at: PartyFacts.sampleTime, random: (UInt64(place), 1)), name: name)
    }, isMember: true)
}

extension CircleView {
  private static let time = PartyFacts.sampleTime

  /// An invented circle: evenings with these results, and perhaps one ahead.
  package static func sample(results: [BallotResult?], hasAhead: Bool = false, isEnded: Bool = false) -> CircleView {
    let names = ["Jonas Weber", "Karin Holm", "Amelie Brandt", "Per Lindqvist", "Hanna Ocker", "Tom Behrens"]
    let people = names.indices.map { PersonID(at: time, random: (UInt64($0), UInt64($0))) }
    let members = zip(people, names).map { person, name in
      Circle.Member(
        person: person, name: name, organisation: "Beispiel GmbH", role: "Coach", joinedAt: time, leftAt: nil)
    }
    let history = CircleHistory(
      results.enumerated().map { index, result in
        CircleEvening(
          endedAt: Moment(time).adding(seconds: index * 30 * 86_400), present: Set(people.prefix(5)), result: result)
      })
    var matrix = MeetingMatrix(people)
    for (i, one) in people.enumerated() {
      for (j, other) in people.enumerated() where j > i && (i + j) % 3 != 0 {
        matrix.add(one, other, seconds: 600 * (i + 1))
      }
    }
    return CircleView(
      circle: Circle(
        id: CircleID(at: time, random: (9, 9)), host: Host.sample.id, name: "Vertrauen in Behörden", rhythm: .monthly,
        eveningsToHonour: 3, createdAt: time, endedAt: isEnded ? time : nil),
      members: members, parted: [], evenings: evenings(results, hasAhead: hasAhead), history: history, matrix: matrix,
      readiness: HonourReadiness(history), kind: .executive)
  }

  private static func evenings(_ results: [BallotResult?], hasAhead: Bool) -> [Evening] {
    let past = results.enumerated().map { index, result in
      var party = Party.sample(stage: .closed)
      party.start = time.addingTimeInterval(Double(index) * 30 * 86_400)
      return Evening(
        party: party, present: 5, result: result,
        outcome: index == 0 ? "Kim hat das Papier geschickt, und zwei von uns probieren es aus." : "")
    }
    guard hasAhead else { return past }
    return past + [Evening(party: .sample(), present: 0, result: nil, outcome: "")]
  }
}
