import ArgumentParser
import Core
import Foundation
import Hummingbird
import Logging
import Web

struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Start the server.")

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    let settings = try await options.settings()
    let services = try await openServices(settings, for: .serving, logger: options.logger(settings))
    try await buildApplication(services) {
      print("Stehtisch: \(settings.publicURL.absoluteString)")
      if let link = try await services.firstSignInLink() { print("Sign in as owner (once, 15 minutes): \(link)") }
      fflush(nil)
    }.runService()
  }
}
