/** The person's locale, and formatters made once each: making one costs more than a thousand uses. */
import { chosenLanguage, language } from '../words/language.ts'

/**
 * How amounts and dates are written: as the browser's locale of the page's language does; where it has none, as the language itself if it
 * was chosen.
 */
export const locale = (): string => (typeof navigator === 'undefined' ? 'en-US' : localeOf(language()))

const localeOf = formatterCache(
  (spoken) => navigator.languages.find((tag) => tag.split('-')[0] === spoken) ?? (chosenLanguage() === null ? navigator.language : spoken),
)

export function formatterCache<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>()
  return (key) => {
    const known = made.get(key)
    if (known) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}

/** The currency people of the locale's region pay with, as a first guess; USD where none is known. */
export function likelyCurrency(tag = typeof navigator === 'undefined' ? 'en-US' : navigator.language): string {
  const region = new Intl.Locale(tag).maximize().region ?? 'US'
  return currencyOfRegion.get(region) ?? 'USD'
}

const currencyOfRegion = new Map(
  `EUR AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK BG
   GBP GB|JPY JP|CNY CN|INR IN|CAD CA|AUD AU|NZD NZ|CHF CH LI|SEK SE|NOK NO|DKK DK|ISK IS|PLN PL|CZK CZ|HUF HU|RON RO
   BRL BR|MXN MX|ARS AR|CLP CL|COP CO|ZAR ZA|NGN NG|KES KE|EGP EG|TRY TR|ILS IL|AED AE|SAR SA|KWD KW|KRW KR|TWD TW
   HKD HK|SGD SG|THB TH|VND VN|IDR ID|MYR MY|PHP PH|UAH UA`
    .split(/[|\n]/)
    .flatMap((line) => {
      const [currency, ...regions] = line.trim().split(' ')
      return regions.map((region) => [region, currency!] as const)
    }),
)
