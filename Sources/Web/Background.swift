import ServiceLifecycle

/// What runs beside the pages until the shutdown.
func backgroundServices(_ services: Services) -> [any Service] {
  [
    ImportWorker(services: services),
    Retention(services: services),
  ]
}

extension Services {
  /// Tells the outbox that there is mail, so that it needn't wait for its next look.
  package func wakeOutbox() {}
}
