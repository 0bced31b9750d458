import ArgumentParser

@main
struct Stehtisch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stehtisch",
    abstract: "Virtual cocktail parties with substance.",
    discussion: "Settings come from the environment (STEHTISCH_…) or a file; docs/operating.md names them all.",
    subcommands: [Serve.self, HostCommand.self, ImportCommand.self],
    defaultSubcommand: Serve.self)
}
