import Acts
import Core
import Foundation
import Records

extension Proposal {
  /// An invented table: somebody pinned, somebody written to, somebody with replacements.
  package static var sample: Proposal {
    let names = ["Miriam Sander", "Anna Berg", "Bruno Kern", "Dr. Wenzel Sturmhöfel", "Birgit Yıldızhan", "Finn Sturm"]
    let people = names.enumerated().dropFirst().map { somebody($0.offset, $0.element) }
    var seats = people.enumerated().map { Seat(person: $0.element, reason: reason($0.offset + 1)) }
    seats[0].isPinned = true
    seats[1].isWritten = true
    seats[2].replacements = [somebody(7, "Clara Voss"), somebody(8, "Dario Lenz")]
    var known = Names()
    known.people = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.offset, $0.element) })
    known.subjects = [0: "Coaching", 1: "Behörden", 2: "Supervision"]
    known.titles = [3: [2: "Supervision im Krankenhaus: wer darf fragen?"]]
    return Proposal(
      seats: seats, reserves: [somebody(7, "Clara Voss"), somebody(8, "Dario Lenz"), somebody(9, "Greta Holm")],
      breaches: [.noCommonLanguage, .isolated(5)], leaning: Leaning(breadth: 1, acquaintance: -2),
      company: company(names), names: known, isTaken: false)
  }

  private static func somebody(_ number: Int, _ name: String) -> Somebody {
    Somebody(
      id: PersonID(at: PartyFacts.sampleTime, random: (UInt64(number), 9)), name: name,
      place: number.isMultiple(of: 2) ? "interne Coachin, Polizeiakademie Mittelmark" : "",
      hasAddress: number != 2)
  }

  private static func reason(_ number: Int) -> SeatReason {
    let next = number % 5 + 1
    let partner = SeatReason.Partner(
      person: next, points: 12, shared: [0, 1], gives: number == 2 ? [1] : [], takes: [])
    let other = SeatReason.Partner(person: next % 5 + 1, points: 8, shared: [number % 2], gives: [], takes: [])
    return SeatReason(
      person: number, partners: [partner, other], companions: number == 5 ? [] : [partner, other],
      onlyTheirs: number == 3 ? [2] : [], carriesFacetAlone: false,
      without: Absence(
        wishes: [], isolated: number == 4 ? [1] : [],
        leftToOne: number == 1 ? [Absence.Topic(topic: 1, carrier: 2)] : []),
      fit: 10, loss: 40)
  }

  private static func company(_ names: [String]) -> Company {
    var ties: [Company.Tie] = []
    for one in 0..<5 {
      for other in (one + 1)..<6 where (one + other) % 3 != 0 {
        ties.append(Company.Tie(one: one, other: other, strength: other % 3 + 1))
      }
    }
    return Company(
      people: names, ties: ties,
      subjects: [
        Company.Subject(name: "Coaching", people: Array(names.prefix(5))),
        Company.Subject(name: "Behörden", people: [names[1], names[2], names[5]]),
      ])
  }
}
