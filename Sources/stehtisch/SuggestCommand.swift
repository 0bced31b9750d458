import Acts
import ArgumentParser
import Core
import Formats
import Foundation
import House
import Records
import SystemZones
import Web

struct SuggestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "suggest",
    abstract: "Propose a table from a list of people, with a reason for each.",
    discussion: """
      Reads what `import` reads and stores nothing. Leanings go from -2 to 2; 0, which is where they stand, is neither way.
      """)

  @Argument(help: "The list, or - for standard input.") var file: String
  @Option(help: "What the party is about.") var topic: String
  @Option(help: "The opening question.") var question = ""
  @Option(help: "How many guests.") var seats = 8
  @Option(help: "The host's time zone, such as Europe/Berlin.") var zone = "Europe/Berlin"
  @Option(help: "Common ground (-2) or many angles (2).") var breadth = 0
  @Option(help: "Strangers (-2) or people who know each other (2).") var acquaintance = 0
  @Option(help: "Colleagues welcome (-2) or a mix of organisations (2).") var mixture = 0
  @Option(help: "Equals (-2) or a mix of seniorities (2).") var generations = 0
  @Option(help: "Where chance begins: the same number gives the same table.") var seed: UInt64 = 1
  @Flag(help: "Print JSON.") var json = false

  func validate() throws {
    guard (1..<TableWish.largest).contains(seats) else {
      throw ValidationError("--seats goes from 1 to \(TableWish.largest - 1).")
    }
    guard [breadth, acquaintance, mixture, generations].allSatisfy({ Leaning.steps.contains($0) }) else {
      throw ValidationError("Leanings go from -2 to 2.")
    }
    guard SystemZones.standard.zones.has(zone) else { throw ValidationError("There is no zone “\(zone)”.") }
  }

  func run() throws {
    let t = try Phrases.ofTerminal()
    let zones = SystemZones.standard.zones
    do {
      let suggestion = Suggestion(
        try ListReport(reading: try ListFile(file).content()), topic: topic, question: question, seats: seats,
        leaning: Leaning(
          breadth: breadth, acquaintance: acquaintance, mixture: mixture, generations: generations),
        zone: zones[zone], zones: zones, now: Date(), seed: seed)
      print(try json ? suggestion.json(t) : suggestion.text(t))
    } catch let problem as Problem {
      try ImportCommand.refuse(t(problem))
    } catch let error as ListFile.Unreadable {
      try ImportCommand.refuse(t("import.command.noFile", ["file": error.file]))
    }
  }
}
