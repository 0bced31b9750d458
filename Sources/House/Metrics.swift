import Foundation
import NIOConcurrencyHelpers

/// Counters and gauges in Prometheus' text form (exposition format 0.0.4). Labels never hold personal data.
package final class Metrics: Sendable {
  private struct State {
    var counters: [String: Double] = [:]
    var sums: [String: (sum: Double, count: Int, buckets: [Int])] = [:]
  }

  private let state = NIOLockedValueBox(State())
  /// Upper bounds of the buckets, in seconds.
  private static let bounds: [Double] = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5]

  package init() {}

  package func increment(_ metric: Metric, labels: [(String, String)] = [], by value: Double = 1) {
    state.withLockedValue { $0.counters[metric.series(labels), default: 0] += value }
  }

  /// Records a duration in seconds.
  package func observe(_ metric: Metric, seconds: Double) {
    let name = metric.rawValue
    state.withLockedValue { state in
      var entry = state.sums[name] ?? (0, 0, Array(repeating: 0, count: Self.bounds.count))
      entry.sum += seconds
      entry.count += 1
      for (index, bound) in Self.bounds.enumerated() where seconds <= bound { entry.buckets[index] += 1 }
      state.sums[name] = entry
    }
  }

  /// The page a Prometheus server reads.
  /// - Parameter gauges: measured on request, by their series.
  package func text(gauges: [String: Double]) -> String {
    let (counters, sums) = state.withLockedValue { ($0.counters, $0.sums) }
    var lines: [String] = []
    lines += Self.lines(counters, type: "counter") + Self.lines(gauges, type: "gauge")
    for (name, entry) in sums.sorted(by: { $0.key < $1.key }) {
      lines += Self.head(name, type: "histogram")
      lines += zip(Self.bounds, entry.buckets).map { "\(name)_bucket{le=\"\(Self.number($0))\"} \($1)" }
      lines += [
        "\(name)_bucket{le=\"+Inf\"} \(entry.count)", "\(name)_sum \(entry.sum)", "\(name)_count \(entry.count)",
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// All series of a metric are listed together.
  private static func lines(_ values: [String: Double], type: String) -> [String] {
    let names = Dictionary(grouping: values.keys) { $0.components(separatedBy: "{")[0] }
    return names.sorted { $0.key < $1.key }.flatMap { name, series in
      head(name, type: type) + series.sorted().map { "\($0) \(number(values[$0] ?? 0))" }
    }
  }

  private static func head(_ name: String, type: String) -> [String] {
    [Metric(rawValue: name).map { "# HELP \(name) \($0.help)" }, "# TYPE \(name) \(type)"].compactMap { $0 }
  }

  static func series(_ name: String, _ labels: [(String, String)]) -> String {
    guard !labels.isEmpty else { return name }
    return name + "{" + labels.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: ",") + "}"
  }

  private static func escaped(_ value: String) -> String {
    guard value.utf8.contains(where: { [0x5C, 0x22, 0x0A].contains($0) }) else { return value }
    return value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
