package enum MailPlaceholder {}
