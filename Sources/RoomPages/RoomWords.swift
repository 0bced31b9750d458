import HTML
import House

/// The sentences assembled by the modules in the browser, by their names there. A test in `Tests/JavaScript` compares
/// them with those the modules use.
enum RoomWords {
  static func all(_ t: Phrases) -> [String: String] {
    Dictionary(uniqueKeysWithValues: names.map { ($0, t("room.words.\($0)")) })
  }

  static let names = [
    "arc.sum.one", "arc.sum.other", "ask.again", "ask.aside", "ask.card", "ask.door", "ask.gladly", "ask.knock",
    "ask.minute", "ask.notNow", "ask.pass", "ask.soon", "ask.soonOver", "ask.take", "ask.understood", "ask.welcome",
    "ask.word", "backstage.here", "backstage.leave", "backstage.title", "card.both", "card.email", "card.line",
    "card.offered", "card.phone", "card.waiting", "card.web", "clink.me", "clink.mine", "clink.others",
    "coaster.editing", "coaster.text", "connection.waiting", "dock.cameraOff", "dock.cameraOn", "dock.handDown",
    "dock.handUp", "dock.hold", "dock.mute", "dock.share", "dock.unmute", "dock.unshare", "enter.ask", "enter.in",
    "enter.ready", "enter.waiting", "giveWord", "glass.down", "glass.nobody", "glass.tap", "goThere", "hand.up",
    "health.away", "health.cameraGone", "health.cameraHeld", "health.connecting", "health.listening", "health.lost",
    "health.micGone", "health.micHeld", "health.paused", "health.retrying", "health.silent", "health.soundOnly",
    "health.text", "health.textOnly", "health.weak", "honour.comes.one", "honour.comes.other", "honour.due",
    "honour.here.one", "honour.here.other", "honour.leave", "honour.named", "honour.someone", "honour.thanked",
    "honour.thanks", "hosting.goOn", "hosting.hold", "hosting.long", "hosting.next", "hosting.noNext",
    "hosting.notStarted", "hosting.now", "letIn", "line.failed", "line.heard", "line.speak", "line.testing",
    "lobby.closed", "lobby.connecting", "lobby.first", "lobby.inside.one", "lobby.inside.other", "lobby.itself",
    "lobby.late", "lobby.many", "lobby.waiting", "meeting.open", "meeting.text", "mirror.camera", "mirror.listening",
    "mirror.text", "mirror.voice", "muteTable", "news.announced", "news.coaster", "news.entered", "news.enteredMany",
    "news.extended", "news.hand", "news.handMany", "news.honourLate.one", "news.honourLate.other",
    "news.honourOnTime", "news.hosts", "news.joined", "news.joinedMany", "news.left", "news.leftMany",
    "news.more.one", "news.more.other", "news.notNow", "news.part", "news.round", "news.said", "news.staying",
    "news.trouble", "news.youHost", "news.youLeft", "news.youMoved", "notice.cameraGone", "notice.cameraHeld",
    "notice.cameraSwapped", "notice.micGone", "notice.micHeld", "notice.micSilent", "notice.micSwapped",
    "notice.mutedBy", "notice.soundOnly", "notice.tapForSound", "notice.textOnly", "notice.unheard", "notice.woke",
    "offerWord", "offered", "own.alone", "own.none", "own.noneText", "own.with", "part.ahead", "part.arrivals",
    "part.before", "part.close", "part.guestOfHonour", "part.held", "part.introductions", "part.left", "part.mingling",
    "part.question", "part.tableIntroductions", "pause.back", "pause.text", "people.count", "person.at",
    "person.atTable", "person.drinks", "presence.away", "presence.backstage", "presence.expected", "presence.inside",
    "presence.left", "presence.lobby", "presence.removed", "presence.waiting", "promise.kept", "promise.mine",
    "promise.theirs", "react.clap", "react.heart", "react.nod", "react.smile", "remove.sure", "round.now",
    "rounds.anew", "rounds.staying", "rounds.text", "rounds.whole", "screen.of", "speaker.heard", "speaker.now",
    "spoken.one", "spoken.other", "stage.glass", "stage.next", "stage.nobody", "stage.speaks", "stage.you",
    "table.away", "table.empty", "table.free.one", "table.free.other", "table.full", "table.join", "table.knock",
    "table.knocking", "table.mine", "table.unknock", "table.unnamed", "undo", "until", "until.days.one",
    "until.days.other", "until.hours.one", "until.hours.other", "until.minutes.one", "until.minutes.other",
    "way.mesh", "way.sfu", "whisper.answer", "whisper.from", "whisper.hush", "whisper.mine", "whisper.theirs", "you",
    "youNamed",
  ]
}
