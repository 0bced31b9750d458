import ServiceLifecycle

/// Keeps the clocks of all floors going, and looks after rights that have ended.
struct FloorKeeper: Service {
  let services: Services

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await services.floors.tick()
        await services.endSocketsIfAsked()
        try? await Task.sleep(for: .milliseconds(250))
      }
    }
  }
}
