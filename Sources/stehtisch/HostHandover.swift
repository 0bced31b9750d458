import Acts
import ArgumentParser
import Core
import House
import Records
import Web

extension HostCommand {
  struct Remove: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Erase a host with all of their people, parties and circles.",
      discussion: """
        Refused while guests wait for a party of theirs: call those off first, or hand everything over by `host transfer`. \
        Addresses that objected stay listed.
        """)

    @Argument(help: "The host's mail address.") var email: String
    @Flag(help: "Don't ask.") var yes = false
    @OptionGroup var options: SettingsOptions

    func run() async throws {
      let services = try await options.visit()
      guard let overview = try await services.hosts().first(where: { $0.host.email == MailAddress.key(email) }) else {
        throw ValidationError("There is no host with this address. `stehtisch host list` names them.")
      }
      if !yes {
        print(
          "Erase \(email) with \(overview.people) people and \(overview.parties) parties? Type “erase”: ",
          terminator: "")
        guard readLine() == "erase" else { throw ValidationError("Nothing was changed.") }
      }
      try await services.explained { try await services.removeHost(email) }
      print("\(email) is erased, with all that was theirs.")
    }
  }

  struct Transfer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make everything of one host another's.",
      discussion: """
        People, lists, parties, circles and mail. Somebody whom both know becomes one person, with what the new host has of them \
        first. Guests' links stay good; letters that have left keep the old name. The old host has nothing left then, and can be \
        removed.
        """)

    @Argument(help: "Whose it is.") var from: String
    @Argument(help: "Whose it becomes; a host already.") var to: String
    @OptionGroup var options: SettingsOptions

    func run() async throws {
      let services = try await options.visit()
      try await services.explained { try await services.transferHost(from: from, to: to) }
      print("All of \(from) is \(to)'s now.")
    }
  }
}
