import Core
import Database
import Foundation
import House
import Records

/// From one evening to the next: the core is carried over, the question grows from what was left open, the rhythm finds
/// the date.
package struct NextEvening {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// A draft of the circle's next evening, with its core chosen in the order of how often each came.
  /// - Throws: `AppError.conflict` if the series was ended, or a next evening is already under way.
  package func plan(for circle: Circle, host: Host) throws -> PartyID {
    guard circle.endedAt == nil else { throw AppError.conflict(Message("circle.refused.ended")) }
    if let full = try PartyQuota(services: services, connection: connection).refusal(of: host.id) {
      throw AppError.conflict(full)
    }
    let store = CircleStore(connection: connection)
    let parties = try store.parties(of: circle.id).map { try PartyStore(connection: connection).party($0) }
    guard let last = parties.last else { throw AppError.notFound }
    guard last.isDone else { throw AppError.conflict(Message("circle.refused.underWay")) }
    let party = try draft(after: parties.last { $0.isOver } ?? last, circle, host, number: parties.count + 1)
    try PartyStore(connection: connection).insert(party)
    try store.assign(party.id, to: circle.id)
    try carryOver(to: party, circle)
    return party.id
  }

  private func draft(after last: Party, _ circle: Circle, _ host: Host, number: Int) throws -> Party {
    let now = services.now()
    let t = services.phrases(host.language)
    var party = Party(
      id: services.newID(), host: host,
      title: t("circle.next.name", ["name": circle.name, "number": t.number(number)]),
      occasion: last.occasion, form: last.form, at: now)
    (party.seats, party.minutes, party.zone) = (last.seats, last.minutes, last.zone)
    party.dayBeforeHour = last.dayBeforeHour
    party.substance.topic = last.substance.topic
    party.substance.question = try OpenQuestions(connection: connection).questions(of: last.id).first ?? ""
    if let start = last.start, let next = circle.rhythm.next(after: start, in: services.zones[last.zone]), next > now {
      (party.dateKind, party.start) = (.fixed, next)
    }
    return party
  }

  private func carryOver(to party: Party, _ circle: Circle) throws {
    let store = CircleMemberStore(connection: connection, circle: circle.id)
    let history = try store.history()
    let attendance = history.attendance
    let sentAway = try store.sentAway()
    let day = party.start ?? services.now()
    let active = try store.members().filter { member in
      member.leftAt == nil && !sentAway.contains(member.person) && !member.isPausing(at: day)
    }
    // Anybody who asked to be asked again, or came back, is asked, even if they missed evenings in the meantime.
    let lastEnded = history.evenings.last?.endedAt.date ?? .distantPast
    let asked = active.filter { member in
      history.core.contains(member.person) || member.pausedUntil != nil || member.joinedAt > lastEnded
    }.map(\.person)
    let ranked = asked.sorted { (attendance[$1] ?? 0, $0) < (attendance[$0] ?? 0, $1) }
    let ordered = try AvoidanceStore(connection: connection).all(of: party.host).together(ranked)
    for member in active where member.pausedUntil != nil && ordered.contains(member.person) {
      try store.pause(member.person, until: nil)
    }
    let shortlist = ShortlistStore(services: services, connection: connection)
    for person in ordered.prefix(party.seats) { try shortlist.apply(.choose, to: person, party: party) }
    for person in ordered.dropFirst(party.seats) { try shortlist.apply(.reserve, to: person, party: party) }
  }
}
