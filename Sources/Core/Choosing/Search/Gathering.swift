/// A start and a language, with the people who are free then and speak it.
struct Gathering: Sendable {
  /// A bit of `TableModel.starts` and one of the languages.
  let start: UInt64
  let language: UInt64

  func holds(_ person: Int, in model: TableModel) -> Bool {
    model.starts[person] & start != 0 && model.index.languages[person] & language != 0
  }
}

/// Everybody who may be chosen, ranked by promise, and the gatherings worth a look.
struct Promise: Sendable {
  private let model: TableModel
  /// Pinned people, none twice, the host not among them.
  let pinned: [Int]
  /// Neither pinned nor excluded, and with an hour and a language in common with the host; most promising first.
  let people: [Int]
  private let values: [Int32]
  /// The promise of everybody who could come, pinned and excluded people included.
  private let everybody: [Int32]
  /// For each pinned person the people who share a topic with them, most promising first: without these a pin from far
  /// away would stay isolated.
  private let partners: [[Int]]

  private static let partnersPerPin = 25

  /// Company is sought among this many of the most promising people: anybody further down has little to say on the
  /// topic, or to the host.
  private static let companyWithin = 6000

  init(_ model: TableModel) {
    self.init(model, everybody: Self.values(model))
  }

  private init(_ model: TableModel, everybody: [Int32]) {
    self.model = model
    self.everybody = everybody
    var seen: Set<Int> = [model.wish.host]
    pinned = model.wish.pinned.filter { model.fits.indices.contains($0) && seen.insert($0).inserted }
    var values = everybody
    for person in seen.union(model.wish.excluded) where values.indices.contains(person) { values[person] = .min }
    let people = Self.sorted(values)
    self.people = people
    self.values = values
    partners = pinned.prefix(8).map { pin in
      let row = PairRow(pin, in: model)
      return people.filter { row.facts(with: $0).shared > 0 }
    }
  }

  /// The same people after pins and exclusions have changed.
  func changed(_ model: TableModel) -> Promise { Promise(model, everybody: everybody) }

  private static func values(_ model: TableModel) -> [Int32] {
    let host = model.wish.host
    let row = PairRow(host, in: model)
    var values = [Int32](repeating: .min, count: model.index.count)
    for person in 0..<model.index.count
    where model.starts[person] & model.starts[host] != 0
      && model.index.languages[person] & model.index.languages[host] != 0
    {
      values[person] = 2 * model.fits[person] + Int32(row.value(with: person).points)
    }
    return values
  }

  /// Sorted by value, then by position. The values are small numbers, so counting is faster than comparing.
  private static func sorted(_ values: [Int32]) -> [Int] {
    let known = values.filter { $0 > .min }
    guard let least = known.min(), let most = known.max() else { return [] }
    var places = [Int](repeating: 0, count: Int(most - least) + 2)
    for value in known { places[Int(most - value) + 1] += 1 }
    for place in 1..<places.count { places[place] += places[place - 1] }
    var sorted = [Int](repeating: 0, count: known.count)
    for (person, value) in values.enumerated() where value > .min {
      sorted[places[Int(most - value)]] = person
      places[Int(most - value)] += 1
    }
    return sorted
  }

  /// The best of the gatherings that most pinned people can attend: the ones with the most promising people. Of two
  /// with the same people only the first is returned.
  /// - Parameter guests: gatherings that more of them can attend come first.
  func gatherings(limit: Int, for guests: [Int] = []) -> [Gathering] {
    let host = model.wish.host
    let head = people.prefix(1500)
    var seen: Set<[Bool]> = []
    var ranked: [(gathering: Gathering, pins: Int, guests: Int, value: Int)] = []
    for start in Self.bits(model.wish.starts.isEmpty ? 1 : model.starts[host]) {
      for language in Self.bits(model.index.languages[host]) {
        let gathering = Gathering(start: start, language: language)
        guard seen.insert((pinned + head).map { gathering.holds($0, in: model) }).inserted else { continue }
        ranked.append((gathering, count(pinned, gathering), count(guests, gathering), value(gathering)))
      }
    }
    let most = ranked.map(\.pins).max() ?? 0
    return ranked.filter { $0.pins == most }.enumerated()
      .sorted { ($1.element.guests, $1.element.value, $0.offset) < ($0.element.guests, $0.element.value, $1.offset) }
      .prefix(limit).map(\.element.gathering)
  }

  private func count(_ people: [Int], _ gathering: Gathering) -> Int {
    people.count { gathering.holds($0, in: model) }
  }

  private func value(_ gathering: Gathering) -> Int {
    people.lazy.filter { gathering.holds($0, in: model) }.prefix(3 * model.wish.size).reduce(0) { $0 + Int(values[$1]) }
  }

  private static func bits(_ mask: UInt64) -> [UInt64] {
    (0..<64).map { UInt64(1) << $0 }.filter { mask & $0 != 0 }
  }

  /// The unpinned guests of a table and the people who would go best with them, the latter ranked by their promise in
  /// any company.
  func company(of guests: [Int], limit: Int) -> [Int] {
    let rows = guests.map { PairRow($0, in: model) }
    let head = people.prefix(Self.companyWithin)
    let eases = head.map { person in
      rows.reduce(values[person] - model.fits[person]) { $0 + Int32($1.value(with: person).points) }
    }
    let table = guests.filter { !pinned.contains($0) }
    let taken = Set(table)
    let friends = Set(partners.flatMap { $0.prefix(Self.partnersPerPin) }).subtracting(taken).sorted()
    let near =
      friends
      + Self.sorted(eases).lazy.map { head[$0] }
      .filter { !taken.contains($0) && !friends.contains($0) }.prefix(limit)
    let known = taken.union(near)
    return table + near + people.lazy.filter { !known.contains($0) }.prefix(limit / 2)
  }

  /// True for somebody who is neither pinned nor excluded and has an hour and a language in common with the host.
  func mayCome(_ person: Int) -> Bool { values.indices.contains(person) && values[person] > .min }

  /// - Parameter guests: always part of the pool if they can be there.
  func pool(_ gathering: Gathering, limit: Int, with guests: [Int] = []) -> TablePool {
    let fixed = [model.wish.host] + pinned.prefix(model.wish.size - 1)
    let near = partners.flatMap { $0.lazy.filter { gathering.holds($0, in: model) }.prefix(Self.partnersPerPin) }
    var taken: Set<Int> = []
    let first = (guests + near).filter { gathering.holds($0, in: model) && taken.insert($0).inserted }
    let others = people.lazy.filter { gathering.holds($0, in: model) && !taken.contains($0) }.prefix(limit)
    return TablePool(fixed + first + others, fixed: fixed.count, in: model)
  }
}
