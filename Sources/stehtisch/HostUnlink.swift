import Acts
import ArgumentParser
import House

extension HostCommand {
  struct Unlink: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Forget by which accounts of providers a host signs in; the next one with their address is theirs.",
      discussion: "For somebody whose account at the provider was made anew. Sessions that began there end.")

    @Argument(help: "The host's mail address.") var email: String
    @OptionGroup var options: SettingsOptions

    func run() async throws {
      let services = try await options.visit()
      let count = try await services.explained { try await services.unlinkHost(email) }
      print("\(email): \(count) forgotten.")
    }
  }
}
