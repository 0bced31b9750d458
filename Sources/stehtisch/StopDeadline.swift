import Foundation
import Logging
import ServiceLifecycle

/// Ends the program when something that was told to end does not. What was acknowledged is on the disk at any time; what was in flight is
/// taken up again after the restart, as after a crash.
struct StopDeadline: Service {
  let logger: Logger
  /// Behind the time after which services are cancelled.
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
