import ArgumentParser
import House

@main
struct Stehtisch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stehtisch",
    abstract: "Virtual cocktail parties with substance.",
    discussion: """
      Settings come from the environment (STEHTISCH_…) or a file of KEY=value lines; docs/operating.md names them all. The \
      ones to begin with: STEHTISCH_DATA, the folder of all data (./data); STEHTISCH_PORT (8080); STEHTISCH_URL, the address \
      under which guests reach the program; STEHTISCH_SMTP_HOST, the mail server.

      A first evening: start `stehtisch serve`, open the sign-in link it prints, and follow the pages. To look around \
      without any data of your own: `stehtisch demo`.
      """,
    version: ProgramVersion.text,
    subcommands: [
      Serve.self, Demo.self, HostCommand.self, SuppressionCommand.self, MailCommand.self, SubjectCommand.self,
      ImportCommand.self, ChooseCommand.self, SuggestCommand.self, RotateCommand.self, BackupCommand.self,
      MoveCommand.self, DeliverCommand.self, Doctor.self,
      ReadListCommand.self,
    ],
    defaultSubcommand: Serve.self)
}
