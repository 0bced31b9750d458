import Foundation

@testable import Formats

extension MailMessage {
  /// A mail with everything a mail can have.
  static func sample(subject: String = "Ein Glas auf die Straßenbahn von übermorgen – und eine Frage") -> MailMessage {
    MailMessage(
      messageID: "0192f-abc@letters.example.org", date: .utc(2026, 8, 1, 9),
      from: Correspondent(name: "Müller-Lüdenscheidt, Jörg (IT)", address: "host@example.org"),
      replyTo: Correspondent(name: "Jörg \"der Lange\" Müller", address: "joerg@example.com"),
      to: Correspondent(name: "Žofie Ångström", address: "zofie@exämple.net"), subject: subject,
      text: "Guten Abend,\n\nschöne Grüße = 1\n.\nFrom here\nLeerzeichen  \n"
        + String(repeating: "Straße 🍸 ", count: 200),
      html: "<p>" + String(repeating: "Grüße, ", count: 300) + "</p>",
      calendar: .init(text: (try? CalendarEntry.sample().text()) ?? "", method: "REQUEST"), autoSubmitted: true,
      listUnsubscribe: .init(url: "https://example.org/u/k3v9", mailto: "leave@example.org"),
      listID: "circle-7.example.org", unsent: true)
  }

  static let germanLetter = MailMessage(
    messageID: "0192f-de@letters.example.org", date: .utc(2026, 8, 3, 8, 12),
    from: Correspondent(name: "Jörg Brüggemann", address: "joerg.brueggemann@example.org"),
    to: Correspondent(name: "Dr. Käthe Öztürk", address: "kaethe@example.net"),
    subject: "Ein Glas zu acht: Wer führt eigentlich, wenn niemand im Büro ist?",
    text: """
      Sehr geehrte Frau Dr. Öztürk,

      wir hätten uns im März auf dem Coaching-Kongress in Erfurt kennenlernen sollen, der dann ausgefallen ist. Ihr Vortrag über Führung auf Distanz stand auf meinem Zettel ganz oben.

      Deshalb lade ich acht Menschen, die ich dort gern getroffen hätte, zu einer Stunde am Bildschirm ein, jede und jeder mit einem Getränk nach Wahl. Die Frage des Abends: Wer führt eigentlich, wenn niemand im Büro ist? Ich selbst bringe die Zahlen aus drei Jahren Umstellung in einem Haus mit 400 Leuten mit, auch die unerfreulichen.

      Ob und wann es Ihnen passt, sagen Sie mir am einfachsten hier:
      https://treffen.example.org/g/k3v9x7q2m5w8

      Ich würde mich freuen.

      Herzliche Grüße
      Jörg Brüggemann

      Ihre Adresse habe ich aus dem öffentlichen Programm des Kongresses. Wenn Sie keine Post mehr von mir möchten, genügt ein Klick: https://treffen.example.org/g/k3v9x7q2m5w8/nein
      """,
    html: letter(
      language: "de",
      """
      <p>Sehr geehrte Frau Dr. Öztürk,</p>
      <p>wir hätten uns im März auf dem Coaching-Kongress in Erfurt kennenlernen sollen, der dann ausgefallen ist. Ihr Vortrag über Führung auf Distanz stand auf meinem Zettel ganz oben.</p>
      <p>Deshalb lade ich acht Menschen, die ich dort gern getroffen hätte, zu einer Stunde am Bildschirm ein, jede und jeder mit einem Getränk nach Wahl. Die Frage des Abends: <em>Wer führt eigentlich, wenn niemand im Büro ist?</em> Ich selbst bringe die Zahlen aus drei Jahren Umstellung in einem Haus mit 400 Leuten mit, auch die unerfreulichen.</p>
      <p>Ob und wann es Ihnen passt, sagen Sie mir am einfachsten <a href="https://treffen.example.org/g/k3v9x7q2m5w8">auf Ihrer persönlichen Seite</a>.</p>
      <p>Ich würde mich freuen.</p>
      <p>Herzliche Grüße<br>Jörg Brüggemann</p>
      <p><small>Ihre Adresse habe ich aus dem öffentlichen Programm des Kongresses. Wenn Sie keine Post mehr von mir möchten, <a href="https://treffen.example.org/g/k3v9x7q2m5w8/nein">genügt ein Klick</a>.</small></p>
      """))

  static let englishLetter = MailMessage(
    messageID: "0192f-en@letters.example.org", date: .utc(2026, 8, 3, 8, 12),
    from: Correspondent(name: "Joan Brüggemann", address: "joan@example.org"),
    to: Correspondent(name: "Aoife Ní Bhriain", address: "aoife@example.net"),
    subject: "A drink among eight: who leads when nobody is in the office?",
    text: """
      Dear Aoife Ní Bhriain,

      we should have met at the coaching congress in Erfurt in March, which was then cancelled. Your talk on leading from afar was at the top of my list.

      So I am inviting eight people whom I had hoped to meet there to an hour on screen, each with a drink of their choice. The question of the evening: who leads when nobody is in the office? I shall bring the figures of three years of change in a house of 400, the unpleasant ones too.

      Whether and when it suits you is easiest to tell me here:
      https://meet.example.org/g/k3v9x7q2m5w8

      I should be delighted.

      With kind regards
      Joan Brüggemann

      I have your address from the congress's public programme. If you would rather not hear from me again, one click is enough: https://meet.example.org/g/k3v9x7q2m5w8/no
      """,
    html: letter(
      language: "en",
      """
      <p>Dear Aoife Ní Bhriain,</p>
      <p>we should have met at the coaching congress in Erfurt in March, which was then cancelled. Your talk on leading from afar was at the top of my list.</p>
      <p>So I am inviting eight people whom I had hoped to meet there to an hour on screen, each with a drink of their choice. The question of the evening: <em>who leads when nobody is in the office?</em> I shall bring the figures of three years of change in a house of 400, the unpleasant ones too.</p>
      <p>Whether and when it suits you is easiest to tell me <a href="https://meet.example.org/g/k3v9x7q2m5w8">on your own page</a>.</p>
      <p>I should be delighted.</p>
      <p>With kind regards<br>Joan Brüggemann</p>
      <p><small>I have your address from the congress's public programme. If you would rather not hear from me again, <a href="https://meet.example.org/g/k3v9x7q2m5w8/no">one click is enough</a>.</small></p>
      """))

  private static func letter(language: String, _ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="\(language)">
    <head><meta charset="utf-8"><title></title></head>
    <body>
    \(body)
    </body>
    </html>

    """
  }
}
