/// Everybody meets everybody else once, in pairs: the circle method of tournaments.
enum RoundRobin {
  /// One guest stays, all others move on by one place each round. Nil unless the number of guests is even.
  static func rounds(guests: Int) -> [Seating]? {
    guard guests.isMultiple(of: 2), guests > 1 else { return nil }
    let circle = guests - 1
    return (0..<circle).map { turn in
      [[circle, turn]]
        + (1..<(guests / 2)).map { distance in
          [(turn + distance) % circle, (turn + circle - distance) % circle]
        }
    }
  }
}
