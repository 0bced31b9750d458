import Acts
import ArgumentParser
import Core
import Foundation
import House
import Records
import Web

struct HostCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host", abstract: "Look after the hosts.", subcommands: [Add.self])

  struct Add: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Let somebody in as a host, or back in, and print a sign-in link.")

    @Argument(help: "The host's mail address.") var email: String
    @Option(help: "The name that stands below the host's letters.") var name = ""
    @Option(help: "The language of mail to the host: de or en.") var language = "en"
    @OptionGroup var options: SettingsOptions

    func run() async throws {
      guard MailAddress.isValid(email) else { throw ValidationError("“\(email)” is not a mail address.") }
      guard PlainName.isPlain(name) else {
        throw ValidationError("--name is a name only: no web address, no @, on one line.")
      }
      guard let language = Language(rawValue: language) else { throw ValidationError("--language is de or en.") }
      let settings = try await options.settings()
      let services = try await openServices(settings, for: .visiting, logger: options.logger(settings))
      let (host, isNew, link) = try await services.addHost(email: email, name: name, language: language)
      // Beside the link, so that a script still reads one line.
      FileHandle.standardError.write(Data((words(host, isNew) + "\n").utf8))
      print(link)
    }

    private func words(_ host: Web.Host, _ isNew: Bool) -> String {
      let name = host.name.isEmpty ? "somebody who has not given a name" : host.name
      return isNew
        ? "New host: \(host.email)\(host.name.isEmpty ? "" : ", \(host.name)"). The link lets them in."
        : "\(host.email) is a host already: the link lets in as \(name), with all of their people and parties."
    }
  }
}
