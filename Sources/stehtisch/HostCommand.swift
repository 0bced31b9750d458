import Acts
import ArgumentParser
import Core
import Foundation
import House
import Records
import Web

struct HostCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "host", abstract: "Look after the hosts.",
    subcommands: [List.self, Add.self, Disable.self, Remove.self, Transfer.self, Unlink.self])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print all hosts: address, name, standing, since when, last seen, people, parties, letters in 30 days.",
      discussion: "One line each, set apart by tabs. An operator sees the page “Operation” too.")

    @OptionGroup var options: SettingsOptions

    func run() async throws {
      for overview in try await options.visit().hosts() {
        let host = overview.host
        let fields = [
          host.hasAddress ? host.email : "-", host.name.isEmpty ? "-" : host.name,
          host.isDisabled ? "disabled" : host.isOperator ? "operator" : "host",
          LocalTime.machineText(overview.createdAt), overview.seenAt.map(LocalTime.machineText) ?? "-",
          "\(overview.people)", "\(overview.parties)", "\(overview.letters)",
        ]
        print(fields.joined(separator: "\t"))
      }
    }
  }

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
      let services = try await options.visit()
      let (host, isNew, link) = try await services.explained {
        try await services.addHost(email: email, name: name, language: language)
      }
      // Written to standard error, so that a script still reads one line.
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

  struct Disable: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Keep a host out: sessions end, no invitation leaves; `host add` lets them in again.")

    @Argument(help: "The host's mail address.") var email: String
    @OptionGroup var options: SettingsOptions

    func run() async throws {
      let services = try await options.visit()
      try await services.explained { try await services.disableHost(email) }
      print("\(email) can't sign in any more. People and parties are as they were.")
    }
  }
}

extension SettingsOptions {
  /// The services of the installation, if necessary beside a running server.
  func visit() async throws -> Services {
    let settings = try await settings()
    return try await openServices(settings, for: .visiting, logger: logger(settings))
  }
}

extension Services {
  /// Turns a refusal into the words a page would use.
  func explained<T>(_ work: () async throws -> T) async throws -> T {
    do { return try await work() } catch AppError.conflict(let message) {
      throw ValidationError(phrases(.english)(message))
    } catch AppError.notFound {
      throw ValidationError("There is no host with this address. `stehtisch host list` names them.")
    }
  }
}
