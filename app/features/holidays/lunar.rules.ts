import { type Day, dayNumber, dayOfNumber } from "~/web/time";

// The Vietnamese lunisolar calendar after Hồ Ngọc Đức (www.informatik.uni-leipzig.de/~duc/amlich), whose new moons and
// solar terms follow Jean Meeus, "Astronomical Algorithms" (1998). Reckoned for UTC+7; days are Julian day numbers.
const epoch = 2_440_588; // the Julian day number of 1 January 1970
const firstMoon = 2_415_021.076998695; // the new moon of 1 January 1900, from which moons are counted
const month = 29.530588853;
const zone = 7 / 24;
const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180);

/** The day on which the k-th new moon after 1 January 1900 falls. */
function newMoonDay(k: number): number {
  const t = k / 1236.85;
  const [t2, t3] = [t ** 2, t ** 3];
  const mean =
    2415020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
  const sun = 359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3;
  const node = 21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3;
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * node) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * node + sun) -
    0.0004 * sin(2 * node - sun) -
    0.0006 * sin(2 * node + moon) +
    0.001 * sin(2 * node - moon) +
    0.0005 * sin(2 * moon + sun);
  const clock = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - clock + 0.5 + zone);
}

/** Which twelfth of its yearly way the sun is in as a day begins: 0 from the March equinox, 9 from the winter solstice. */
function sunTwelfth(day: number): number {
  const t = (day - 0.5 - zone - 2451545) / 36525;
  const t2 = t ** 2;
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t ** 3;
  const longitude =
    280.46645 +
    36000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}

/** The first day of the lunar month that holds the winter solstice of a solar year: always the eleventh. */
function eleventhMonth(year: number): number {
  const k = Math.floor((dayNumber(`${year}-12-31`) + epoch - 2_415_021) / month);
  const start = newMoonDay(k);
  return sunTwelfth(start) >= 9 ? newMoonDay(k - 1) : start;
}

/** How many months after the eleventh the leap month stands: the first without a principal term. */
function leapOffset(k: number): number {
  let at = 1;
  let twelfth = sunTwelfth(newMoonDay(k + at));
  for (let last = -1; twelfth !== last && at < 14; ) {
    last = twelfth;
    at += 1;
    twelfth = sunTwelfth(newMoonDay(k + at));
  }
  return at - 1;
}

/** The solar day of day `d` of lunar month `m` (1 to 10, not the leap one) in the lunar year that begins in solar year `year`. */
export function solarDayOf(d: number, m: number, year: number): Day {
  const [before, after] = [eleventhMonth(year - 1), eleventhMonth(year)];
  const k = Math.floor(0.5 + (before - firstMoon) / month);
  const offset = m + 1;
  const shifted = after - before > 365 && offset >= leapOffset(k) ? offset + 1 : offset;
  return dayOfNumber(newMoonDay(k + shifted) + d - 1 - epoch);
}
