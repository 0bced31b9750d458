import Core
import Database
import Foundation
import House
import Records
import ServiceLifecycle

/// Looks after evenings that are over: summaries, the count of ballots, the one reminder of a promise.
package struct Afterglow: Service {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  private static let interval = Duration.seconds(30)

  package func run() async throws {
    await services.inRounds(every: Self.interval, "afterglow") { try await tick(at: services.now()) }
  }

  /// Does one round. Calling it twice does nothing more.
  package func tick(at now: Date) async throws {
    let moment = Moment(now)
    let parties = try await services.database.read { try AfterglowStore(connection: $0).unfinished(at: moment) }
    for party in parties {
      try await services.database.write { [services] connection in
        try AfterglowRound(services: services, connection: connection, now: moment).look(after: party)
      }
    }
    if !parties.isEmpty { services.wakeOutbox() }
  }
}

/// One evening, in one transaction.
struct AfterglowRound {
  let services: Services
  let connection: any Connection
  let now: Moment

  func look(after id: PartyID) throws {
    let party = try PartyStore(connection: connection).party(id)
    guard party.isOver, let host = try HostStore(connection: connection).host(party.host) else { return }
    try join(party)
    try summarise(party, host)
    try count(party)
    try remind(party, host)
  }

  /// Everybody who came to an evening of a circle belongs to it.
  private func join(_ party: Party) throws {
    guard let circle = try CircleStore(connection: connection).circle(of: party.id), circle.endedAt == nil else {
      return
    }
    try CircleMemberStore(connection: connection, circle: circle.id).join(fromEvening: party.id, at: now.date)
  }

  /// Sends summaries once, if mail is set up; the pages have them in any case.
  private func summarise(_ party: Party, _ host: Host) throws {
    let store = AfterglowStore(connection: connection)
    guard services.settings.smtp != nil, try !store.isSummarised(party.id) else { return }
    // A mail server set up later sends no summaries of evenings long past.
    let ended = try store.endedAt(party.id)?.date ?? now.date
    let isTold = MailRelevance.wantsSummary(endedAt: ended, at: now.date)
    // An evening without guests has nothing to tell: it may have been held elsewhere, or not at all.
    if try isTold && AttendanceStore(connection: connection).guestsInside(party.id) > 0 {
      let post = SummaryPost(services: services, connection: connection, party: party, host: host)
      for guest in try GuestStore(connection: connection).guests(of: party.id) { try post.send(to: guest) }
    }
    try store.markSummarised(party.id, at: now)
  }

  private func count(_ party: Party) throws {
    let ballots = BallotStore(connection: connection)
    guard try !ballots.isCounted(party.id),
      let ended = try AfterglowStore(connection: connection).endedAt(party.id)
    else { return }
    let turnout = try ballots.turnout(party.id)
    if BallotBox.isDue(answers: turnout.answers, voters: turnout.voters, endedAt: ended, now: now) {
      try ballots.count(party.id, at: now)
    }
  }

  private func remind(_ party: Party, _ host: Host) throws {
    guard services.settings.smtp != nil else { return }
    let store = AfterglowStore(connection: connection)
    for promise in try store.openPromises(of: party.id)
    where PromiseReminder.isDue(madeAt: promise.at, keptAt: nil, remindedAt: nil, now: now) {
      try SummaryPost(services: services, connection: connection, party: party, host: host).remind(of: promise)
      try store.markReminded(promise.number, of: party.id, at: now)
    }
  }
}
