import Core
import Dispatch
import Synchronization

/// Two searches for a schedule side by side, each on a core of its own, and the better plan of the two.
struct TwinSearch {
  let instance: RotationInstance
  let seed: UInt64
  let limit: Duration

  /// The second search ends with the first, which ends as soon as nothing better is possible: if that is before the limit, the
  /// same seed gives the same plan.
  func run() -> RotationPlan {
    let clock = ContinuousClock()
    let start = clock.now
    let isOver = Atomic(false)
    let other = Mutex<RotationPlan?>(nil)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      let plan = RotationPlan(
        instance, seed: ~seed,
        limit: SearchLimit { isOver.load(ordering: .relaxed) ? 1 : (clock.now - start) / limit })
      other.withLock { $0 = plan }
    }
    let plan = RotationPlan(instance, seed: seed, limit: SearchLimit { (clock.now - start) / limit })
    isOver.store(true, ordering: .relaxed)
    group.wait()
    guard let twin = other.withLock({ $0 }), plan.score < twin.score else { return plan }
    return twin
  }
}
