import Acts
import ArgumentParser
import Core
import Foundation
import House
import Records
import Web

struct SuppressionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suppression", abstract: "Look after the addresses that are never written to again.",
    subcommands: [List.self, Remove.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print since when and as what fingerprint each address is listed.",
      discussion: "The addresses themselves are not stored.")

    @OptionGroup var options: SettingsOptions

    func run() async throws {
      let services = try await options.visit()
      for (fingerprint, since) in try await services.suppressed() { print(LocalTime.machineText(since), fingerprint) }
    }
  }

  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let an address be written to again, when its owner has asked for it.")

    @Argument(help: "The mail address.") var address: String
    @OptionGroup var options: SettingsOptions

    func run() async throws {
      let services = try await options.visit()
      guard try await services.unsuppress(address) else {
        throw ValidationError("“\(address)” is not on the list.")
      }
      print("\(address) may be written to again.")
    }
  }
}
