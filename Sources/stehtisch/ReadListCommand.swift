import ArgumentParser
import Formats

/// The process in which an uploaded document is read. The server starts one for each document.
struct ReadListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-list", abstract: "Read a document from standard input, confined.", shouldDisplay: false)

  @Argument var kind: String

  /// Starts another instance of this program with this command.
  static let reading = SeparateReading(program: "/proc/self/exe", arguments: ["read-list"])

  func run() throws {
    guard ReaderProcess.run(kind: kind) else { throw ExitCode(2) }
  }
}
