import Acts
import Core
import Foundation
import House
import Mail
import Records

extension OperationPage {
  package static var samples: [OperationPage] {
    let now = Date(timeIntervalSince1970: 1_796_000_000)
    var queue = QueueStore.Queue()
    (queue.waiting, queue.waitingSince, queue.sent, queue.lastSentAt) = (
      3, now.addingTimeInterval(-900), 41, now.addingTimeInterval(-60)
    )
    (queue.failed, queue.openParties, queue.plannedParties) = (2, 1, 4)
    var sizes = FolderSizes()
    (sizes.database, sizes.uploads, sizes.free) = (84 << 20, 3 << 20, 41_000 << 20)
    var quotas = Quotas()
    (quotas.hosts, quotas.parties) = (25, 6)
    let mail = MailNotice(
      hasServer: true,
      pause: OutboxStatus.Pause(
        failure: MailFailure(.silent, step: .greeting), since: now.addingTimeInterval(-2700), until: nil, tries: 0))
    return [
      OperationPage(
        me: Host.sample.id, hosts: hosts(now), quotas: quotas, queue: queue, mail: mail, sizes: sizes, schema: 221,
        timeZones: "2026c"),
      OperationPage(
        me: Host.sample.id, hosts: hosts(now), quotas: Quotas(), queue: queue,
        hold: MailHold.State(since: now, waiting: 12, older: 9), mail: mail, sizes: FolderSizes(), schema: 221,
        timeZones: "", nodes: nodes(now),
        errors: FieldErrors(["email": Message("operation.refused.hosts", ["most": "3"])])),
    ]
  }

  private static func nodes(_ now: Date) -> [NodeStanding] {
    [("a", true, true, 3), ("b", true, false, 1), ("c", false, false, 0)].map { name, isAlive, leads, floors in
      NodeStanding(
        name: name, version: ProgramVersion.text, startedAt: now, seenAt: now, isAlive: isAlive, leads: leads,
        floors: floors)
    }
  }

  private static func hosts(_ now: Date) -> [HostOverview] {
    var owner = Host.sample
    owner.isOperator = true
    var gone = Host(
      id: HostID(at: now, random: (2, 1)), email: "jonas.wirth@example.net", name: "Jonas Wirth", language: .english,
      zone: "Europe/London", signature: "")
    gone.isDisabled = true
    let new = Host(
      id: HostID(at: now, random: (3, 1)), email: "katharina.von-der-heydt@universitaet.example", name: "",
      language: .german, zone: "Europe/Berlin", signature: "")
    return [
      HostOverview(host: owner, createdAt: now, seenAt: now, people: 1240, parties: 7, letters: 38),
      HostOverview(host: gone, createdAt: now, seenAt: nil, people: 12, parties: 1, letters: 0),
      HostOverview(host: new, createdAt: now, seenAt: now, people: 0, parties: 0, letters: 0),
    ]
  }
}
