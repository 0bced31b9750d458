import Core
import Foundation
import House
import Records
import ServiceLifecycle

/// Does what other nodes ask of the floors that this one has.
package struct NodeCalls: Service {
  package let services: Services

  package init(services: Services) {
    self.services = services
  }

  package func run() async throws {
    guard let node = services.node else { return try await gracefulShutdown() }
    // A lost hint costs no more than a second.
    await atEachRing(of: node.calls, orEvery: .seconds(1)) { await takeAll(node.name) }
  }

  private func takeAll(_ name: String) async {
    do {
      let isAny = try await services.read { try NodeCallStore(connection: $0).isAny(for: name) }
      guard isAny else { return }
      for call in try await services.write({ try NodeCallStore(connection: $0).take(for: name) }) {
        Task { await answer(call.id, call.body) }
      }
    } catch {
      services.logger.error("calls of nodes", metadata: ["error": "\(error)"])
    }
  }

  private func answer(_ id: String, _ body: String) async {
    let answer = await (try? FloorCall(body))?.perform(services) ?? ""
    do {
      try await services.write { try NodeCallStore(connection: $0).answer(id, answer) }
    } catch {
      services.logger.error("a node was not answered", metadata: ["error": "\(error)"])
    }
  }
}

/// Works whenever a bell rings, and at least this often, until the program is to stop.
func atEachRing(of bell: Bell, orEvery interval: Duration, _ work: @escaping @Sendable () async -> Void) async {
  await cancelWhenGracefulShutdown {
    await withTaskGroup { group in
      group.addTask {
        while !Task.isCancelled {
          try? await Task.sleep(for: interval)
          bell.ring()
        }
      }
      while !Task.isCancelled {
        await bell.wait()
        await work()
      }
      group.cancelAll()
    }
  }
}

extension Services {
  /// Asks another node.
  /// - Returns: false where it certainly did not do it, and won't.
  /// - Throws: `FloorRefusal`, or `AppError.unavailable` where nobody knows.
  func ask(_ other: String, _ call: FloorCall) async throws -> Bool {
    guard let node else { return false }
    let (id, body) = ("\(node.name):\(newID(Entity.Party.self))", try call.text)
    try await write { try NodeCallStore(connection: $0).ask(id, of: other, body) }
    node.tell(.call(node: other))
    let answer = try await answer(to: id)
    let isUntouched = try await write { try NodeCallStore(connection: $0).withdraw(id) }
    guard let answer else {
      if isUntouched { return false }
      throw AppError.unavailable
    }
    if answer == "done" { return true }
    throw FloorRefusal(rawValue: answer).map { $0 as any Error } ?? AppError.unavailable
  }

  /// Nil when nothing came in time.
  private func answer(to id: String) async throws -> String? {
    let end = ContinuousClock.now + .milliseconds(NodeCallStore.patience + 500)
    var pause = Duration.milliseconds(4)
    while ContinuousClock.now < end {
      try await Task.sleep(for: pause)
      if let answer = try await read({ try NodeCallStore(connection: $0).answer(to: id) }) { return answer }
      pause = min(pause * 2, .milliseconds(100))
    }
    return nil
  }
}
