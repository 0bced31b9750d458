import Core
import Fetching
import Formats
import Foundation
import House
import Records

/// Looks into the calendars that hosts named, and stores the busy times.
package struct BusyLook: Sendable {
  package let services: Services
  private var fetch: any FileFetching { services.calendarFetching.fetch }

  /// The shortest interval between two requests to a calendar, in seconds.
  package static let interval: TimeInterval = 15 * 60
  private static let atOnce = 8
  /// The days looked ahead: longer than any poll.
  private static let days = 400.0

  package init(services: Services) {
    self.services = services
  }

  /// One round over all hosts whose guests choose a date.
  package func look() async throws {
    let due = try await services.database.read { [now = services.now()] in
      try BusyStore(connection: $0).due(triedBefore: now.addingTimeInterval(-Self.interval), at: now)
    }
    // Some at once: a server that takes the connection and says nothing keeps few others waiting.
    for first in stride(from: 0, to: due.count, by: Self.atOnce) where !Task.isCancelled {
      try await withThrowingTaskGroup(of: Void.self) { group in
        for source in due[first..<min(first + Self.atOnce, due.count)] {
          group.addTask { try await look(into: source) }
        }
        try await group.waitForAll()
      }
    }
  }

  package func look(into source: BusyStore.Source) async throws {
    let now = services.now()
    do {
      let times = try await times(of: source, from: now)
      try await services.database.write { try BusyStore(connection: $0).store(times, from: source, at: now) }
    } catch FetchFailure.refused(401) where !source.user.isEmpty {
      try await fail("wrongLogin", source, at: now)
    } catch let failure as FetchFailure {
      try await fail(failure.word, source, at: now)
    } catch let problem as Problem {
      try await fail(problem.key.split(separator: ".").last.map(String.init) ?? "notACalendar", source, at: now)
    }
  }

  private func times(of source: BusyStore.Source, from now: Date) async throws -> [Range<Date>] {
    let zone = services.zones[source.zone]
    let query = BusyQuery(fetch: fetch, address: source.address, login: try services.login(of: source))
    return try await OwnThread.run {
      // The current day counts from its beginning.
      let window = now.addingTimeInterval(-86_400)..<now.addingTimeInterval(Self.days * 86_400)
      return try query.times(in: window) { content in
        try BusyReader(in: window) { zone.seconds(ofLocal: $0) }.times(content)
      }
    }
  }

  private func fail(_ word: String, _ source: BusyStore.Source, at now: Date) async throws {
    try await services.database.write { try BusyStore(connection: $0).fail(word, of: source, at: now) }
  }
}

/// The fetcher for calendars: guarded, unless a test sets another.
package struct CalendarFetching: Sendable {
  package let fetch: any FileFetching

  package init(_ fetch: any FileFetching) {
    self.fetch = fetch
  }
}

extension Services {
  package var calendarFetching: CalendarFetching {
    fixtures.one { CalendarFetching(GuardedFetch(FetchRules(bytes: BusyLimits().bytes))) }
  }
}

extension Zone {
  /// The seconds since 1970 at which the zone's clocks show `local`, which is given as if it were UTC.
  fileprivate func seconds(ofLocal local: Int) -> Int {
    let near = local - offset(at: Date(wholeSeconds: local))
    return local - offset(at: Date(wholeSeconds: near))
  }
}
