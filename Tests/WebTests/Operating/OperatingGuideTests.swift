import Foundation
import Testing

@testable import House

/// Compares `docs/operating.md` with the program.
@Suite("Operating guide")
struct OperatingGuideTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func text(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  @Test("Every key the program reads is documented, and no other")
  func keys() throws {
    let files = [
      "Configuration", "MailConfiguration", "MediaConfiguration", "OrganisationConfiguration", "SignOnConfiguration",
    ]
    let code = try files.map { try text("Sources/House/\($0).swift") }.joined()
    let ofProviders = code.matches(of: /\bnamed\("([a-z.]+)"\)/).map { "oidc.name." + String($0.output.1) }
    #expect(ofProviders.count > 10)
    let plain = code.matches(of: /\b(?:text|number|truth)\("([a-z.]+)"/).map { String($0.output.1) }
    let read = (plain + ofProviders).map {
      "STEHTISCH_" + $0.uppercased().replacing(".", with: "_")
    }
    let table = try text("docs/operating.md").matches(of: /(?m)^\| `(STEHTISCH_[A-Z_]+)`/).map { String($0.output.1) }
    #expect(Set(read).count > 10)
    #expect(table.sorted() == Set(read).sorted())
  }

  @Test("Every metric is documented, and no other")
  func metrics() throws {
    let table = try text("docs/operating.md").matches(of: /(?m)^\| `(stehtisch_[a-z_]+)`/).map { String($0.output.1) }
    #expect(table.sorted() == Metric.allCases.map(\.rawValue).sorted())
  }

  @Test(
    "Dashboard and alerts ask for metrics that there are",
    arguments: ["grafana-dashboard.json", "prometheus-alerts.yml"])
  func monitoring(_ file: String) throws {
    let names = try text("Packaging/monitoring/\(file)").matches(of: /stehtisch_[a-z_]+/).map { String($0.output) }
    #expect(names.count > 5)
    for name in names {
      let metric = name.replacing(/_(bucket|sum|count)$/, with: "")
      #expect(Metric(rawValue: metric) != nil, "\(name)")
    }
  }
}
