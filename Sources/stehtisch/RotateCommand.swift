import Acts
import ArgumentParser
import Core
import Foundation
import House
import Records
import Web

struct RotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate",
    abstract: "Seat guests over several rounds so that everybody meets as many others as possible.",
    discussion: """
      For people:
        stehtisch rotate --guests 12 --rounds 4 --table 4

      For programs, --instance reads a JSON file and prints the schedule as JSON, a list of rounds, each a list of tables, \
      each a list of guests from 0. The file holds n (guests), sizes (by round: the seats of each table), and if need be \
      present (by guest: the rounds they are there, from 0), forbid (pairs that must not sit together), must (pairs that \
      should meet first of all), weights ([one, other, worth of their first meeting]) and default (the worth of all others).

      --live answers each line of JSON on standard input with the next seating: {"tables": [[0, 3], …]}. A line holds present \
      (guests), sizes, and if need be t and rounds (this round and how many there are), history (the seatings so far), forbid, \
      must, weights and default. docs/algorithms.md tells how it is done and how well.
      """)

  @Option(help: ArgumentHelp("A JSON file of guests and wishes, or - for standard input.", valueName: "file"))
  var instance: String?
  @Flag(help: "Answer lines of JSON, one for each round, as a party goes on.") var live = false
  @Option(help: "How many guests there are: 2 to 1000.") var guests: Int?
  @Option(help: "How many rounds they sit: 1 to 200.") var rounds = 4
  @Option(help: "How many seats a table has, about: 2 to 100.") var table = 4
  @Option(help: ArgumentHelp("How long to search at most, in milliseconds.", valueName: "ms")) var timeLimit = 2000
  @Option(help: "Another number gives another schedule.") var seed: UInt64 = 1
  @Flag(help: "Also print what was reached, and what is proved possible, to standard error as JSON.") var report = false

  func validate() throws {
    let ways = [instance != nil, live, guests != nil].count { $0 }
    guard ways == 1 else { throw ValidationError("Say one of --guests, --instance or --live.") }
    guard 1...600_000 ~= timeLimit else { throw ValidationError("--time-limit is 1 to 600000 milliseconds.") }
    if let guests, !(2...1000 ~= guests) { throw ValidationError("--guests is 2 to 1000.") }
    guard 1...200 ~= rounds else { throw ValidationError("--rounds is 1 to 200.") }
    guard 2...100 ~= table else { throw ValidationError("--table is 2 to 100 seats.") }
  }

  func run() throws {
    if live { return RotateLive(seed: seed).run() }
    do {
      if let guests {
        let instance = try RotationInstance(guests: guests, perTable: table, rounds: rounds)
        let t = try Phrases.ofTerminal()
        print(RotationTable(plan(instance), t).text)
      } else {
        print(try RotateJSON.text(plan(read()).schedule))
      }
    } catch let problem as InstanceProblem {
      try refuse(problem.description)
    }
  }

  private func read() throws -> RotationInstance {
    let file = instance ?? "-"
    let data = file == "-" ? try FileHandle.standardInput.readToEnd() : FileManager.default.contents(atPath: file)
    guard let data else { throw InstanceProblem(file, "can't be read") }
    let instance = try RotateJSON.decode(InstanceFile.self, data).instance()
    for wish in ImpossibleWish.all(in: instance) { say(wish.sentence()) }
    return instance
  }

  private func plan(_ instance: RotationInstance) -> RotationPlan {
    let clock = ContinuousClock()
    let start = clock.now
    let plan = TwinSearch(instance: instance, seed: seed, limit: .milliseconds(timeLimit)).run()
    if report { say(RotateJSON.report(plan, milliseconds: (clock.now - start) / .milliseconds(1))) }
    return plan
  }

  private func refuse(_ message: String) throws {
    say(message)
    throw ExitCode(2)
  }

  private func say(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }
}
