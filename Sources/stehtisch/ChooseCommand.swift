import Acts
import ArgumentParser
import Core
import Formats
import Foundation
import House
import Records
import Web

struct ChooseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "choose",
    abstract: "Choose guests from a list of numbers, to compare ways of choosing.",
    discussion: """
      Reads an instance (docs/algorithms.md describes it) and prints the chosen in the first line, the host left out, \
      parted by commas; below score, start, reserves and a reason for each. With --json all of it is one object. Exits with \
      1 when no table keeps all rules, with 2 when the file can't be read.
      """)

  @Option(help: "The instance, a JSON file, or - for standard input.") var instance: String
  @Option(help: "Where chance begins: the same number gives the same table.") var seed: UInt64 = 1
  @Flag(help: "Print one JSON object.") var json = false

  func run() throws {
    let t = try Phrases.ofTerminal()
    do {
      let report = try report()
      print(try json ? report.json(t) : report.text(t))
      if !report.proposal.breaches.isEmpty { throw ExitCode(1) }
    } catch let problem as Problem {
      try ImportCommand.refuse(t(problem))
    } catch let error as ListFile.Unreadable {
      try ImportCommand.refuse(t("import.command.noFile", ["file": error.file]))
    }
  }

  private func report() throws -> ChoosingReport {
    var watch = Stopwatch()
    let instance = try ChoosingInstance(Array(try ListFile(instance).content()))
    watch.lap("read")
    let index = ProspectIndex(instance.people, weights: instance.weights)
    watch.lap("index")
    let planner = TablePlanner(index, instance.wish)
    let proposal = planner.propose(seed: seed)
    watch.lap("choose")
    var report = ChoosingReport(planner, proposal)
    report.seconds = watch.laps
    return report
  }
}

/// Seconds from one step to the next.
private struct Stopwatch {
  private var last = ContinuousClock.now
  private(set) var laps: [(name: String, value: Double)] = []

  mutating func lap(_ name: String) {
    let now = ContinuousClock.now
    laps.append((name, (now - last) / .seconds(1)))
    last = now
  }
}
