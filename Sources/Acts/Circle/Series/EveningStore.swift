import Core
import Database
import House
import Records

/// Assembles the host's view of an evening that is over.
package struct EveningStore {
  package let services: Services
  package let connection: any Connection

  package init(services: Services, connection: any Connection) {
    self.services = services
    self.connection = connection
  }

  /// - Throws: `AppError.notFound` if the host has no such party, or it is not over.
  package func view(of id: PartyID, host: HostID) throws -> EveningView {
    let party = try PartyStore(connection: connection).party(id, of: host)
    guard party.isOver else { throw AppError.notFound }
    let keepsakeStore = KeepsakeStore(services: services, connection: connection, party: party)
    let people = try keepsakeStore.participants().filter { $0.value.wasInside }
    let keepsakes = try keepsakeStore.keepsakesOfHost()
    let ballots = BallotStore(connection: connection)
    let result = try ballots.result(of: id)
    let isCounted = try ballots.isCounted(id)
    let spoken = people.values.reduce(0) { $0 + $1.spoken }
    let mirror = HostMirror(
      spoken: (people[.host]?.spoken ?? 0, spoken), people: people.count, cardsTaken: keepsakes.cards.count,
      result: result)
    return EveningView(
      party: party, circle: try CircleStore(connection: connection).circle(of: id), result: result,
      isCounted: isCounted, turnout: try ballots.turnout(id), mirror: isCounted ? mirror : nil, keepsakes: keepsakes,
      present: people.filter { $0.key != .host }.map(\.value.name).sorted(),
      outcome: try CircleStore(connection: connection).outcome(of: id),
      openQuestions: try OpenQuestions(connection: connection).questions(of: id))
  }
}
