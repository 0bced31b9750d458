import Acts
import Core
import Foundation
import House
import Mail
import Records

/// Sends a party's first wave at its own time: letters become files, as if a mail server had accepted them.
struct DemoWave {
  let services: Services
  let host: Host

  func send(_ id: PartyID) async throws {
    let services = withServer
    try await services.database.write { [host] connection in
      let party = try PartyStore(connection: connection).party(id, of: host.id)
      let facts = try WaveFacts(party, host: host, connection: connection)
      let waves = Waves(services: services, connection: connection)
      try waves.write(to: Set(try facts.plan().next.written), by: .mail, facts)
    }
    try await deliver()
  }

  /// Sends everything waiting by then.
  func deliver() async throws {
    try await OutboxDrain(services: services, transport: folder, accepted: .sent).run()
  }

  private var folder: OutboxFolder {
    OutboxFolder(services.settings.outboxFolder)
  }

  /// The example has no mail server, but its host has.
  var withServer: Services {
    var settings = services.settings
    settings.smtp = SMTPSettings(host: "mail.example.org")
    return Services(
      settings: settings, database: services.database, strings: services.strings, assets: services.assets,
      secret: services.secret, logger: services.logger, zones: services.zones, now: services.now,
      uptime: services.uptime,
      random: services.random)
  }
}
