import Core
import Database
import Foundation
import House
import Records

extension Checkup {
  /// The programs that work with this database together; nothing where there is one.
  func nodes(_ database: any DatabaseEngine) async throws -> [Finding] {
    let nodes = try await database.read { try NodeStore(connection: $0).all() }
    guard settings.node != nil || nodes.contains(where: \.isAlive) else { return [] }
    let living = nodes.filter(\.isAlive)
    guard !living.isEmpty else { return [.hint("doctor.nodes.none")] }
    return living.map(finding) + [leading(living), versions(living)].compactMap { $0 } + missing(nodes)
  }

  private func finding(_ node: NodeStanding) -> Finding {
    .good(
      node.leads ? "doctor.nodes.leads" : "doctor.nodes.works",
      [
        "node": node.name, "since": LocalTime.machineText(node.startedAt), "version": node.version,
        "floors": "\(node.floors)",
      ])
  }

  private func leading(_ living: [NodeStanding]) -> Finding? {
    living.contains(where: \.leads)
      ? nil : .fault("doctor.nodes.leaderless")
  }

  private func versions(_ living: [NodeStanding]) -> Finding? {
    let versions = Set(living.map(\.version))
    return versions.count < 2
      ? nil : .hint("doctor.nodes.versions", ["count": "\(versions.count)"])
  }

  /// A node that stopped lately may have been meant to be there.
  private func missing(_ nodes: [NodeStanding]) -> [Finding] {
    nodes.filter { !$0.isAlive && now.timeIntervalSince($0.seenAt) < 86_400 }.map {
      .hint("doctor.nodes.silent", ["node": $0.name, "time": LocalTime.machineText($0.seenAt)])
    }
  }
}
