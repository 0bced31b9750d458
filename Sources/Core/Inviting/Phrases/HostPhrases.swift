// Mails to hosts, both languages. Text for people stands here in Swift: see `LetterPhrases` for why.

/// The text of a mail to a host: a subject, a text, and the purpose of the link before it.
struct HostPhrases {
  let subject: String
  let text: String
  /// Ends with a colon: the link follows.
  let link: String

  static func signIn(_ site: String, minutes: Int, _ language: Language) -> HostPhrases {
    switch language {
    case .german:
      HostPhrases(
        subject: "Ihre Anmeldung bei \(site)",
        text: "Mit diesem Link melden Sie sich bei \(site) an. Er gilt \(minutes) Minuten und nur einmal. "
          + "Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun.",
        link: "Anmelden:")
    case .english:
      HostPhrases(
        subject: "Your sign-in link for \(site)",
        text: "This link signs you in to \(site). It works once, within \(minutes) minutes. "
          + "If you didn’t ask for it, there’s nothing you need to do.",
        link: "Sign in:")
    }
  }

  static func addressChange(_ site: String, hours: Int, _ language: Language) -> HostPhrases {
    switch language {
    case .german:
      HostPhrases(
        subject: "Ihre neue Adresse bei \(site)",
        text:
          "Jemand, der bei \(site) angemeldet ist, möchte diese Adresse als eigene eintragen. Sind Sie das, bestätigen Sie sie "
          + "innerhalb von \(hours) Stunden mit diesem Link. Sonst brauchen Sie nichts zu tun.",
        link: "Adresse bestätigen:")
    case .english:
      HostPhrases(
        subject: "Your new address for \(site)",
        text: "Somebody who is signed in to \(site) wants to use this address as their own. If that’s you, confirm it "
          + "with this link within \(hours) hours. Otherwise there’s nothing you need to do.",
        link: "Confirm the address:")
    }
  }

  static func addressChanged(_ site: String, _ language: Language) -> HostPhrases {
    switch language {
    case .german:
      HostPhrases(
        subject: "Ihre Adresse bei \(site) wurde geändert",
        text:
          "Für Ihre Anmeldung bei \(site) gilt ab jetzt eine andere Adresse; an diese hier schicken wir keine Links mehr. "
          + "Waren Sie das nicht, wenden Sie sich bitte gleich an die Person, die diese Installation betreut.",
        link: "Anmelden:")
    case .english:
      HostPhrases(
        subject: "Your address for \(site) has been changed",
        text: "From now on you sign in to \(site) with another address; we’ll send no more links to this one. "
          + "If that wasn’t you, please write to whoever runs this installation at once.",
        link: "Sign in:")
    }
  }

  static func notice(_ notice: HostNotice, topic: String, _ language: Language) -> HostPhrases {
    language == .german ? german(notice, GermanPhrases.quoted(topic)) : english(notice, EnglishPhrases.quoted(topic))
  }

  private static func german(_ notice: HostNotice, _ topic: String) -> HostPhrases {
    switch notice {
    case .recommendation(let date, let reason, let isDeadline):
      HostPhrases(
        subject: isDeadline ? "Die Terminumfrage ist zu Ende" : "Alle haben über den Termin abgestimmt",
        text: Prose.paragraph([
          isDeadline
            ? "Die Frist der Terminumfrage zu \(topic) ist abgelaufen."
            : "Über den Termin zu \(topic) haben alle abgestimmt.",
          "Der Vorschlag: \(date).", Prose.sentence(reason),
        ]),
        link: "Mit einem Klick bestätigen Sie ihn, oder Sie wählen einen anderen:")
    case .noDateFits(let reason):
      HostPhrases(
        subject: "Noch passt kein Termin",
        text: Prose.paragraph([
          "Die Umfrage zu \(topic) ist zu Ende, aber kein Termin passt gut.", Prose.sentence(reason),
        ]),
        link: "Neue Termine vorschlagen:")
    case .waiting(let name):
      HostPhrases(
        subject: "\(name) möchte doch noch kommen",
        text: "\(name) hat nach der Frist zugesagt, aber zu \(topic) sind gerade alle Plätze vergeben. "
          + "Sie können einen Platz mehr vorsehen oder abwarten, ob einer frei wird.",
        link: "Zur Gästeliste:")
    case .proposal(let names):
      HostPhrases(
        subject: names.count == 1 ? "Ein Platz ist frei geworden" : "\(names.count) Plätze sind frei geworden",
        text:
          "Als Nächstes an der Reihe zu \(topic): \(Prose.list(names, and: "und")). Es wird erst geschrieben, wenn Sie zustimmen.",
        link: "Ansehen und einladen:")
    case .cancelled(let name):
      HostPhrases(
        subject: "\(name) kann nun doch nicht kommen",
        text: "\(name) war für \(topic) eingeplant und hat gerade abgesagt.", link: "Zur Gästeliste:")
    case .overbooked(let coming, let seats):
      HostPhrases(
        subject: "Mehr Zusagen als Plätze",
        text: "Zu \(topic) kommen jetzt \(coming) Gäste, vorgesehen sind \(seats) Plätze: Es hat niemand abgesagt. "
          + "Sie können mehr Plätze vorsehen; ausgeladen wird niemand.",
        link: "Zur Gästeliste:")
    case .undelivered(let name, let address, let isFree):
      HostPhrases(
        subject: "Ihr Brief an \(name) kam zurück",
        text: "Die Mail zu \(topic) an \(address) kam nicht an. "
          + (isFree ? "Der Platz ist wieder frei. " : "")
          + "Vielleicht kennen Sie eine andere Adresse oder einen anderen Weg.",
        link: "Zur Gästeliste:")
    case .cohost(let name): germanCohost(name, topic)
    case .entry(let step): germanEntry(step, topic)
    }
  }

  private static func english(_ notice: HostNotice, _ topic: String) -> HostPhrases {
    switch notice {
    case .recommendation(let date, let reason, let isDeadline):
      HostPhrases(
        subject: isDeadline ? "The date poll has ended" : "Everyone has voted on the date",
        text: Prose.paragraph([
          isDeadline
            ? "The deadline for the date poll on \(topic) has passed."
            : "Everyone has voted on the date for \(topic).",
          "The suggestion: \(date).", Prose.sentence(reason),
        ]),
        link: "Confirm it with one click, or choose another:")
    case .noDateFits(let reason):
      HostPhrases(
        subject: "No date works yet",
        text: Prose.paragraph([
          "The date poll for \(topic) has ended, but none of the dates works well.", Prose.sentence(reason),
        ]
        ),
        link: "Suggest new dates:")
    case .waiting(let name):
      HostPhrases(
        subject: "\(name) would like to come after all",
        text: "\(name) accepted after the deadline, but all seats for \(topic) are taken at the moment. "
          + "You can add a seat, or wait until one becomes free.",
        link: "See the guest list:")
    case .proposal(let names):
      HostPhrases(
        subject: names.count == 1 ? "A seat has become free" : "\(names.count) seats have become free",
        text: "Next in line for \(topic): \(Prose.list(names, and: "and")). Nothing is sent before you agree.",
        link: "Take a look and invite:")
    case .cancelled(let name):
      HostPhrases(
        subject: "\(name) can’t come after all",
        text: "\(name) was expected for \(topic) and has just said no.", link: "See the guest list:")
    case .overbooked(let coming, let seats):
      HostPhrases(
        subject: "More guests than seats",
        text: "\(coming) guests are now coming to \(topic), and there are \(seats) seats: nobody has declined. "
          + "You can add seats; nobody is turned away.",
        link: "See the guest list:")
    case .undelivered(let name, let address, let isFree):
      HostPhrases(
        subject: "Your letter to \(name) came back",
        text: "The email about \(topic) didn’t reach \(address). " + (isFree ? "The seat is free again. " : "")
          + "Perhaps you know another address, or another way.",
        link: "See the guest list:")
    case .cohost(let name): englishCohost(name, topic)
    case .entry(let step): englishEntry(step, topic)
    }
  }
}
