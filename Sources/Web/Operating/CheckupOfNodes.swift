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
    guard !living.isEmpty else { return [.hint("Nodes: none is at work.")] }
    return living.map(finding) + [leading(living), versions(living)].compactMap { $0 } + missing(nodes)
  }

  private func finding(_ node: NodeStanding) -> Finding {
    .good(
      "Nodes: \(node.name) is at work since \(LocalTime.machineText(node.startedAt)) (\(node.version)), has \(node.floors) floors"
        + (node.leads ? ", and leads." : "."))
  }

  private func leading(_ living: [NodeStanding]) -> Finding? {
    living.contains(where: \.leads)
      ? nil : .fault("Nodes: none leads; what one of them does for all stands still. If that lasts, start one anew.")
  }

  private func versions(_ living: [NodeStanding]) -> Finding? {
    let versions = Set(living.map(\.version))
    return versions.count < 2
      ? nil : .hint("Nodes: they are of \(versions.count) versions. Bring all to one soon.")
  }

  /// A node that stopped lately may have been meant to be there.
  private func missing(_ nodes: [NodeStanding]) -> [Finding] {
    nodes.filter { !$0.isAlive && now.timeIntervalSince($0.seenAt) < 86_400 }.map {
      .hint("Nodes: \($0.name) was heard of last at \(LocalTime.machineText($0.seenAt)).")
    }
  }
}
