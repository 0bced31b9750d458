import House
import Records

extension NodeStanding {
  /// For those who look after the installation, beside its name.
  func said(_ t: Phrases) -> String {
    guard isAlive else { return t("operation.nodes.silent", ["since": t.stamp(seenAt)]) }
    let evenings = t.count("operation.nodes.floors", floors)
    return leads ? t("operation.nodes.leads", ["floors": evenings]) : evenings
  }
}
