import Core
import Foundation
import House

extension Checkup {
  /// The program can't have been built in the future, unless the clock is wrong.
  var clock: Finding {
    let time = ["time": LocalTime.machineText(now)]
    if let built = Self.builtAt, now < built.addingTimeInterval(-86_400) {
      return .fault("doctor.clock.wrong", time)
    }
    if exists(URL(filePath: "/run/systemd/timesync/synchronized")) {
      return .good("doctor.clock.kept", time)
    }
    return .good("doctor.clock.good", time)
  }

  private static var builtAt: Date? {
    guard let program = Bundle.main.executablePath else { return nil }
    return (try? FileManager.default.attributesOfItem(atPath: program))?[.modificationDate] as? Date
  }
}
