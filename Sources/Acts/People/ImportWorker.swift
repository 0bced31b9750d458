import Core
import Database
import Formats
import Foundation
import House
import Logging
import Records
import ServiceLifecycle

/// Reads and saves imports in the background, one at a time. Work interrupted by a restart is resumed, but not for
/// ever: a file that crashed the program would crash it at each start.
package struct ImportWorker: Service {
  package let services: Services

  /// The number of times reading or saving may be interrupted before it is given up.
  static let mostTries = 2

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    await cancelWhenGracefulShutdown {
      await fillLikenessKeys()
      await withTaskGroup { group in
        if let node = services.node { group.addTask { await heed(node) } }
        while !Task.isCancelled {
          await finishAll()
          await services.importBell.wait()
        }
        group.cancelAll()
      }
    }
  }

  /// For people stored before the program asked who may be the same person.
  private func fillLikenessKeys() async {
    do {
      var isMore = true
      while isMore && !Task.isCancelled {
        let limit = services.pace.rows
        isMore = try await services.paced {
          try await services.database.write { try LikenessStore(connection: $0).fillKeys(limit: limit) }
        }
      }
    } catch {
      services.logger.error("people can't be compared", metadata: ["error": "\(error)"])
    }
  }

  /// Works until nothing is waiting any more.
  package func finishAll() async {
    while !Task.isCancelled {
      do {
        guard let next = try await next() else {
          return
        }
        guard await work(next) else { return }
      } catch {
        return services.logger.error("imports can't be looked up", metadata: ["error": "\(error)"])
      }
    }
  }

  /// - Returns: false if it had to leave the import as it is.
  package func work(_ importing: Import) async -> Bool {
    let stop = StopSign()
    do {
      let tries = try await services.database.write { try ImportStore(connection: $0).beginTry(of: importing.id) }
      guard tries <= Self.mostTries else { throw Problem("import.problem.gaveUp") }
      try await withTaskCancellationHandler {
        try await OwnThread.run { [services] in
          switch importing.state {
          case .saving: try ImportSaving(services: services, importing: importing, stop: stop).run()
          default: try ImportReading(services: services, importing: importing, stop: stop).run()
          }
        }
      } onCancel: {
        stop.raise()
      }
      return true
    } catch is ImportGone {
      return true
    } catch is CancellationError {
      try? await services.database.write { try ImportStore(connection: $0).withdrawTry(of: importing.id) }
      return false
    } catch let problem as Problem {
      return await fail(importing, because: problem)
    } catch {
      services.logger.error("import failed", metadata: ["import": "\(importing.id)", "error": "\(error)"])
      return await fail(importing, because: Problem("import.problem.internal"))
    }
  }

  /// The file is no longer needed; the page shows the reason until the host has seen it.
  private func fail(_ importing: Import, because problem: Problem) async -> Bool {
    do {
      try await services.eraseRows(of: importing.id)
      let now = services.now()
      try await services.database.write { connection in
        try ImportStore(connection: connection)
          .move(importing.id, from: importing.state, to: .failed, problem: problem, at: now)
      }
      services.uploads.remove(importing.id)
      return true
    } catch {
      services.logger.error("import can't be marked", metadata: ["import": "\(importing.id)", "error": "\(error)"])
      return false
    }
  }
}

extension Services {
  /// Erases an import with its file and its rows, in batches that keep nobody waiting.
  package func erase(_ importing: Import) async throws {
    let now = now()
    // Work on it stops when it finds another state.
    try await database.write {
      let store = ImportStore(connection: $0)
      for state in [Import.State.reading, .saving] { try store.move(importing.id, from: state, to: .failed, at: now) }
    }
    try await eraseRows(of: importing.id)
    uploads.remove(importing.id)
    try await database.write { connection in
      try ImportStore(connection: connection).delete(importing.id)
      try OccasionStore(connection: connection).removeUnused(of: importing.host)
    }
    await forget(PersonErasure.Traces())
  }

  func eraseRows(of id: ImportID) async throws {
    var isMore = true
    while isMore {
      let limit = pace.rows
      isMore = try await paced {
        try await database.write {
          try ImportRowStore(connection: $0, importing: id).delete(limit: limit, alsoRejected: true)
        }
      }
    }
  }
}
