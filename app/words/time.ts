const MINUTE = 60;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
const LOCALE = "en-GB";

function format(options: Intl.DateTimeFormatOptions, seconds: number, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone };
  return new Intl.DateTimeFormat(LOCALE, { ...options, ...zone })
    .format(seconds * 1000)
    .replaceAll(",", "")
    .replace("Sept", "Sep");
}

/** A moment in the reader's time: "Mon 16 Feb 09:30". */
export function momentText(seconds: number, timeZone?: string): string {
  const day = format({ weekday: "short", day: "numeric", month: "short" }, seconds, timeZone);
  return `${day} ${clockText(seconds, timeZone)}`;
}

/** A moment with the room it needs: "Sunday 22 February, 14:30". */
export function longMomentText(seconds: number, timeZone?: string): string {
  const day = format({ weekday: "long", day: "numeric", month: "long" }, seconds, timeZone);
  return `${day}, ${clockText(seconds, timeZone)}`;
}

/** A day: "16 Feb 2026". */
export function dayText(seconds: number, timeZone?: string): string {
  return format({ day: "numeric", month: "short", year: "numeric" }, seconds, timeZone);
}

/** A day's heading: "Monday 16 February 2026". */
export function longDayText(seconds: number, timeZone?: string): string {
  return format(
    { weekday: "long", day: "numeric", month: "long", year: "numeric" },
    seconds,
    timeZone,
  );
}

/** The time of day: "09:30". */
export function clockText(seconds: number, timeZone?: string): string {
  return format({ hour: "2-digit", minute: "2-digit", hour12: false }, seconds, timeZone);
}

/** What is left of a time, in two units at most: "2 d 4 h", "5 h 12 min" below six hours. Never seconds. */
export function leftText(seconds: number): string {
  if (seconds <= 0) return "now";
  const days = Math.floor(seconds / DAY);
  const hours = Math.floor((seconds % DAY) / HOUR);
  const minutes = Math.floor((seconds % HOUR) / MINUTE);
  if (days > 0) return hours === 0 ? `${days} d` : `${days} d ${hours} h`;
  if (hours >= 6) return `${hours} h`;
  if (hours > 0) return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
  return minutes === 0 ? "less than a minute" : `${minutes} min`;
}

/** How long something takes, in words: "5 days", "36 hours". */
export function spanText(seconds: number): string {
  if (seconds % DAY === 0) return counted(seconds / DAY, "day");
  if (seconds > 3 * DAY) return `${leftText(seconds)}`;
  if (seconds >= HOUR) return counted(Math.round(seconds / HOUR), "hour");
  return counted(Math.max(1, Math.round(seconds / MINUTE)), "minute");
}

function counted(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

/** How long ago: "today", "yesterday", "12 days ago", "3 months ago". */
export function agoText(then: number, now: number): string {
  const days = Math.floor((now - then) / DAY);
  if (days <= 0) return "today";
  const relative = new Intl.RelativeTimeFormat(LOCALE, { numeric: "auto" });
  if (days < 60) return relative.format(-days, "day");
  if (days < 700) return relative.format(-Math.round(days / 30.4), "month");
  return relative.format(-Math.round(days / 365.25), "year");
}
