import Acts
import ArgumentParser
import Foundation
import House
import Hummingbird
import Logging
import Records
import Web

struct Demo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Start with an invented, lively example, to look around.",
    discussion: """
      A cancelled congress with 120 invented people, and a party in each state. It lies in a fresh temporary folder unless \
      one is named, and no mail ever leaves: letters stand in the folder's outbox.
      """)

  @Option(help: "A folder to keep the example in. It is filled once.", completion: .directory) var data: String?
  @OptionGroup var options: SettingsOptions

  func run() async throws {
    var settings = try await options.settings()
    settings.data = folder
    settings.database = nil
    settings.smtp = nil
    settings.logLevel = "warning"
    let services = try await openServices(
      settings, for: .serving, logger: options.logger(settings), listReading: ReadListCommand.reading)
    let link = try await services.demoSignInLink()
    let (address, data) = (settings.publicURL.absoluteString, settings.data.path)
    try await buildApplication(services) {
      print("Stehtisch, with an invented example: \(address)")
      print("Its data: \(data)")
      print("Sign in as its host (once, 15 minutes): \(link)")
      if let guest = try await services.demoGuestLink() { print("Walk into its party as a guest: \(guest)") }
      fflush(nil)
    }.runService()
  }

  private var folder: URL {
    if let data { return URL(filePath: data, directoryHint: .isDirectory) }
    let name = "stehtisch-demo-\(ProcessInfo.processInfo.processIdentifier)"
    return FileManager.default.temporaryDirectory.appending(path: name, directoryHint: .isDirectory)
  }
}
