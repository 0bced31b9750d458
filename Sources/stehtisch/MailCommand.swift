import Acts
import ArgumentParser
import Core
import Foundation
import House
import Records
import Web

struct MailCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mail", abstract: "Look after mail that a restored or copied installation holds back.",
    subcommands: [Status.self, Release.self], defaultSubcommand: Status.self)

  struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Say whether mail is held back, and how much waits.")

    @OptionGroup var options: SettingsOptions

    func run() async throws {
      let services = try await options.visit()
      guard let state = try await services.mailHold() else { return print("Mail leaves.") }
      print("Mail is held back since \(LocalTime.machineText(state.since)): \(state.waiting) wait,")
      print("\(state.older) of them from before the copy was started. `stehtisch mail release` lets them leave.")
    }
  }

  struct Release: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let mail leave again.",
      discussion: """
        Do so where this installation takes the place of the one it was copied from, and never while both are at work: guests \
        would get everything twice.
        """)

    @Flag(help: "Call off what was written before the copy was started, because the original may have sent it.")
    var discard = false
    @OptionGroup var options: SettingsOptions

    func run() async throws {
      let services = try await options.visit()
      guard let state = try await services.releaseMail(discards: discard) else {
        throw ValidationError("Nothing is held back.")
      }
      let leaving = discard ? state.waiting - state.older : state.waiting
      print("Mail leaves: \(leaving) go out.\(discard ? " \(state.older) were called off." : "")")
    }
  }
}
