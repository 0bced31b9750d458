// What a guest does in Thunderbird's main window. Its scripts run after these lines.
const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
const { cal } = ChromeUtils.importESModule("resource:///modules/calendar/calUtils.sys.mjs");

const pause = milliseconds => new Promise(done => setTimeout(done, milliseconds));

const until = async (find, what) => {
  for (let turn = 0; turn < 200; turn++) {
    const found = await find();
    if (found) return found;
    await pause(200);
  }
  throw new Error(`there is no ${what}`);
};

const rememberPassword = async (user, password) => {
  const login = Cc["@mozilla.org/login-manager/loginInfo;1"].createInstance(Ci.nsILoginInfo);
  login.init("imap://127.0.0.1", null, "imap://127.0.0.1", user, password, "", "");
  await Services.logins.addLoginAsync(login);
};

// Shows a mail as a click on it does, and returns the document with the bar that offers Accept and Decline.
const openMail = async subject => {
  const server = MailServices.accounts.accounts[0].incomingServer;
  server.performExpand(null);
  const inbox = await until(() => server.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox), "inbox");
  const mail = await until(async () => {
    inbox.updateFolder(null);
    await pause(300);
    return [...inbox.messages].find(message => message.mime2DecodedSubject == subject);
  }, `mail ${subject}`);
  const pane = document.getElementById("tabmail").tabInfo[0].chromeBrowser.contentWindow;
  pane.displayFolder(inbox.URI);
  await pause(500);
  pane.threadTree.selectedIndex = pane.gDBView.findIndexOfMsgHdr(mail, true);
  return pane.messageBrowser.contentWindow.document;
};

// Presses Accept, Tentative or Decline.
const press = async (subject, name) => {
  const page = await openMail(subject);
  await until(() => !page.getElementById("imip-bar").collapsed && !page.getElementById(`imip${name}Button`).hidden, `button ${name}`);
  page.getElementById(`imip${name}Button_${name}`).doCommand();
};

// “Attendance” in the menu of an entry in the calendar.
const changeMind = async (uid, state) => {
  const entry = await until(() => cal.manager.getCalendars()[0].getItem(uid), `entry ${uid}`);
  const item = document.createXULElement("menuitem");
  item.setAttribute("respvalue", state);
  item.setAttribute("respmode", "AUTO");
  item.setAttribute("scope", "all-occurrences");
  setContextPartstat(item, [entry]);
};
