import API
import Acts
import Evening
import GuestPages
import HostPages
import House
import Hummingbird
import Records
import RoomPages
import Site

/// All URLs. `Paths.swift` writes them.
func buildRouter(_ services: Services) -> Router<Visit> {
  let router = Router(context: Visit.self, options: .autoGenerateHeadEndpoints)
  let api = APIRoutes(services: services)
  router.add(middleware: RequestLog(services: services))
  router.add(middleware: SecurityHeaders(isSecure: services.settings.isSecure))
  router.add(middleware: Reader(trustsProxy: services.settings.trustsProxy))
  router.add(middleware: Errors(services: services))
  router.add(middleware: api.unknown)
  router.add(middleware: SameSiteForms(origin: services.settings.origin))
  router.add(middleware: RightsCheck(sockets: services.sockets, node: services.node))
  addPublicRoutes(router, services)
  api.add(to: router)
  addHostRoutes(
    router.group().add(middleware: SessionReader(services: services))
      .group(context: HostContext.self).add(middleware: Ownership()),
    services)
  addHostingRoutes(
    router.group().add(middleware: SessionReader(services: services)).group(context: PartyContext.self), services)
  addGuestRoutes(
    router.group("g/:token").add(middleware: GuestReader(services: services, link: .personal)).group(
      context: GuestContext.self),
    services)
  router.group("n/:node/g/:token").add(middleware: GuestReader(services: services, link: .personal))
    .group(context: GuestContext.self).get("floor/socket", use: GuestFloorRoutes(services: services).socket)
  addAssistantRoutes(
    router.group("assistant/:token").add(middleware: GuestReader(services: services, link: .assistant))
      .group(context: AssistantContext.self),
    services)
  return router
}

private func addPublicRoutes(_ router: Router<Visit>, _ services: Services) {
  let open = PublicRoutes(services: services)
  router.get("healthz", use: open.health)
  router.get("n/:node", use: open.node)
  router.get("n/:node/database", use: open.nodeIsHeard)
  router.get("metrics", use: open.metrics)
  router.get("assets/:version/**", use: open.asset)
  router.get("favicon.ico", use: open.favicon)
  router.post("language", use: open.chooseLanguage)
  router.get("privacy", use: open.privacy)
  let signboard = SignboardRoutes(services: services)
  router.get("organisation/logo", use: signboard.logo)
  router.get("organisation/style.css", use: signboard.style)

  let signIn = SignInRoutes(services: services)
  router.get("sign-in", use: signIn.show)
  router.post("sign-in", use: signIn.sendLink)
  router.get("sign-in/:token", use: signIn.showLink)
  router.post("sign-in/:token", use: signIn.useLink)

  let signOn = SignOnRoutes(services: services)
  router.post("sign-on/:provider", use: signOn.start)
  router.get("sign-on/:provider/return", use: signOn.finish)
  router.post("sign-on/:provider/logout", use: signOn.logout)

  router.get("calendar/:token/parties.ics", use: CalendarFeedRoutes(services: services).subscribe)

  let objection = ObjectionRoutes(services: services)
  router.get("objection/:guest/:token", use: objection.show)
  router.post("objection/:guest/:token", use: objection.object)

  if services.settings.development {
    let gallery = GalleryRoutes(services: services)
    router.get("gallery", use: gallery.list)
    router.get("gallery/:name", use: gallery.show)
  }
}

private func addHostRoutes(_ router: RouterGroup<HostContext>, _ services: Services) {
  let home = HomeRoutes(services: services)
  router.get("", use: home.show)
  router.post("introduction", use: home.introduce)
  router.post("sign-out", use: SignInRoutes(services: services).signOut)

  addPeopleRoutes(router, services)
  addOperationRoutes(router.group("operation", context: OperatorContext.self), services)
  addProgramRoutes(router, services)

  let settings = SettingsRoutes(services: services)
  router.get("settings", use: settings.show)
  router.post("settings", use: settings.save)
  router.post("settings/thesaurus", use: settings.saveThesaurus)
  router.post("settings/sessions/:session/end", use: settings.endSession)
  router.post("settings/calendar-feed", use: CalendarFeedRoutes(services: services).change)
  router.post("settings/busy-calendar", use: BusyRoutes(services: services).change)
  let address = AddressChangeRoutes(services: services)
  router.get("settings/address/:token", use: address.show)
  router.post("settings/address/:token", use: address.confirm)

  addOwnPartyRoutes(router, services)
  addCircleRoutes(router, services)
}

/// The part of a party that is open to everybody who hosts it.
private func addHostingRoutes(_ router: RouterGroup<PartyContext>, _ services: Services) {
  addPartyRoutes(router, services)
  addWaveRoutes(router, services)
  addDateRoutes(router, services)
  addFloorRoutes(router, services)
  addEveningRoutes(router, services)
  addHonourRoutes(router, services)
  router.post("parties/:party/signing", use: CohostRoutes(services: services).sign)
}

private func addDateRoutes(_ router: RouterGroup<PartyContext>, _ services: Services) {
  let date = DateRoutes(services: services)
  router.get("parties/:party/date", use: date.show)
  router.get("parties/:party/entry.ics", use: HostEntryRoutes(services: services).file)
  router.get("parties/:party/slots", use: date.edit)
  router.post("parties/:party/slots", use: date.save)
  router.post("parties/:party/must-have", use: date.mustHave)

  let confirmation = ConfirmationRoutes(services: services)
  router.get("parties/:party/confirmation", use: confirmation.ask)
  router.post("parties/:party/confirmation", use: confirmation.confirm)
  router.get("parties/:party/cancellation", use: confirmation.askCancellation)
  router.post("parties/:party/cancellation", use: confirmation.cancel)

  let guests = GuestRoutes(services: services)
  router.get("parties/:party/guests/:guest", use: guests.show)
  router.post("parties/:party/guests/:guest/link", use: guests.replaceLink)
  let entered = EnteredAnswerRoutes(services: services)
  router.post("parties/:party/guests/:guest/answer", use: entered.answer)
  router.post("parties/:party/guests/:guest/votes", use: entered.votes)
  router.post("parties/:party/guests/:guest/address", use: entered.address)
  router.post("parties/:party/guests/:guest/referral", use: ReferralDecisionRoutes(services: services).decide)
}

private func addFloorRoutes(_ router: RouterGroup<PartyContext>, _ services: Services) {
  let floor = HostFloorRoutes(services: services)
  router.get("parties/:party/floor", use: floor.show)
  router.get("parties/:party/floor/socket", use: floor.socket)
  router.get("n/:node/parties/:party/floor/socket", use: floor.socket)
  let line = LineTestRoutes(services: services)
  router.post("parties/:party/floor/line", use: line.host)
  router.get("parties/:party/floor/line/bytes", use: line.hostDown)
  router.post("parties/:party/floor/line/bytes", use: line.hostUp)
  router.post("parties/:party/doors", use: floor.doors)
  router.post("parties/:party/farewell", use: floor.farewell)
  router.post("parties/:party/no-show", use: NoShowRoutes(services: services).say)

  let programme = ProgrammeRoutes(services: services)
  router.get("parties/:party/programme", use: programme.show)
  router.post("parties/:party/programme", use: programme.save)
  router.post("parties/:party/doors/opening", use: programme.keepOpening)
}

private func addGuestRoutes(_ router: RouterGroup<GuestContext>, _ services: Services) {
  addKeepsakeRoutes(router, services)
  addVisitRoutes(router, services)
  let personal = PersonalRoutes(services: services)
  router.get("", use: personal.show)
  router.may(Right.Answer.self).post("reply", use: personal.reply)
  router.may(Right.Answer.self).post("votes", use: personal.votes)
  router.may(Right.Answer.self).post("wishes", use: personal.wishes)
  router.may(Right.Answer.self).post("zone", use: personal.zone)
  router.may(Right.Answer.self).post("company", use: personal.company)
  router.may(Right.Refer.self).post("referral", use: ReferralRoutes(services: services).refer)
  router.may(Right.Calendar.self).get("party.ics", use: personal.calendar)

  let floor = GuestFloorRoutes(services: services)
  router.get("floor", use: floor.show)
  router.get("floor/socket", use: floor.socket)
  let line = LineTestRoutes(services: services)
  router.may(Right.Enter.self).post("floor/line", use: line.guest)
  router.may(Right.Enter.self).get("floor/line/bytes", use: line.guestDown)
  router.may(Right.Enter.self).post("floor/line/bytes", use: line.guestUp)
}

private func addPartyRoutes(_ router: RouterGroup<PartyContext>, _ services: Services) {
  let parties = PartyRoutes(services: services)
  router.get("parties/:party", use: parties.show)
  router.get("parties/:party/basics", use: parties.showBasics)
  router.post("parties/:party/basics", use: parties.saveBasics)
  router.get("parties/:party/choosing", use: ChoosingRoutes(services: services).show)

  let substance = SubstanceRoutes(services: services)
  router.get("parties/:party/substance", use: substance.show)
  router.post("parties/:party/substance", use: substance.save)

  let letters = LettersRoutes(services: services)
  router.get("parties/:party/letters", use: letters.list)
  router.post("parties/:party/letters", use: letters.saveSentences)
  router.get("parties/:party/letters/:guest", use: letters.show)
  router.post("parties/:party/letters/:guest", use: letters.save)
}

private func addWaveRoutes(_ router: RouterGroup<PartyContext>, _ services: Services) {
  let waves = WavesRoutes(services: services)
  let messages = MessageRoutes(services: services)
  router.get("parties/:party/message", use: messages.show)
  router.post("parties/:party/message", use: messages.send)
  router.get("parties/:party/waves", use: waves.show)
  router.post("parties/:party/waves", use: waves.send)
  router.post("parties/:party/waves/settings", use: waves.saveSettings)
  router.get("parties/:party/waves/preview", use: waves.preview)
  router.get("parties/:party/guests/:guest/withdrawal", use: waves.askWithdrawal)
  router.post("parties/:party/guests/:guest/withdrawal", use: waves.withdraw)
  router.post("parties/:party/held", use: HeldRoutes(services: services).decide)
  router.post("parties/:party/guests/:guest/admission", use: waves.admit)
  router.post("parties/:party/guests/:guest/silence", use: waves.giveUp)
  router.post("parties/:party/guests/:guest/reminder", use: waves.remind)

  let outbox = OutboxRoutes(services: services)
  router.get("parties/:party/outbox", use: outbox.show)
  let incoming = IncomingRoutes(services: services)
  router.get("parties/:party/incoming", use: incoming.show)
  router.post("parties/:party/incoming", use: incoming.settle)
  router.post("parties/:party/outbox/sent", use: outbox.markAllSent)
  router.get("parties/:party/outbox/:mail", use: outbox.showMail)
  router.post("parties/:party/outbox/:mail/retry", use: outbox.retry)
  router.post("parties/:party/outbox/:mail/stop", use: outbox.stop)
  router.post("parties/:party/outbox/:mail/sent", use: outbox.markSent)
  router.post("parties/:party/outbox/:mail/instead", use: outbox.mailInstead)

  let drafts = LetterDraftRoutes(services: services)
  router.get("parties/:party/letters/:guest/draft.eml", use: drafts.letter)
  router.get("parties/:party/outbox/:mail/draft.eml", use: drafts.mail)
}

/// The part of parties that is their first host's alone: the list of parties, choosing people, the co-host, the end.
private func addOwnPartyRoutes(_ router: RouterGroup<HostContext>, _ services: Services) {
  let parties = PartyRoutes(services: services)
  router.get("parties", use: parties.list)
  router.post("parties", use: parties.create)
  router.get("parties/new", use: parties.new)
  router.get("parties/:party/deletion", use: parties.askDeletion)
  router.post("parties/:party/deletion", use: parties.delete)

  let choosing = ChoosingRoutes(services: services)
  router.post("parties/:party/choosing", use: choosing.saveTheme)
  router.post("parties/:party/shortlist", use: choosing.changeShortlist)
  router.post("parties/:party/seats", use: choosing.changeSeats)
  let proposal = ProposalRoutes(services: services)
  router.post("parties/:party/proposal", use: proposal.take)
  router.post("parties/:party/exchange", use: proposal.exchange)
  router.post("parties/:party/leaning", use: proposal.lean)

  router.post("parties/:party/honour", use: HonourRoutes(services: services).invite)
  let cohosts = CohostRoutes(services: services)
  router.post("parties/:party/cohost", use: cohosts.invite)
  router.post("cohosting/:cohosting", use: cohosts.answer)
}

private func addPeopleRoutes(_ router: RouterGroup<HostContext>, _ services: Services) {
  let people = PeopleRoutes(services: services)
  router.get("people", use: people.show)
  router.get("people/export.csv", use: people.csv)
  router.get("people/export.vcf", use: people.vCard)

  let imports = ImportRoutes(services: services)
  router.get("people/imports/new", use: imports.new)
  router.post("people/imports", use: imports.create)
  let importing = ImportStateRoutes(services: services)
  router.get("people/imports/:import", use: importing.show)
  router.get("people/imports/:import/progress", use: importing.progress)
  router.post("people/imports/:import/columns", use: importing.correctColumns)
  router.post("people/imports/:import/absences", use: importing.chooseAbsences)
  let answers = ImportAnswerRoutes(services: services)
  router.post("people/imports/:import/likenesses", use: answers.answerLikenesses)
  router.post("people/imports/:import/differences", use: answers.takeDifferences)
  router.post("people/imports/:import/confirmation", use: importing.confirm)
  router.post("people/imports/:import/discard", use: importing.discard)
  router.get("people/imports/:import/rejected.csv", use: importing.rejected)

  let lists = PeopleListRoutes(services: services)
  router.post("people/lists/:list/refreshment", use: lists.refresh)
  let pairs = PairsRoutes(services: services)
  router.get("people/pairs", use: pairs.show)
  router.post("people/pairs", use: pairs.answer)
  let newPerson = NewPersonRoutes(services: services)
  router.get("people/new", use: newPerson.new)
  router.post("people", use: newPerson.create)
  let person = PersonRoutes(services: services)
  router.get("people/leaving", use: person.leaving)
  router.post("people/:person/access", use: person.access)
  router.get("people/:person", use: person.show)
  router.post("people/:person", use: person.save)
  router.get("people/:person/erasure", use: person.askErasure)
  router.post("people/:person/erasure", use: person.erase)
  let merge = PersonMergeRoutes(services: services)
  router.get("people/:person/merge", use: merge.show)
  router.post("people/:person/merge", use: merge.merge)
}

private func addKeepsakeRoutes(_ router: RouterGroup<GuestContext>, _ services: Services) {
  let keepsakes = KeepsakeRoutes(services: services)
  router.may(Right.Ballot.self).post("ballot", use: keepsakes.vote)
  router.may(Right.Keepsakes.self).post("promises/:number", use: keepsakes.keepPromise)
  router.may(Right.Keepsakes.self).post("coasters/:table", use: keepsakes.shareCoaster)
  router.may(Right.Keepsakes.self).get("cards.vcf", use: keepsakes.cards)
  router.may(Right.TakeAway.self).get("evening.txt", use: keepsakes.takeAway)
  let membership = CircleMembershipRoutes(services: services)
  router.may(Right.Circle.self).post("membership", use: membership.change)
  router.may(Right.Circle.self).post("avoidances", use: membership.avoid)
  let erasure = GuestErasureRoutes(services: services)
  router.may(Right.Erase.self).get("erasure", use: erasure.show)
  router.may(Right.Erase.self).post("erasure", use: erasure.erase)
}

/// A guest of honour's page, and the circle's questions for them.
private func addVisitRoutes(_ router: RouterGroup<GuestContext>, _ services: Services) {
  let visit = HonourVisitRoutes(services: services)
  router.may(Right.Brief.self).get("brief", use: visit.brief)
  router.may(Right.Lateness.self).post("lateness", use: visit.lateness)
  router.may(Right.Depart.self).post("departure", use: visit.depart)
  router.may(Right.Again.self).post("again", use: visit.again)
  router.may(Right.Delegate.self).post("assistant", use: visit.nameAssistant)

  let questions = QuestionRoutes(services: services)
  router.may(Right.Ask.self).post("questions", use: questions.ask)
  router.may(Right.Ask.self).post("questions/:question", use: questions.vote)
}

private func addAssistantRoutes(_ router: RouterGroup<AssistantContext>, _ services: Services) {
  let assistant = AssistantRoutes(services: services)
  router.get("", use: assistant.show)
  router.may(Right.Brief.self).get("brief", use: assistant.brief)
  router.may(Right.Answer.self).post("reply", use: assistant.reply)
  router.may(Right.Calendar.self).get("party.ics", use: assistant.calendar)
  router.may(Right.Lateness.self).post("lateness", use: assistant.lateness)
}

private func addHonourRoutes(_ router: RouterGroup<PartyContext>, _ services: Services) {
  let honour = HonourRoutes(services: services)
  router.get("parties/:party/honour", use: honour.show)
  router.post("parties/:party/honour/slot", use: honour.saveSlot)
  router.post("parties/:party/honour/letter", use: honour.send)
  router.post("parties/:party/honour/sentences", use: honour.saveSentences)
  router.get("parties/:party/honour/letter", use: honour.askSending)
  router.get("parties/:party/honour/withdrawal", use: honour.askWithdrawal)
  router.post("parties/:party/honour/withdrawal", use: honour.withdraw)

  let questions = HonourQuestionRoutes(services: services)
  router.post("parties/:party/honour/questions", use: questions.ask)
  router.post("parties/:party/honour/picks", use: questions.pick)
  router.post("parties/:party/honour/thanks", use: HonourThanksRoutes(services: services).save)
}

private func addEveningRoutes(_ router: RouterGroup<PartyContext>, _ services: Services) {
  let evening = EveningRoutes(services: services)
  router.get("parties/:party/evening", use: evening.show)
  router.post("parties/:party/ballot", use: evening.vote)
  router.post("parties/:party/promises/:number", use: evening.keepPromise)
  router.post("parties/:party/outcome", use: evening.saveOutcome)
}

private func addCircleRoutes(_ router: RouterGroup<HostContext>, _ services: Services) {
  router.get("circles/:circle/honour", use: CircleHonourRoutes(services: services).show)
  let circles = CircleRoutes(services: services)
  router.get("circles", use: circles.list)
  router.post("circles", use: circles.found)
  router.get("circles/:circle", use: circles.show)
  router.post("circles/:circle", use: circles.save)
  router.post("circles/:circle/parties", use: circles.planNext)
  router.get("circles/:circle/end", use: circles.askEnd)
  router.post("circles/:circle/end", use: circles.end)
}

extension RouterGroup where Context: LinkContext {
  /// Routes for links whose guest has a right.
  fileprivate func may<R: NamedRight>(_ right: R.Type) -> RouterGroup<Entitled<Context, R>> {
    group(context: Entitled<Context, R>.self)
  }
}
