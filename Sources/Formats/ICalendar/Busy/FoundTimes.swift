import CIcal
import Foundation

/// The times at which somebody is busy, while they are being collected.
struct FoundTimes {
  let window: Range<Date>
  let localSeconds: (Int) -> Int
  let limit: Int
  /// Occurrences replaced by another event.
  var moved = MovedOccurrences()
  private var times: [Range<Date>] = []

  init(window: Range<Date>, localSeconds: @escaping (Int) -> Int, limit: Int) {
    (self.window, self.localSeconds, self.limit) = (window, localSeconds, limit)
  }

  var isFull: Bool { times.count >= limit }

  /// Adds each occurrence of an event within the window.
  mutating func follow(_ event: BusyEvent) {
    guard !event.isFree, event.isFollowable else { return }
    let passed = Passed(
      uid: event.uid, isLocal: event.isLocal, isDays: event.start.is_date == 1, isReplacement: event.replaced != nil,
      moved: moved,
      localSeconds: localSeconds, room: limit - times.count)
    // A day on each side, since local times may differ from UTC by that much.
    let (from, to) = (window.lowerBound.addingTimeInterval(-86_400), window.upperBound.addingTimeInterval(86_400))
    let utc = icaltimezone_get_utc_timezone()
    icalcomponent_foreach_recurrence(
      event.component, icaltime_from_timet_with_zone(Int(from.timeIntervalSince1970), 0, utc),
      icaltime_from_timet_with_zone(Int(to.timeIntervalSince1970), 0, utc),
      { _, span, passed in
        guard let span = span?.pointee, let passed else { return }
        Unmanaged<Passed>.fromOpaque(passed).takeUnretainedValue().take(span.start, span.end)
      }, Unmanaged.passUnretained(passed).toOpaque())
    times += withExtendedLifetime(passed) { passed.times.filter { $0.overlaps(window) } }
  }

  /// Takes what a server worked out itself. Where nobody told it the owner's zone, it takes whole days to be days of UTC, as Radicale and
  /// Xandikos do: they are the owner's days.
  mutating func take(_ periods: BusyPeriods) {
    times += periods.times(in: window, limit: limit - times.count).map { time in
      let (start, end) = (Int(time.lowerBound.timeIntervalSince1970), Int(time.upperBound.timeIntervalSince1970))
      guard start % 86_400 == 0, end % 86_400 == 0, localSeconds(start) < localSeconds(end) else { return time }
      return Date(
        timeIntervalSince1970: Double(localSeconds(start)))..<Date(
          timeIntervalSince1970: Double(localSeconds(end)))
    }
  }

  /// In chronological order, none touching another.
  var merged: [Range<Date>] {
    times.sorted { $0.lowerBound < $1.lowerBound }.reduce(into: []) { merged, time in
      if let last = merged.last, time.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, time.upperBound)
      } else {
        merged.append(time)
      }
    }
  }
}

/// The occurrences of events that have an event of their own instead (RFC 5545 §3.8.4.4).
struct MovedOccurrences {
  private struct Key: Hashable {
    let uid: String
    let seconds: Int
  }

  private var keys: Set<Key> = []

  mutating func insert(_ event: BusyEvent) {
    if let replaced = event.replaced { keys.insert(Key(uid: event.uid, seconds: replaced)) }
  }

  func contains(_ uid: String, _ seconds: Int) -> Bool { keys.contains(Key(uid: uid, seconds: seconds)) }
}

/// The context for libical's reports about one event.
private final class Passed {
  private let uid: String
  private let isLocal: Bool
  private let isDays: Bool
  private let isReplacement: Bool
  private let moved: MovedOccurrences
  private let localSeconds: (Int) -> Int
  private let room: Int
  private(set) var times: [Range<Date>] = []

  init(
    uid: String, isLocal: Bool, isDays: Bool, isReplacement: Bool, moved: MovedOccurrences,
    localSeconds: @escaping (Int) -> Int,
    room: Int
  ) {
    (self.uid, self.isLocal, self.isDays, self.isReplacement) = (uid, isLocal, isDays, isReplacement)
    self.moved = moved
    (self.localSeconds, self.room) = (localSeconds, room)
  }

  func take(_ start: Int, _ end: Int) {
    guard times.count < room, end > start, isReplacement || !moved.contains(uid, start) else { return }
    let end = isDays ? start + Self.days(end - start) * 86_400 : end
    let (from, to) = isLocal ? (localSeconds(start), localSeconds(end)) : (start, end)
    guard to > from else { return }
    times.append(Date(timeIntervalSince1970: Double(from))..<Date(timeIntervalSince1970: Double(to)))
  }

  /// The day on which an event ends is not one of its days (RFC 5545 §3.6.1); libical counts it as one, up to its last second.
  private static func days(_ seconds: Int) -> Int { max(1, (seconds + 1) / 86_400 - 1) }
}
