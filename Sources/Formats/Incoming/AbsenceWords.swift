/// Phrases with which people say that they are away, in German, English, French and Spanish, in lower case.
enum AbsenceWords {
  /// Beginnings of subjects that no person writes.
  static let subjects = [
    "automatic reply", "auto reply", "autoreply", "auto-reply", "automated reply", "auto response", "auto:",
    "autoresponder",
    "automatische antwort", "auto-antwort", "autoantwort", "automatische rückmeldung", "abwesend:", "abwesenheit",
    "out of office", "out of the office", "ooo:", "ooo ", "[ooo", "vacation reply", "away from", "on vacation",
    "nicht im büro", "nicht im haus", "urlaub:", "réponse automatique", "reponse automatique", "message d'absence",
    "absence du bureau", "absent du bureau", "respuesta automática", "respuesta automatica", "fuera de la oficina",
    "ausencia", "ausente",
  ]
  /// Words like these in a subject, even after "Re:".
  static let inSubjects = [
    "abwesenheitsnotiz", "abwesenheitsnachricht", "abwesenheitsmeldung", "out of office", "out-of-office", "autoreply:",
    "automatic reply", "automatische antwort", "réponse automatique", "respuesta automática", "vacation message",
    "away message", "(auto reply)", "[auto", "i am away", "i'm away",
  ]
  static let away = [
    "absence", "abwesen", "vacation", "urlaub", "office", "away", "absent", "ausen", "vacaciones", "congé",
  ]
  static let phrases = [
    "out of the office", "out of office", "out-of-office", "away from the office", "away from my desk", "on vacation",
    "on annual leave", "on holiday", "on leave until", "on leave from", "on parental leave", "on maternity leave",
    "limited access to e-mail", "limited access to email", "limited access to my email", "i am currently away",
    "i'm currently away", "away until", "i will be away", "will be back on", "i will return on", "returning on",
    "upon my return", "on my return i will", "no longer with", "no longer work", "this is an automat",
    "this is an auto", "nicht im büro", "nicht im hause", "nicht im haus", "außer haus", "ausser haus", "im urlaub",
    "in urlaub", "in elternzeit", "im mutterschutz", "nicht erreichbar", "nur eingeschränkt erreichbar",
    "nicht am arbeitsplatz", "meine abwesenheit", "meiner abwesenheit", "wieder im büro", "wieder erreichbar",
    "wieder für sie da", "wird nicht weitergeleitet", "nicht weitergeleitet", "auf dienstreise",
    "dies ist eine automat",
    "nicht mehr im unternehmen", "nicht mehr für", "absent du bureau", "absente du bureau", "suis absent",
    "serai absent", "en congé", "en vacances", "de retour le", "mon retour", "mon absence", "en cas d'urgence",
    "ceci est une réponse automatique", "fuera de la oficina", "de vacaciones", "estaré ausente", "estoy ausente",
    "mi ausencia", "mi regreso", "acceso limitado", "mensaje automático", "respuesta automática", "estaré fuera",
  ]
  /// Phrases of services that want to hear from a sender before they deliver.
  static let challenges = [
    "account is protected by", "to the recipient's allowed list", "address added to the recipient",
    "sender verification",
    "verify that you are human", "please confirm your message", "has not been delivered to my inbox",
    "bestätigen sie ihre absenderadresse", "absenderbestätigung", "als absender freischalten",
  ]
  /// Somebody who also says one of these has written an answer of their own.
  static let answering = [
    "thank you for the invitation", "thanks for the invitation", "thank you for inviting", "thanks for inviting",
    "i'd love to", "i would love to", "i'll be there", "i will be there", "happy to join", "glad to join",
    "count me in", "unfortunately i", "i can't make", "i cannot make", "can't join", "cannot join", "i'll join",
    "danke für die einladung", "danke für ihre einladung", "danke für deine einladung", "vielen dank für die einladung",
    "komme gern", "bin dabei", "sage zu", "sage ab", "zusage", "absage", "leider kann ich", "kann ich leider",
    "passt mir", "freue mich auf", "merci pour l'invitation", "merci pour votre invitation", "avec plaisir",
    "malheureusement", "je viendrai", "gracias por la invitación", "gracias por su invitación", "con mucho gusto",
    "lamentablemente", "asistiré", "allí estaré",
  ]
}
