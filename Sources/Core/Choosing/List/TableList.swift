import Foundation

/// The people of a list as tables are chosen from them. The host stands behind the last of them.
package struct TableList: Sendable {
  package let index: ProspectIndex
  package let subjects: Subjects
  /// The host's position, which is how many others there are.
  package var host: Int { index.count - 1 }
  /// Subjects the party is about, closest first, followed by others that go with them.
  package let facets: [Int]
  private let neighbours: Set<Int>

  /// Missing facts keep nobody away: somebody without a country can come at any hour and speaks every language.
  /// - Parameters:
  ///   - people: in the order of the links of `subjects`.
  ///   - languages: the ones the host speaks.
  ///   - date: the day of the party, which decides what the clocks say elsewhere.
  ///   - zones: the source of those clocks.
  package init(
    _ people: [Listed], _ subjects: Subjects, languages: Set<Tongue>, on date: Date, in zones: Zones
  ) {
    self.subjects = subjects
    let known = subjects.links.map { $0.filter { $0.strength >= SubjectLink.sameness }.map(\.subject) }
    let themes = Themes(known, relevance: subjects.relevance)
    facets = themes.facets
    neighbours = themes.neighbours
    var register = Register(date: date, zones: zones)
    var prospects = zip(people, known).map { register.prospect($0, topics: $1) }
    prospects.append(
      Prospect(
        topics: themes.facets, languages: Tongue.mask(languages),
        met: people.indices.filter { people[$0].hasMetHost }))
    index = ProspectIndex(prospects, weights: themes.weights)
  }

  /// - Parameters:
  ///   - seats: for guests.
  ///   - starts: half hours of the day in UTC at which the party might begin; empty when it doesn't matter yet.
  package func wish(seats: Int, starts: [Int], minutes: Int) -> TableWish {
    var wish = TableWish(host: host, size: min(TableWish.largest, seats + 1), facets: facets)
    wish.neighbours = neighbours
    wish.perOrganisation = perOrganisation(seats: seats)
    wish.starts = starts
    wish.length = min(48, max(1, (minutes + 29) / 30))
    return wish
  }

  /// Two, or as many more as a list of few organisations needs to leave a choice.
  private func perOrganisation(seats: Int) -> Int {
    let known = index.organisations.filter { $0 >= 0 }.reduce(into: [Int32: Int]()) { $0[$1, default: 0] += 1 }
    let unknown = host - known.values.reduce(0, +)
    let needed = min(2 * seats, host)
    var limit = 2
    while limit < TableWish.largest, known.values.reduce(unknown, { $0 + min(limit, $1) }) < needed { limit += 1 }
    return limit
  }
}

/// Gives organisations and countries their numbers.
private struct Register {
  let date: Date
  let zones: Zones
  private var hours: [String: UInt64] = [:]
  private var organisations: [String: Int] = [:]
  private var countries: [String: Int] = [:]

  init(date: Date, zones: Zones) {
    (self.date, self.zones) = (date, zones)
  }

  mutating func prospect(_ person: Listed, topics: [Int]) -> Prospect {
    let country = Country(named: person.country)
    return Prospect(
      topics: topics, offers: person.offers, seeks: person.seeks,
      organisation: Self.number(SearchKey.fold(person.organisation), in: &organisations),
      seniority: Seniority(role: person.role)?.rawValue,
      country: Self.number(country?.code ?? SearchKey.fold(person.country), in: &countries),
      languages: country.map { Tongue.mask($0.tongues) } ?? .max,
      hours: country.map { hours(of: $0) } ?? .max, met: person.met, apart: person.apart)
  }

  /// Looked up once for each country, not for each of its people.
  private mutating func hours(of country: Country) -> UInt64 {
    if let known = hours[country.code] { return known }
    let found = country.hours(on: date, in: zones)
    hours[country.code] = found
    return found
  }

  private static func number(_ name: String, in numbers: inout [String: Int]) -> Int? {
    if name.isEmpty { return nil }
    if let known = numbers[name] { return known }
    numbers[name] = numbers.count
    return numbers.count - 1
  }
}
