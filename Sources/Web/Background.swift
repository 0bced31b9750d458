import Acts
import Evening
import House
import ServiceLifecycle

/// What runs beside the pages until the shutdown.
func backgroundServices(_ services: Services) -> [any Service] {
  [
    FloorKeeper(services: services),
    ImportWorker(services: services),
    MailIntake(services: services),
    OutboxService(services: services),
    Retention(services: services),
    Steward(services: services),
    EveningEnd(services: services),
    Afterglow(services: services),
  ]
}
