import SystemZones

@testable import Core

extension Zones {
  /// Those of the machine that the tests run on.
  static var system: Zones { SystemZones.standard.zones }
}
