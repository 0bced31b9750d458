import Core
import Foundation

/// The people of an address book, numbered for choosing, with the facts that sentences about them need.
package struct TableSource: Sendable {
  package let candidates: [Candidate]
  package let list: TableList
  private let numbers: [PersonID: Int]
  private let listed: [Listed]

  package init(
    _ candidates: [Candidate], _ subjects: Subjects, listed: [PersonID: Listed], meetings: [[PersonID]],
    avoidances: [Avoidance] = [], languages: Set<Tongue>, on date: Date, in zones: Zones
  ) {
    let numbers = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($0.element.id, $0.offset) })
    var people = candidates.map { listed[$0.id] ?? Listed() }
    for meeting in meetings {
      let known = meeting.compactMap { numbers[$0] }
      for person in known {
        people[person].met += known.filter { $0 != person }
        people[person].hasMetHost = true
      }
    }
    for avoidance in avoidances {
      guard let person = numbers[avoidance.person], let other = numbers[avoidance.other] else { continue }
      people[person].apart.append(other)
    }
    self.candidates = candidates
    self.numbers = numbers
    self.listed = people
    list = TableList(people, subjects, languages: languages, on: date, in: zones)
  }

  package func numbers(of people: some Sequence<PersonID>) -> [Int] { people.compactMap { numbers[$0] } }

  package func id(_ number: Int) -> PersonID? { candidates.indices.contains(number) ? candidates[number].id : nil }

  /// Role and organisation.
  package func place(_ number: Int) -> String {
    [listed[number].role, listed[number].organisation].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  package func hasAddress(_ number: Int) -> Bool { listed[number].hasAddress }

  /// The topic of a person that is about a subject.
  package func title(of person: Int, on subject: Int) -> String {
    list.subjects.topic(of: person, on: subject).map { candidates[person].topics[$0].title }
      ?? list.subjects.names[subject]
  }
}
