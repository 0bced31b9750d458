import ServiceLifecycle

/// What runs beside the pages until the shutdown.
func backgroundServices(_ services: Services) -> [any Service] {
  [OutboxService(services: services), Steward(services: services)]
}
