import HTML
import House
import Records
import Site

/// The output of `stehtisch doctor`.
package struct CheckupPage: Page {
  let findings: [Finding]

  package init(findings: [Finding]) {
    self.findings = findings
  }

  package var chrome: Chrome { .host(current: .settings) }

  package static var samples: [CheckupPage] {
    [
      CheckupPage(findings: [.good("doctor.settings.good", ["address": "https://tisch.example.org"])]),
      CheckupPage(findings: [
        .fault(
          "doctor.mail.fault",
          ["host": "mail.example.org", "port": "587", "security": "starttls", "reason": "The server does not answer."]),
        .hint("doctor.voices.direct"), .good("doctor.database.good", ["present": "270"]), .good("doctor.key.good"),
      ]),
    ]
  }

  package func title(_ t: Phrases) -> String { t("operation.checkup.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: .operation, t("operation.title")).node(t)
        h1 { title(t) }
        p(.class("lead")) {
          faults == 0 ? t("operation.checkup.good") : t.count("operation.checkup.faults", faults)
        }
      }
      ul(.class("stack")) { for finding in ordered { item(finding, t) } }
    }
  }

  private var faults: Int { findings.count { $0.kind == .fault } }

  /// Faults come first.
  private var ordered: [Finding] {
    [Finding.Kind.fault, .hint, .good].flatMap { kind in findings.filter { $0.kind == kind } }
  }

  private func item(_ finding: Finding, _ t: Phrases) -> Node {
    let (style, icon) =
      switch finding.kind {
      case .good: ("notice good", "check")
      case .hint: ("notice", "warning")
      case .fault: ("notice bad", "warning")
      }
    return li(.class(style)) {
      t.icon(icon)
      p {
        strong {
          t(finding.kind == .good ? "operation.checkup.well" : "operation.checkup.\(finding.kind.rawValue)") + " "
        }
        finding.text(t)
      }
    }
  }
}
