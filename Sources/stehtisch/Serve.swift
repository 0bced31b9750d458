import Acts
import ArgumentParser
import Connections
import Core
import Evening
import Foundation
import House
import Hummingbird
import Logging
import Records
import ServiceLifecycle
import StartingPages
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Start the server.")

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    var settings = try await options.settings()
    // Some descriptors are for the database, for files and for mail.
    settings.connections = min(settings.connections, max(16, Descriptors.raiseLimit() - 128))
    let services = try await openServices(
      settings, for: .serving, logger: options.logger(settings), listReading: ReadListCommand.reading)
    let address = settings.publicURL.absoluteString
    let application = try buildApplication(services) {
      print("Stehtisch: \(address)")
      if let link = try await services.firstSignInLink() { print("Sign in as owner (once, 15 minutes): \(link)") }
      fflush(nil)
      _ = release_starting_pages()
    }
    try await serve(application, services.logger)
    await services.sockets.empty(within: .seconds(2))
  }

  /// Work in flight when the server is told to stop has this long; then it is cancelled.
  private func serve(_ application: some Service, _ logger: Logger) async throws {
    var configuration = ServiceGroupConfiguration(
      services: [application, StopDeadline(logger: logger)], gracefulShutdownSignals: [.sigterm, .sigint],
      logger: logger)
    configuration.maximumGracefulShutdownDuration = .seconds(20)
    try await ServiceGroup(configuration: configuration).run()
  }
}

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
