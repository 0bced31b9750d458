import Acts
import Core
import Foundation
import HTML
import House
import Records
import Site

/// The state of an installation, for its operators.
package struct OperationPage: Page {
  let me: HostID
  let hosts: [HostOverview]
  let quotas: Quotas
  let queue: QueueStore.Queue
  let hold: MailHold.State?
  let mail: MailNotice
  let sizes: FolderSizes
  let schema: Int
  /// The version of the rules about time zones.
  let timeZones: String
  /// Empty where there is one program.
  let nodes: [NodeStanding]
  /// True if sign-in links are sent by mail.
  var mailsLinks = true
  var entered = NewHost()
  var errors = FieldErrors()

  package init(
    me: HostID, hosts: [HostOverview], quotas: Quotas, queue: QueueStore.Queue, hold: MailHold.State? = nil,
    mail: MailNotice, sizes: FolderSizes, schema: Int, timeZones: String, nodes: [NodeStanding] = [],
    entered: NewHost = NewHost(),
    errors: FieldErrors = FieldErrors()
  ) {
    (self.me, self.hosts, self.quotas, self.queue, self.hold) = (me, hosts, quotas, queue, hold)
    (self.mail, self.sizes, self.schema, self.timeZones) = (mail, sizes, schema, timeZones)
    (self.nodes, self.entered, self.errors) = (nodes, entered, errors)
  }

  package var chrome: Chrome { .host(current: .settings) }

  package func title(_ t: Phrases) -> String { t("operation.title") }

  package func body(_ t: Phrases) -> Node {
    group {
      div(.class("page-head")) {
        BackLink(to: .settings, t("settings.title")).node(t)
        h1 { title(t) }
      }
      if let hold { held(hold, t) } else { mail.node(t, isForOperator: true) }
      div(.class("columns")) {
        OperationHosts(me: me, hosts: hosts, quotas: quotas, mailsLinks: mailsLinks, entered: entered, errors: errors)
          .node(t)
        div(.class("stack")) {
          facts("mail", mailFacts(t), t)
          facts("parties", partyFacts(t), t)
          facts("storage", storageFacts(t), t)
          facts("version", versionFacts(t), t)
          if !nodes.isEmpty { facts("nodes", nodes.map { ($0.name, $0.said(t)) }, t) }
          p { a(.class("button"), .href(Path.operationCheckup.text)) { t("operation.checkup.open") } }
          p { a(.href(Path.operationRecord.text)) { t("record.title") } }
        }
      }
    }
  }

  private func held(_ hold: MailHold.State, _ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "held")) {
      h2(.id("held")) { t("operation.held.title") }
      p { t("operation.held.text", ["since": t.stamp(hold.since)]) }
      p { t.count("operation.held.waiting", hold.waiting) + " " + t.count("operation.held.older", hold.older) }
      form(.class("actions"), .method("post"), .action(Path.operationMail.text)) {
        button(.class("button primary"), .type("submit"), .name("older"), .value("discard")) {
          t("operation.held.discard")
        }
        button(.class("button"), .type("submit"), .name("older"), .value("send")) { t("operation.held.send") }
      }
    }
  }

  private func facts(_ name: String, _ facts: [(String, String)], _ t: Phrases) -> Node {
    section(.class("card"), .aria(.labelledBy, "facts-\(name)")) {
      h2(.id("facts-\(name)")) { t("operation.\(name).title") }
      dl(.class("facts")) {
        for (label, value) in facts {
          dt { label }
          dd(.class("numeric")) { value }
        }
      }
    }
  }

  private func mailFacts(_ t: Phrases) -> [(String, String)] {
    [
      (t("operation.mail.waiting"), t.number(queue.waiting)),
      (t("operation.mail.since"), queue.waitingSince.map(t.stamp) ?? "–"),
      (t("operation.mail.failed"), t.number(queue.failed)), (t("operation.mail.sent"), t.number(queue.sent)),
      (t("operation.mail.last"), queue.lastSentAt.map(t.stamp) ?? "–"),
    ]
  }

  private func partyFacts(_ t: Phrases) -> [(String, String)] {
    [
      (t("operation.parties.open"), t.number(queue.openParties)),
      (t("operation.parties.planned"), t.number(queue.plannedParties)),
    ]
  }

  private func storageFacts(_ t: Phrases) -> [(String, String)] {
    [
      (t("operation.storage.database"), megabytes(sizes.database, t)),
      (t("operation.storage.uploads"), megabytes(sizes.uploads, t)),
      (t("operation.storage.outbox"), megabytes(sizes.outbox, t)),
      (t("operation.storage.free"), sizes.free.map { megabytes($0, t) } ?? "–"),
    ]
  }

  private func versionFacts(_ t: Phrases) -> [(String, String)] {
    [
      (t("operation.version.program"), ProgramVersion.text), (t("operation.version.schema"), String(schema)),
      (t("operation.version.timeZones"), timeZones.isEmpty ? "–" : timeZones),
    ]
  }

  /// Gigabytes from ten on: a free disk has thousands of megabytes.
  private func megabytes(_ bytes: Int, _ t: Phrases) -> String {
    let (size, unit) = bytes < 10 << 30 ? (20, "MB") : (30, "GB")
    return "\(t.number((bytes + (1 << (size - 1))) >> size)) \(unit)"
  }
}
