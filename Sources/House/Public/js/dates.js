// Days and times in words, the same as the server's (`DayWords`): browsers differ in their wording from each other and
// from the server. `Tests/dates.json` holds both to it.

const weekdays = {
  de: ["Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"],
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
};
const months = {
  de: ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
  en: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
};
const short = {
  de: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

const german = {
  day: (local) => `${german.weekday(local)}., ${local.day}. ${short.de[local.month - 1]}`,
  date: (local) => `${german.plain(local)} ${local.year}`,
  plain: (local) => `${weekdays.de[local.weekday]}, ${local.day}. ${months.de[local.month - 1]}`,
  weekday: (local) => weekdays.de[local.weekday].slice(0, 2),
  number: (local) => String(local.day),
  month: (local) => months.de[local.month - 1].slice(0, 3),
  time: (local) => clock(local),
  spoken: ({ hour, minute }) => (minute ? `${hour} Uhr ${minute}` : `${hour} Uhr`),
};

const english = {
  ...german,
  day: (local) => `${english.weekday(local)} ${local.day} ${short.en[local.month - 1]}`,
  date: (local) => `${weekdays.en[local.weekday]}, ${local.day} ${months.en[local.month - 1]} ${local.year}`,
  plain: (local) => `${weekdays.en[local.weekday]} ${local.day} ${months.en[local.month - 1]}`,
  weekday: (local) => weekdays.en[local.weekday].slice(0, 3),
  month: (local) => months.en[local.month - 1].slice(0, 3),
  spoken: (local) => clock(local),
};

/** The words for a time, as `day`, `date`, `plain`, `weekday`, `number`, `month`, `time` or `spoken`. */
export function words(form, time, zone, language) {
  return (language === "de" ? german : english)[form](localTime(time, zone));
}

/** The time on the clocks of a zone, or of the device without one. */
export function localTime(time, zone) {
  const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: zone, year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h23",
  });
  const parts = format.formatToParts(new Date(time)).map(({ type, value }) => [type, Number(value)]);
  const { year, month, day, hour, minute } = Object.fromEntries(parts);
  return { year, month, day, hour, minute, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

function clock({ hour, minute }) {
  return [hour, minute].map((number) => String(number).padStart(2, "0")).join(":");
}
