extension Floor {
  /// Records an event and its time, from which the floor tells how long seats are kept and who stands alone. It never
  /// fails: an event about people or tables that don't exist changes nothing.
  package mutating func apply(_ event: FloorEvent, at moment: Moment) {
    switch event {
    case .doors(let state): doors = state
    case .arrived(let who, let profile, let mode, let leavesAt): arrive(who, profile, mode, leavesAt)
    case .changed(let who, let profile): people[who]?.profile = profile
    case .mode(let who, let mode, let muted): take(mode, muted, who)
    case .asked(let who): people[who]?.presence = .waiting
    case .entered(let who): enter(who, at: moment)
    case .away(let who): lose(who, at: moment)
    case .back(let who): find(who)
    case .left(let who): depart(who, to: .left)
    case .removed(let who, _): depart(who, to: .removed)
    case .hosting(let who, _): passHosting(to: who)
    case .hand(let who, let since): people[who]?.handUpSince = since
    case .muted(let who, _): people[who]?.isMuted = true
    case .pausing(let who, let since): people[who]?.pausedSince = since
    case .backstage(let both): backstage = both.isEmpty ? nil : both
    case .murmur(let isOn): hasMurmur = isOn
    case .whispered(let whisper): memory.whispers.append(whisper)
    case .hushed(let who, let hush): memory.hushes[who] = hush
    case .tableOpened(let table, let topic, let limit): open(table, topic, limit)
    case .tableClosed(let table): close(table)
    case .topic(let table, let topic, _): tables[table]?.topic = topic
    case .privacy(let table, let isPrivate, _): tables[table]?.isPrivate = isPrivate
    case .moved(let who, let table, let seat): move(who, table, seat)
    case .knocked(let who, let table): tables[table]?.knocking.append(who)
    case .knockEnded(let who, let table, _): tables[table]?.knocking.removeAll { $0 == who }
    case .said(let saying): keep(saying)
    case .coaster(let line): write(line)
    case .promised(let promise): keep(promise)
    case .cardOffered(let from, let to): cards.append(CardOffer(from: from, to: to))
    case .cardWithdrawn(let from, let to): cards.removeAll { $0.from == from && $0.to == to }
    case .cardLaidAside(let from, let to): memory.laidAside.insert(.init(from: from, to: to))
    case .cardTaken(let from, let to): exchangeCards(from, to)
    case .programme(let parts): programme = parts
    case .part(let clock): begin(clock, at: moment)
    case .warned(let endsAt): warn(endsAt)
    case .extended(let endsAt, let by): extend(endsAt, by)
    case .held(let since, let endsAt): hold(since, endsAt)
    case .speakers(let queue): lineUp(queue)
    case .speaker(let who, let until): giveWord(who, until)
    case .wordOffered(let who): stage.offered.append(who)
    case .wordPassed(let who): passWord(who)
    case .glass(let who): stage.glass = who
    case .announced(let text, let by, let at): announcements.append(Announcement(text: text, by: by, at: at))
    case .rounds(let rounds): play(rounds)
    case .staying(let who, let isStaying): people[who]?.isStaying = isStaying
    case .honour(let progress): honour?.progress = progress
    case .ended: hasEnded = true
    }
    noteCompany(event, at: moment)
  }
}
