/// Phrases of servers about the reason of a failure, in lower case.
enum FailureWords {
  static let full = [
    "mailbox full", "mailbox is full", "folder is full", "over quota", "quota exceeded", "exceeded quota",
    "exceeds quota", "overquota",
    "postfach voll", "postfach ist voll", "speicherplatz", "boîte pleine", "buzón lleno", "storage allocation",
    "quota has been exceeded", "insufficient disk space", "mailbox size limit", "exceeded storage",
    "exceeds allowed size", "account is full", "disk space limit", "disk quota", "too many messages on",
    "zuviele mails",
    "zu viele mails", "zu viele nachrichten", "inbox is full", "out of storage", "over its quota", "kein platz mehr",
  ]
  static let passing = [
    "retry timeout exceeded", "retry time not reached", "timed out", "timeout", "time out", "expired",
    "in the queue too long", "queue too long", "been on the queue", "temporar", "connection refused",
    "could not be contacted", "not responding", "been failing for a long time", "try again later", "greylist",
    "not found, try again", "did not accept our requests to connect", "socket error", "no route to host",
    "network is unreachable", "network unreachable", "host is unreachable", "unable to connect", "could not connect",
    "couldn't connect", "lost connection", "connection lost", "connection reset", "connection dropped",
    "connection was dropped", "connection closed", "deferred", "attempts:",
  ]
  /// The other server refuses ours, or the letter's sender.
  static let aboutSender = [
    "blacklist", "blocklist", "block list", "blocked using", "spamhaus", "spamcop", "dnsbl", "banned sending ip",
    "reputation", "ptr record", "reverse dns", "reverse hostname", "spf record", "spf check", "dkim", "dmarc",
    "is not allowed to send", "unauthenticated email", "sender address", "sender rejected", "sender denied",
    "sender verify", "sender domain", "provide a valid from", "network not allowed", "blocked ip", "ip address is",
    "frequency limited", "rate limit", "messages from your ip", "too many unwanted messages",
  ]
  /// The other server refused before it was told whom the letter is for.
  static let beforeRecipient = [
    "after mail from", "reply to mail from", "sender was rejected", "my name was rejected", "after initial connection",
    "after helo", "after ehlo", "reply to helo", "reply to ehlo",
    "refused to talk to me",
  ]
  /// Beside these, whatever else is said, there is nobody of that name.
  static let unknownUser = [
    "user unknown", "unknown user", "no such user", "user not found", "recipient not found", "does not exist",
    "doesn't exist", "no mailbox here", "invalid recipient", "recipient unknown",
  ]
}
