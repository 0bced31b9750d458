import Acts
import Evening
import HostPages
import House
import ServiceLifecycle

/// Everything that runs beside the pages until the shutdown.
func backgroundServices(_ services: Services) -> [any Service] {
  onEachNode(services) + onOneNode(services).map { LeaderService(work: $0, services: services) }
}

private func onEachNode(_ services: Services) -> [any Service] {
  [
    FloorKeeper(services: services),
    NodeKeeper(services: services),
    NodeCalls(services: services),
    Solitude(services: services, isHeard: OtherNodes(settings: services.settings).isHeard),
    ImportWorker(services: services),
    OutboxService(services: services),
  ]
}

/// Where there are several, one of them does this for all.
private func onOneNode(_ services: Services) -> [any Service] {
  [
    DoorOpening(services: services),
    NameReview(services: services),
    MailIntake(services: services),
    MailboxWatch(services: services),
    Retention(services: services),
    Steward(services: services),
    BusyService(services: services),
    EveningEnd(services: services),
    HeldActKeeper(services: services),
    Afterglow(services: services),
    BackupSchedule(services: services),
    WebhookService(services: services),
  ]
}

/// Performs hosts' actions once they can no longer be undone.
struct HeldActKeeper: Service {
  let services: Services

  func run() async throws {
    await services.inRounds(every: .seconds(1), "held acts") { [services] in
      for act in try await HeldActs(services: services).finishDue() {
        await services.tellFloor(of: act.deed, at: act.party)
      }
    }
  }
}
