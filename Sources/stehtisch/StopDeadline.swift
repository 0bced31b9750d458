import Foundation
import Logging
import ServiceLifecycle

/// Ends the program if something that was told to stop doesn't. Whatever was acknowledged is always on disk; work in
/// flight is resumed after the restart, as after a crash.
struct StopDeadline: Service {
  let logger: Logger
  /// Later than the time at which services are cancelled.
  var patience = Duration.seconds(23)

  func run() async throws {
    await withGracefulShutdownHandler {
      try? await gracefulShutdown()
    } onGracefulShutdown: {
      Task.detached {
        try await Task.sleep(for: patience)
        logger.warning("ended with work in flight")
        exit(0)
      }
    }
  }
}
