/** Which browser on which system a user agent names, for lists of devices. What it is not sure of it leaves out. */

export interface Device {
  /** A brand name, said the same in every language; null: none that is known. */
  browser: string | null
  system: string | null
}

/** In the order in which they are tried: many browsers also name those they descend from. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|OPiOS|Opera)\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung'],
  [/\bVivaldi\//, 'Vivaldi'],
  [/\bYaBrowser\//, 'Yandex'],
  [/\bDuckDuckGo\//, 'DuckDuckGo'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\bCriOS\/|\bChromium\/|\b(?:Headless)?Chrome\//, 'Chrome'],
  [/\bVersion\/[\d.]+ (?:Mobile\/\w+ )?Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
]

const systems: readonly [RegExp, string][] = [
  [/\biPhone\b|\biPod\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b|\bX11\b/, 'Linux'],
]

const named = (table: readonly [RegExp, string][], user_agent: string): string | null =>
  table.find(([pattern]) => pattern.test(user_agent))?.[1] ?? null

export function deviceOf(user_agent: string | null): Device {
  return user_agent === null
    ? { browser: null, system: null }
    : { browser: named(browsers, user_agent), system: named(systems, user_agent) }
}

/** Two user agents that are told apart in no word are one device to a person. */
export function isSameDevice(one: Device, other: Device): boolean {
  return one.browser === other.browser && one.system === other.system
}
