import Core
import Dispatch
import Synchronization

/// Two searches for a schedule side by side, each on its own core, and the better of their plans.
struct TwinSearch {
  let instance: RotationInstance
  let seed: UInt64
  let limit: Duration

  /// A plan from structure alone needs no second core. The second search ends with the first, which ends as soon as
  /// nothing better is possible: if that is before the limit, the same seed gives the same plan.
  func run() -> RotationPlan {
    let start = ContinuousClock.now
    return structured ?? searched { (ContinuousClock.now - start) / limit }
  }

  private var structured: RotationPlan? {
    guard instance.isUniform else { return nil }
    let plan = RotationPlan(instance, seed: seed, limit: SearchLimit(steps: 0))
    return plan.isBest ? plan : nil
  }

  private func searched(_ spent: @escaping @Sendable () -> Double) -> RotationPlan {
    let isOver = Atomic(false)
    let other = Mutex<RotationPlan?>(nil)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      let plan = RotationPlan(
        instance, seed: ~seed, limit: SearchLimit { isOver.load(ordering: .relaxed) ? 1 : spent() })
      other.withLock { $0 = plan }
    }
    let plan = RotationPlan(instance, seed: seed, limit: SearchLimit(spent: spent))
    isOver.store(true, ordering: .relaxed)
    group.wait()
    guard let twin = other.withLock({ $0 }), plan.score < twin.score else { return plan }
    return twin
  }
}
