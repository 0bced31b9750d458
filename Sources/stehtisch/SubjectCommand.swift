import Acts
import ArgumentParser
import Core
import Foundation
import House
import Records
import Web

struct SubjectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subject",
    abstract: "Print as JSON what all hosts have stored of somebody, for their right of access.",
    discussion: "Look first that it is really they who ask. The file names what it leaves out, and why.")

  @Argument(help: "The person's mail address.") var address: String
  @OptionGroup var options: SettingsOptions

  func run() async throws {
    guard MailAddress.isValid(address) else { throw ValidationError("“\(address)” is not a mail address.") }
    FileHandle.standardOutput.write(try await options.visit().subjectFile(about: address))
    print()
  }
}
