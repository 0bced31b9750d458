import ArgumentParser
import Formats

/// The process in which an uploaded document is read. The server starts it by itself for each.
struct ReadListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read-list", abstract: "Read a document from standard input, confined.", shouldDisplay: false)

  @Argument var kind: String

  /// Starts this program once more with this command.
  static let reading = SeparateReading(program: "/proc/self/exe", arguments: ["read-list"])

  func run() throws {
    guard ReaderProcess.run(kind: kind) else { throw ExitCode(2) }
  }
}
