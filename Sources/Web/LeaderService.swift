import House
import ServiceLifecycle

/// Work that one node does for all: it goes on while this one leads. Where there is one program, it always does.
struct LeaderService: Service {
  let work: any Service
  let services: Services

  private static let pause = Duration.milliseconds(500)

  func run() async throws {
    guard let node = services.node else { return try await work.run() }
    await cancelWhenGracefulShutdown {
      while await becomes(true, node) {
        await withTaskGroup { group in
          group.addTask { await begin() }
          group.addTask { _ = await becomes(false, node) }
          await group.next()
          group.cancelAll()
        }
      }
    }
  }

  private func begin() async {
    do { try await work.run() } catch {
      if !Task.isCancelled { services.logger.error("work of the leading node", metadata: ["error": "\(error)"]) }
    }
  }

  /// - Returns: true once the node leads, or no longer does; false when the program ends.
  private func becomes(_ leads: Bool, _ node: ThisNode) async -> Bool {
    while node.leads != leads, !Task.isCancelled { try? await Task.sleep(for: Self.pause) }
    return !Task.isCancelled
  }
}
