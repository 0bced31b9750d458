import Core

/// Which pictures somebody gets, and how large.
enum PictureChoice {
  /// So many at a time: those who spoke last.
  static let most = 6
  /// Pixels of the screen from which on the large picture is worth it. The small one is half of it.
  static let largeFrom = 200
  /// Of so many the large one, as long as nobody knows how they are shown.
  static let fewPictures = 2

  /// - Parameters:
  ///   - pictures: whose cameras are on.
  ///   - spokeAt: larger is later.
  static func flows(
    of pictures: [ParticipantID], spokeAt: [ParticipantID: Int], sizes: [ParticipantID: Int]
  ) -> [ParticipantID: ForwardedMember.Flow] {
    let latest = pictures.sorted { (spokeAt[$0] ?? 0, $1) > (spokeAt[$1] ?? 0, $0) }
    return Dictionary(
      uniqueKeysWithValues: latest.enumerated().map { place, who in
        let isLarge = sizes[who].map { $0 >= largeFrom } ?? (pictures.count <= fewPictures)
        return (who, ForwardedMember.Flow(isSent: place < most, isLarge: isLarge))
      })
  }
}
