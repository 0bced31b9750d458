/// Advisory locks that several programs hold for as long as they live: a pair of numbers, the first of which is always
/// ours. The second is a member's own number, from 1 on, or that of the leader's lock.
enum MemberLock {
  /// “Steh” in ASCII.
  static let space = 0x53_74_65_68
  /// Held by whoever leads.
  static let leading = 0
}
