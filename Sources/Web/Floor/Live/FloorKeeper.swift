import ServiceLifecycle

/// Keeps the clocks of all floors going.
struct FloorKeeper: Service {
  let services: Services

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await services.floors.tick()
        try? await Task.sleep(for: .milliseconds(250))
      }
    }
  }
}
