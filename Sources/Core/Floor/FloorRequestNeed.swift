extension FloorRequest {
  /// The condition for making a request at all.
  enum Need {
    case nothing
    /// In the lobby or inside.
    case presence
    case inside
    case hosting
  }

  var need: Need {
    switch self {
    case .arrive, .enter, .leave, .comeLater: .nothing
    case .change, .mode: .presence
    case .doors, .letIn, .remove, .mute, .muteTable, .lowerHands, .murmur, .handOver, .glass, .announce, .programme,
      .nextPart,
      .extend, .hold, .speakers,
      .nextSpeaker, .extendSpeaker, .offerWord, .nextQuestion, .startRounds, .endRounds, .end:
      .hosting
    case .hand, .move, .moveToFreeTable, .moveSomewhere, .stepAway, .withdrawKnock, .answerKnock, .topic, .privacy,
      .say,
      .coaster, .promise, .offerCard, .withdrawCard, .answerCard, .oneMoreMinute, .askForWord, .passWord, .doneSpeaking,
      .stay, .pause, .whisper, .hush, .backstage:
      .inside
    }
  }
}
