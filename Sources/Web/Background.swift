import Acts
import Evening
import HostPages
import House
import ServiceLifecycle

/// What runs beside the pages until the shutdown.
func backgroundServices(_ services: Services) -> [any Service] {
  [
    FloorKeeper(services: services),
    DoorOpening(services: services),
    ImportWorker(services: services),
    NameReview(services: services),
    MailIntake(services: services),
    MailboxWatch(services: services),
    OutboxService(services: services),
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

/// Does what hosts have pressed when it can't be taken back any more.
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
