import Acts
import ArgumentParser
import Foundation
import House
import Web

struct DeliverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver", abstract: "Take a mail that came in, from standard input.",
    discussion: """
      For a mail server's pipe, for dovecot's Sieve, and for fetchmail. Ends with 0 when the mail is stored, which also holds for one \
      that came before; with 75 when it could not be, so that the server keeps it and tries again; and with 67 for a mail to \
      none of the addresses that the program has given out.
      """)

  @Argument(help: "To whom the server brings it; the mail's own header is looked at as well.") var recipients:
    [String] = []
  @OptionGroup var options: SettingsOptions

  func run() async throws {
    do {
      let data = try Self.input()
      let settings = try await options.settings()
      let services = try await openServices(settings, for: .visiting, logger: options.logger(settings))
      guard try await services.deliver(data, to: recipients) == .notOurs else { return }
    } catch {
      FileHandle.standardError.write(Data("stehtisch: not stored: \(error)\n".utf8))
      // EX_TEMPFAIL of sysexits(3).
      throw ExitCode(75)
    }
    FileHandle.standardError.write(Data("stehtisch: no address of ours\n".utf8))
    // EX_NOUSER.
    throw ExitCode(67)
  }

  /// The part of the mail that is kept; the rest is read and dropped, so that the server can finish writing.
  private static func input() throws -> Data {
    var data = Data()
    while let piece = try FileHandle.standardInput.read(upToCount: 1 << 16), !piece.isEmpty {
      if data.count < Services.incomingBytes { data.append(piece) }
    }
    return data
  }
}
