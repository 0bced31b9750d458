/// The people who might come in a guest's place.
package struct TableReserves: Sendable {
  /// Somebody who would take the place of a guest who declines.
  package struct Reserve: Sendable, Equatable {
    package let person: Int
    /// The change in the table's points.
    package let change: Int
  }

  /// For each guest the people who fit best in their place, best first. None of them breaks a rule; the list may be
  /// empty.
  package let replacements: [Int: [Reserve]]
  /// Everybody who could come, ordered by how well they would do whoever declines.
  package let ranked: [Int]
}

extension TablePlanner {
  /// The number of replacements named for one guest.
  private static let perGuest = 3
  private static let looked = 200
  /// The points that count for a guest whom somebody can't replace.
  private static let impossible = -60

  /// - Parameter limit: the most reserves in `ranked`.
  package func reserves(for proposal: TableProposal, limit: Int = 10) -> TableReserves {
    let guests = proposal.guests
    let company = promise.company(of: guests, limit: Self.looked).filter { !guests.contains($0) }
    let pool = TablePool([model.wish.host] + guests + company, fixed: 1 + guests.count, in: model)
    let table = TableSearch(pool)
    var sums: [Int: Int] = [:]
    var replacements: [Int: [TableReserves.Reserve]] = [:]
    for (place, guest) in guests.enumerated() {
      let reserves = self.reserves(table, seat: place + 1)
      replacements[guest] = Array(reserves.prefix(Self.perGuest))
      for reserve in reserves {
        sums[reserve.person, default: Self.impossible * guests.count] += reserve.change - Self.impossible
      }
    }
    let ranked = sums.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return TableReserves(replacements: replacements, ranked: Array(ranked.prefix(limit)))
  }

  private func reserves(_ table: TableSearch, seat: Int) -> [TableReserves.Reserve] {
    let pool = table.pool
    let vacancy = Vacancy(table, seat: seat)
    let rest = table.seats.indices.filter { $0 != seat }.map { pool.people[table.seats[$0]] }
    let starts = rest.reduce(UInt64.max) { $0 & model.starts[$1] }
    let languages = rest.reduce(UInt64.max) { $0 & model.index.languages[$1] }
    return (table.seats.count..<max(pool.count, table.seats.count))
      .filter { newcomer in
        let person = pool.people[newcomer]
        return !rest.contains { model.index.areApart($0, person) } && starts & model.starts[person] != 0
          && languages & model.index.languages[person] != 0
          && vacancy.isolated(newcomer, table) == 0 && table.hasRoom(for: newcomer, leaving: [table.seats[seat]])
      }
      .map { TableReserves.Reserve(person: pool.people[$0], change: Int(vacancy.gain($0, table))) }
      .sorted { ($1.change, $0.person) < ($0.change, $1.person) }
  }
}
