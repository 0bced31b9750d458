import Foundation
import House
import Records

/// Imports where several nodes work: each goes on with those whose files it has, and the leading one with what dead nodes have left.
extension ImportWorker {
  private static let interval = Duration.seconds(5)

  func next() async throws -> Import? {
    guard let node = services.node else {
      return try await services.read { try ImportStore(connection: $0).nextWork() }
    }
    let (files, now) = (services.uploads.ids, services.now())
    return try await services.write { connection in
      try ImportStore(connection: connection)
        .nextWork(for: node.name, withFiles: files, leads: node.leads, at: now)
    }
  }

  /// Looks now and then, and when another node says that there may be something to do.
  func heed(_ node: ThisNode) async {
    node.listen { [services] hint in if hint == .imports { services.importBell.ring() } }
    while !Task.isCancelled {
      services.importBell.ring()
      await removeFiles()
      try? await Task.sleep(for: Self.interval)
    }
  }

  /// Removes the files of imports that another node has finished.
  private func removeFiles() async {
    guard !services.uploads.ids.isEmpty else { return }
    do {
      let (needed, unwanted) = try await services.read { connection in
        let store = ImportStore(connection: connection)
        let needed = try store.idsWithFiles()
        return (needed, try store.ids().subtracting(needed))
      }
      for id in unwanted { services.uploads.remove(id) }
      // A file is there before its import.
      services.uploads.removeAll(but: needed, olderThan: services.now().addingTimeInterval(-3600))
    } catch {
      services.logger.warning("uploads not looked through", metadata: ["error": "\(error)"])
    }
  }
}
