/// Phrases of servers that report a mail's fate in words alone, in lower case.
enum BounceWords {
  static let machines = [
    "mailer-daemon", "mailer_daemon", "mailerdaemon", "mail-daemon", "maildaemon", "mdaemon", "postmaster",
    "post_master",
    "daemon",
    "mail.daemon", "bounce", "mmdf", "smtpd", "system administrator",
  ]
  /// Beginnings of addresses that nobody reads.
  static let unattended = [
    "noreply@", "no-reply@", "no_reply@", "donotreply@", "do-not-reply@", "autoreply@", "auto-reply@", "autoresponder@",
    "mailer-daemon@", "vacation@",
  ]
  static let machineNames = [
    "mail delivery", "maildelivery", "mailer-daemon", "mailer daemon", "postmaster", "system administrator",
    "systemadministrator", "delivery system", "delivery subsystem", "mail administrator", "administrador del sistema",
  ]
  /// Phrases used by servers only.
  static let unmistakable = [
    "this is the qmail-send program", "this message was created automatically by mail delivery software",
    "this is the mail system at host", "this is the postfix program at host", "this is the mail delivery agent at",
    "the following addresses had permanent fatal errors", "the following addresses had transient non-fatal errors",
    "this is an automatically generated delivery status notification",
  ]
  /// A mail whose first words are one of these comes from a server, whatever it calls itself; nobody begins a letter so.
  static let openings = [
    "failed recipient", "could not deliver message to the following", "unable to deliver message to",
    "error: invalid user address", "your mail sent on", "invalid final delivery userid",
    "non-delivery report", "votre message n'a pas pu", "your message could not be delivered",
    "your message was not delivered", "could not be delivered to the following", "message from interscan",
    "ihre nachricht konnte nicht", "su mensaje no se ha podido", "delivery to the following",
    "did not reach the following recipient", "the following recipient(s) could not be reached",
  ]
  /// Behind a line with one of these stands whose mail it was.
  static let announcements = [
    "following recipient", "following address", "following user", "following person", "list of recipients",
    "folgende empfänger",
    "folgenden empfänger", "destinataires suivants", "destinataire suivant", "siguientes destinatarios",
    "failed addresses follow", "failed recipients", "intended recipient",
  ]
  static let failed = [
    "had delivery errors", "invalid final delivery", "invalid user address", "not listed in public",
    "could not deliver", "couldn't deliver", "has been returned because", "no valid recipients", "unknown host",
    "host unknown", "returning to sender", "message not delivered", "did not receive a copy",
    "not accepting mail from", "non-delivery report", "n'a pas pu etre",
    "could not be delivered", "couldn't be delivered", "couldn’t be delivered", "cannot be delivered",
    "can't be delivered", "was not delivered", "wasn't delivered", "wasn’t delivered", "not been delivered",
    "unable to deliver", "undeliverable", "undelivered", "delivery has failed", "delivery failed", "delivery failure",
    "delivery to the following recipient", "failed permanently", "permanent error", "permanent fatal error",
    "did not reach", "returned to sender", "cannot be reached", "user unknown", "unknown user", "no such user",
    "user not found", "mailbox unavailable", "mailbox not found", "does not exist", "doesn't exist", "not exist",
    "address rejected", "recipient rejected", "account disabled", "account has been disabled", "invalid recipient",
    "unrouteable address", "address not found", "no mailbox here", "not listed in", "rejected your message",
    "delivery attempts have failed", "giving up on", "konnte nicht zugestellt", "nicht zugestellt werden",
    "unzustellbar", "zustellung fehlgeschlagen", "nicht zustellbar", "hat nicht alle empfänger erreicht",
    "nicht erreicht werden", "existiert nicht", "unbekannter empfänger", "empfänger unbekannt", "n'a pas pu être",
    "n’a pas pu être", "échec de la remise", "non remis", "impossible de remettre", "destinataire inconnu",
    "no se pudo entregar", "no se ha podido entregar", "no pudo entregarse", "error en la entrega", "no existe",
    "not a valid user", "does not like recipient", "mailbox full", "mailbox is full", "over quota", "quota exceeded",
  ]
  static let failedSubject = [
    "undeliver", "delivery status notification (failure)", "failure notice", "mail delivery failed", "delivery failure",
    "returned mail", "mail system error", "mail could not be delivered", "delivery failed", "non remis",
    "unzustellbar", "nicht zugestellt", "zustellung fehlgeschlagen", "message could not be delivered", "delivery error",
    "processing error", "mail failed", "failed mail", "non-delivery", "delivery problem", "delivery failure",
    "no se puede entregar", "no entregado", "échec de la remise", "mail failure", "rejected:", "returned to sender",
  ]
  static let delayed = [
    "could not send message for past", "warning only", "has not yet been delivered", "not yet been delivered",
    "has not been delivered yet", "will keep trying", "will continue to be", "will continue trying", "still trying",
    "no action is required on your part", "delivery is delayed", "has been delayed", "delivery attempts will continue",
    "will be retried", "will retry", "noch nicht zugestellt", "verzögert", "weiterhin versuch", "weitere versuche",
    "pas encore été", "a été retardé", "aún no se ha", "se ha retrasado", "retrasada", "temporarily delayed",
    "delivery incomplete", "temporary problem delivering", "has been postponed", "will continue to try",
  ]
  static let delayedSubject = [
    "delivery status notification (delay)", "delayed", "delay in delivery", "warning: could not send", "verzögert",
    "retardé", "retrasad", "warning: message",
  ]
  /// Looked for along with the phrases of delays: this delay has come to its end.
  static let givenUp = [
    "failed permanently", "giving up", "given up", "gave up", "permanent fatal error", "permanent error",
    "retry timeout exceeded", "no further attempts", "endgültig", "aufgegeben",
  ]
  /// The beginning of the returned mail.
  static let copyBegins = [
    "--- below this line is a copy", "--- this is a copy of", "this is a copy of the message, including",
    "--- original message", "----- message header follows", "--- the header of the original",
    "--- unsent message below", "--- returned message", "original message follows", "--- message from mail",
    "original message headers", "--- ursprüngliche nachricht", "a copy of the original message", "--- mail headers",
    "copy of your message", "--- your message", "--- forwarded message",
  ]
  static let labels = [
    "recipient", "to:", "address", "failed recipient", "empfänger", "an:", "destinataire", "destinatario", "user",
    "email", "e-mail", "550", "551", "552", "553", "554", "unknown user", "final-recipient", "original-recipient",
    "could not deliver", "your message to", "ihre nachricht an", "votre message à", "su mensaje a", "delivery to",
  ]
}
