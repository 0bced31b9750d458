import Acts
import ArgumentParser
import Foundation
import House
import Records
import Web

struct Doctor: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say in plain words what works and what is missing.",
    discussion: """
      Looks at settings, data folder, database, mail, TLS, clock and time zones, and changes nothing. The exit status is 1 \
      when something does not work.
      """)

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    let findings = await Checkup(try await options.settings()).findings()
    for finding in findings { print(mark(finding.kind), finding.text) }
    let faults = findings.count { $0.kind == .fault }
    print(faults == 0 ? "\nStehtisch can work here." : "\nTo be mended: \(faults).")
    if faults > 0 { throw ExitCode.failure }
  }

  private func mark(_ kind: Finding.Kind) -> String {
    switch kind {
    case .good: "  ok  "
    case .hint: " note "
    case .fault: "FAULT "
    }
  }
}
