import SystemZones

@testable import Core

extension Zones {
  /// The zones of the machine the tests run on.
  static var system: Zones { SystemZones.standard.zones }
}
