import Acts
import ArgumentParser
import Core
import Formats
import Foundation
import House
import Records
import Web

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Read a list of people; with --dry-run only tell what it holds.",
    discussion: """
      Reads CSV, Excel, PDF, Word, LibreOffice, RTF, web pages, Markdown tables, mails, vCard, iCalendar, LDIF, a mail's \
      To: line, lists in text, conference programmes (frab, pretalx, Sessionize, Indico, OpenReview), and ZIPs of these. \
      The kind is recognised by the content. Exits with 0 when every row was understood, with 1 when some were not, with 2 \
      when the file can't be read at all.
      """)

  @Argument(help: "The file, or - for standard input.") var file: String
  @Flag(help: "Store nothing and need no database.") var dryRun = false
  @Flag(help: "Print what was understood as JSON.") var json = false
  @Option(help: "The mail address of the host into whose address book the people go.") var host: String?
  @Option(help: "What was missed: the conference's name, or the place of a visit.") var occasion = ""
  @Option(help: "conferenceCancelled, conferenceMissed, conferencePast, officeVisit or none.") var kind: String?
  @Option(help: "The year of the occasion.") var year: Int?
  @Option(help: "The name of the list; without it the occasion's.") var list = ""
  @Option(
    help: "publishedProgramme, participantList, businessCard, addressBook, sharedDirectory, or words of your own.")
  var source = "participantList"
  @OptionGroup var options: SettingsOptions

  func validate() throws {
    guard dryRun || host != nil else { throw ValidationError("Say --dry-run, or --host with a host's address.") }
    if let year, !(1900...2100).contains(year) { throw ValidationError("--year is 1900 to 2100.") }
    if let kind, LetterOccasion.Kind(rawValue: kind) == nil { throw ValidationError("--kind has no value “\(kind)”.") }
  }

  func run() async throws {
    let t = try Phrases.ofTerminal()
    do {
      let data = try ListFile(file).content()
      let report = try ListReport(reading: data, by: ReadListCommand.reading)
      let result = dryRun ? nil : try await store(data)
      print(json ? report.json(t) : report.summary(t))
      if let result, !json { print("\n" + t.count("import.saved.text", result.counts.new + result.counts.changed)) }
      if !report.rejected.isEmpty || !report.remarks.isEmpty { throw ExitCode(1) }
    } catch let problem as Problem {
      try Self.refuse(t(problem))
    } catch let error as ListFile.Unreadable {
      try Self.refuse(t("import.command.noFile", ["file": error.file]))
    } catch is DirectImport.UnknownHost {
      try Self.refuse(t("import.command.noHost", ["host": host ?? ""]))
    }
  }

  private func store(_ data: Data) async throws -> Import {
    let settings = try await options.settings()
    let services = try await openServices(
      settings, for: .working, logger: options.logger(settings), listReading: ReadListCommand.reading)
    let kind = kind.flatMap(LetterOccasion.Kind.init) ?? (occasion.isEmpty ? .none : .conferenceCancelled)
    let source = ListSource.Kind(rawValue: source).map { ListSource($0) } ?? ListSource(.other, words: source)
    let name = file == "-" ? "" : URL(filePath: file).lastPathComponent
    return try await DirectImport(
      host: host ?? "", fileName: name, occasion: LetterOccasion(kind, name: occasion, year: year), list: list,
      source: source
    ).run(data, services)
  }

  static func refuse(_ message: String) throws {
    FileHandle.standardError.write(Data((message + "\n").utf8))
    throw ExitCode(2)
  }
}
