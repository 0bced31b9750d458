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
      when something does not work. It speaks German where LC_ALL, LC_MESSAGES or LANG says so.
      """)

  @OptionGroup var options: SettingsOptions

  func run() async throws {
    let t = try Phrases.ofTerminal()
    let findings = await Checkup(try await options.settings()).findings()
    for finding in findings { print(mark(finding.kind, t), finding.text(t)) }
    let faults = findings.count { $0.kind == .fault }
    print("\n" + (faults == 0 ? t("doctor.end.good") : t("doctor.end.faults", ["count": t.number(faults)])))
    if faults > 0 { throw ExitCode.failure }
  }

  /// In a column of its own, a fault in capitals.
  private func mark(_ kind: Finding.Kind, _ t: Phrases) -> String {
    let word = t("doctor.mark.\(kind.rawValue)")
    return String(repeating: " ", count: max(0, 7 - word.count)) + word + " "
  }
}
