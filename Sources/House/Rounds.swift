import Logging
import ServiceLifecycle

extension Services {
  /// Repeats the same work until the program stops. A round that fails is logged, and the next one tries again.
  /// - Parameter failure: the log message for it.
  package func inRounds(
    every interval: Duration, _ failure: Logger.Message, _ work: @escaping @Sendable () async throws -> Void
  ) async {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        do { try await work() } catch is CancellationError { return } catch {
          logger.error(failure, metadata: ["error": "\(error)"])
        }
        try? await Task.sleep(for: interval)
      }
    }
  }
}
