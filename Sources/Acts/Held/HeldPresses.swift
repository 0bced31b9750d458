import Core
import NIOConcurrencyHelpers
import Records

/// The acts pressed in this program, by a clock nobody adjusts: one that jumps takes nobody the seconds in which they can
/// take an act back. Acts from before a start of the program go by the time stored with them.
final class HeldPresses: Sendable {
  private let times = NIOLockedValueBox<[HeldActID: Duration]>([:])

  func note(_ act: HeldActID, at time: Duration) {
    times.withLockedValue { $0[act] = time }
  }

  func forget(_ acts: Set<HeldActID>) {
    times.withLockedValue { times in for act in acts { times[act] = nil } }
  }

  /// The ones pressed until then, and the ones pressed later.
  func divided(by time: Duration) -> (before: Set<HeldActID>, after: Set<HeldActID>) {
    times.withLockedValue { times in
      let before = Set(times.filter { $0.value <= time }.keys)
      return (before, Set(times.keys).subtracting(before))
    }
  }
}
