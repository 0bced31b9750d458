/// The measurements of `/metrics`: the name of each, as Prometheus stores it, and its meaning. `docs/operating.md` has
/// the same table, and a test compares them.
package enum Metric: String, CaseIterable, Sendable {
  case requests = "stehtisch_requests_total"
  case requestSeconds = "stehtisch_request_seconds"
  case mails = "stehtisch_mails_total"
  case objections = "stehtisch_objections_total"
  case backups = "stehtisch_backups_total"
  case hosts = "stehtisch_hosts"
  case parties = "stehtisch_parties"
  case openParties = "stehtisch_parties_open"
  case outbox = "stehtisch_outbox_mails"
  case outboxOldest = "stehtisch_outbox_oldest_seconds"
  case mailHeld = "stehtisch_mail_held"
  case mailPaused = "stehtisch_mail_paused"
  case erasures = "stehtisch_erasures_waiting"
  case floors = "stehtisch_floors"
  case sockets = "stehtisch_sockets"
  case databaseBytes = "stehtisch_database_bytes"
  case databaseConnections = "stehtisch_database_connections"
  case busyConnections = "stehtisch_database_connections_busy"
  case databaseWaiting = "stehtisch_database_waiting"
  case databaseRetries = "stehtisch_database_retries"
  case freeBytes = "stehtisch_disk_free_bytes"
  case backupAge = "stehtisch_backup_age_seconds"
  case nodes = "stehtisch_nodes"
  case nodeLeads = "stehtisch_node_leads"
  case build = "stehtisch_build_info"

  /// One line, in English.
  var help: String {
    switch self {
    case .requests: "Requests by route, method and status."
    case .requestSeconds: "How long requests took, in seconds."
    case .mails: "Tries to send a mail, by outcome."
    case .objections: "Objections by a link in a letter."
    case .backups: "Backups by schedule, by outcome."
    case .hosts: "Hosts."
    case .parties: "Parties."
    case .openParties: "Parties at which people are now."
    case .outbox: "Mails in the outbox, by state."
    case .outboxOldest: "Seconds since the oldest mail that is due was written; 0 where none is."
    case .mailHeld: "1 while this is a copy that holds its mail back."
    case .mailPaused: "1 while the mail server refuses everything and the queue waits."
    case .erasures: "People who will be erased by schedule."
    case .floors: "Parties whose floors are in memory."
    case .sockets: "Open sockets of the room."
    case .databaseBytes: "Size of the database with its log, in bytes."
    case .databaseConnections: "Connections to PostgreSQL; absent with a database of its own."
    case .busyConnections: "Those of them at work."
    case .databaseWaiting: "Requests that wait for a connection."
    case .databaseRetries: "Transactions that were begun anew, since the start."
    case .freeBytes: "What the disk of the data folder has left, in bytes."
    case .backupAge: "Seconds since the newest backup by schedule; absent without one."
    case .nodes: "Nodes that were heard of lately; absent where there is one program."
    case .nodeLeads: "1 at the node that does what one of them does for all; absent where there is one program."
    case .build: "1, with the program's version as a label."
    }
  }

  /// `name{label="value"}`.
  package func series(_ labels: [(String, String)] = []) -> String { Metrics.series(rawValue, labels) }
}
