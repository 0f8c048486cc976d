/** A bank's layout by a seed: how it writes a household's year as CSV, and what of it should be read. */
import { addDays } from '../../../../core/calendar.ts'
import type { Answers } from '../../../../core/bank-files/readBankFile.ts'
import { seeded } from '../../../server/seeded.ts'
import { languages, type Language } from './languages.ts'

export interface Row {
  date: string
  amount_cents: number
  payee: string
}

export interface WrittenLayout {
  text: string
  /** What the file says, in its own order. */
  rows: Row[]
  /** What is on the account after the last row, below nought where it is owed; null where no column says it. */
  balance_cents: number | null
  /** What a person who knows the bank would answer. */
  answers: Pick<Answers, 'date_order' | 'decimal' | 'positive_is'>
  /** The plan's currency, which counts where the file names none. */
  currency_code: string
  /** In words, for a test that fails. */
  describes: string
}

const dateForms = [
  'iso',
  'dots',
  'slashes',
  'american',
  'short dots',
  'short slashes',
  'dashes',
  'compact',
  'named',
  'with time',
  'kanji',
] as const
const signSchemes = [
  'minus',
  'minus',
  'minus',
  'minus behind',
  'brackets',
  'columns',
  'columns',
  'columns with minus',
  'words',
  'words beside minus',
  'CR and DR',
  'CR on credits',
  'card',
] as const

const pad = (number: number): string => String(number).padStart(2, '0')

export function layoutOf(seed: number): WrittenLayout {
  const random = seeded(Math.imul(seed, 0x9e3779b1))
  const below = (bound: number): number => Math.floor(random() * bound)
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!
  const chance = (percent: number): boolean => random() * 100 < percent

  const language = one(languages)
  const scheme = one(signSchemes)
  const digits = language.currency_code === 'JPY' ? 0 : 2
  const decimal: '.' | ',' = ['GBP', 'USD', 'JPY'].includes(language.currency_code) ? '.' : chance(80) ? ',' : '.'
  // Nobody who writes the cents behind a comma writes the month before the day.
  const form = one(
    dateForms.filter((known) =>
      known === 'kanji'
        ? language.months.length === 0
        : known === 'named'
          ? language.months.length > 0
          : known === 'american'
            ? decimal === '.' && (language.currency_code === 'USD' || chance(10))
            : true,
    ),
  )
  const group = one(decimal === '.' ? ['', ',', ' ', "'"] : ['', '.', ' ', '\u00a0'])
  const delimiter = one(decimal === ',' || group === ',' ? [';', '\t', ';'] : ([',', ',', ';', '\t', '|'] as const))
  const hasBalance = chance(45)
  const isDownwards = chance(55)
  const hasHeader = chance(88)
  // A name that sounds owed stands above debts, and above money as well.
  const besides = seeded(Math.imul(seed, 0x85ebca6b))
  const soundsOwed = hasHeader && hasBalance && besides() < 0.08
  const isOwed = soundsOwed && besides() < 0.5
  const rows = household(language, Math.round(Math.exp(random() * Math.log(200))), scheme === 'card', { below, one, chance })

  const day = (date: string): string => writtenDate(date, form, language)
  const number = (cents: number): string => {
    const text = String(Math.abs(cents)).padStart(digits + 1, '0')
    const whole = (digits === 0 ? text : text.slice(0, -digits)).replace(/\B(?=(?:\d{3})+$)/g, group)
    return digits === 0 ? whole : `${whole}${decimal}${text.slice(-digits)}`
  }
  const signed = (cents: number): string => (cents < 0 ? `-${number(cents)}` : number(cents))
  const quote = one(['always', 'needed', 'needed'] as const)
  const cell = (text: string): string =>
    quote === 'always' || text.includes(delimiter) || text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text

  const valued = chance(30)
  const type = chance(35)
  const memo = chance(60)
  // The bank's own rows name nobody, and say by their kind what they are.
  const ofBank = (row: Row, index: number): boolean => type && hasHeader && !memo && row.amount_cents < 0 && index % 7 === 3
  const currency = chance(40)
  const account = chance(30)
  const status = chance(25)
  const foreign = chance(12) && !scheme.startsWith('columns') && !scheme.startsWith('CR')
  const reference = chance(25)
  const order = one(['money last', 'money before texts', 'payee last'] as const)
  const isColumns = scheme.startsWith('columns')
  const hasWords = scheme.startsWith('words')

  const moneyNames = isColumns ? [language.debit, language.credit] : hasWords ? [language.direction, language.amount] : [language.amount]
  const texts = (payee: string, kind: string, text: string): string[] => [...(type ? [kind] : []), payee, ...(memo ? [text] : [])]
  const layOut = (date: string, valuedDate: string, money: string[], words: string[], rest: string[], balance: string): string => {
    const cells =
      order === 'money last'
        ? [date, ...(valued ? [valuedDate] : []), ...words, ...rest, ...money]
        : order === 'money before texts'
          ? [date, ...(valued ? [valuedDate] : []), ...money, ...words, ...rest]
          : [...rest, date, ...(valued ? [valuedDate] : []), ...money, ...words]
    return [...cells, ...(hasBalance ? [balance] : [])].map(cell).join(delimiter)
  }
  const rest = (values: { account: string; currency: string; status: string; reference: string; foreign: string }): string[] => [
    ...(account ? [values.account] : []),
    ...(currency ? [values.currency] : []),
    ...(status ? [values.status] : []),
    ...(reference ? [values.reference] : []),
    ...(foreign ? [values.foreign] : []),
  ]
  const money = (cents: number): string[] => {
    if (scheme === 'columns') return cents < 0 ? [number(cents), ''] : ['', number(cents)]
    if (scheme === 'columns with minus') return cents < 0 ? [signed(cents), ''] : ['', number(cents)]
    if (scheme === 'words') return [cents < 0 ? language.out : language.in, number(cents)]
    if (scheme === 'words beside minus') return [cents < 0 ? language.out : language.in, signed(cents)]
    if (scheme === 'minus behind') return [cents < 0 ? `${number(cents)}-` : number(cents)]
    if (scheme === 'brackets') return [cents < 0 ? `(${number(cents)})` : number(cents)]
    if (scheme === 'CR and DR') return [`${number(cents)} ${cents < 0 ? 'DR' : 'CR'}`]
    if (scheme === 'CR on credits') return [cents < 0 ? number(cents) : `${number(cents)} CR`]
    return [scheme === 'card' ? signed(-cents) : signed(cents)]
  }

  let balance = 150_000 + below(100_000)
  if (isOwed) balance = -balance - 100 * rows.reduce((sum, { amount_cents }) => sum + Math.max(0, Math.round(amount_cents / 100)), 0)
  const opening = balance
  const written = rows.map((row, index) => {
    balance += row.amount_cents
    const kind = language.kinds[row.amount_cents < 0 ? 0 : 1]
    const other = foreign && chance(30) ? signed(Math.round(row.amount_cents * 1.1)) : ''
    const values = {
      account: 'ACC-1',
      currency: language.currency_code,
      status: language.booked,
      reference: `R${seed}${100_000 + index}`,
      foreign: other,
    }
    return layOut(
      day(row.date),
      day(row.date),
      money(row.amount_cents),
      texts(ofBank(row, index) ? '' : row.payee, kind, `${index} ${language.memo.toLowerCase()}`),
      rest(values),
      signed(isOwed ? -balance : balance),
    )
  })
  const headerValues = {
    account: language.account,
    currency: language.currency,
    status: language.status,
    reference: 'Transaction ID',
    foreign: `${language.amount} (original)`,
  }
  const balanceNames = soundsOwed ? language.owed : [language.balance, ...(language.balances ?? [])]
  const header = hasHeader
    ? [
        layOut(
          language.date,
          language.valued,
          moneyNames,
          texts(language.payee, language.type, language.memo),
          rest(headerValues),
          balanceNames[seed % balanceNames.length]!,
        ),
      ]
    : []
  const said = rows.map((row, index) => (ofBank(row, index) ? { ...row, payee: language.kinds[0] } : row))
  const ordered = isDownwards ? written.toReversed() : written
  if (status && chance(40)) {
    const pending = {
      account: 'ACC-1',
      currency: language.currency_code,
      status: language.pending,
      reference: `R${seed}999999`,
      foreign: '',
    }
    const last = rows.at(-1)!
    const line = layOut(day(last.date), day(last.date), money(-1_234), texts(language.shops[0]!, language.kinds[0], 'x'), rest(pending), '')
    if (isDownwards) ordered.unshift(line)
    else ordered.push(line)
  }
  if (hasHeader && !hasBalance && chance(10)) {
    const sums = (text: string, cents: number, date: string): string =>
      layOut(
        day(date),
        '',
        isColumns ? ['', number(cents)] : hasWords ? ['', number(cents)] : [number(cents)],
        texts(text, '', ''),
        rest({ account: account ? 'ACC-1' : '', currency: language.currency_code, status: '', reference: '', foreign: '' }),
        '',
      )
    ordered.unshift(sums(language.opening, opening, rows[0]!.date))
    ordered.push(sums(language.closing, balance, rows.at(-1)!.date))
  }
  const preamble =
    hasHeader && chance(35) ? [`${language.account};DE00 1234`, `${language.total} ${rows[0]!.date}`, ''].slice(below(3)) : []
  const footer = hasHeader && chance(25) ? ['', `${language.total}: ${day(rows[0]!.date)}`] : []
  const newline = one(['\n', '\r\n', '\n'])
  const text = `${chance(20) ? '\ufeff' : ''}${[...preamble, ...header, ...ordered, ...footer].join(newline)}${footer.length > 0 && chance(50) ? '' : newline}`
  return {
    text,
    rows: isDownwards ? said.toReversed() : said,
    balance_cents: hasBalance ? balance : null,
    answers: {
      date_order: form === 'american' ? 'mdy' : ['iso', 'compact', 'kanji', 'with time'].includes(form) ? 'ymd' : 'dmy',
      decimal,
      positive_is:
        scheme === 'card' || scheme === 'CR on credits' || (scheme === 'columns' && rows.every((row) => row.amount_cents < 0))
          ? 'out'
          : 'in',
    },
    currency_code: language.currency_code,
    describes: `${language.currency_code} ${language.date}, ${form}, ${scheme}, ${decimal} "${group}", delimiter ${JSON.stringify(delimiter)}, ${order}${hasBalance ? `, balance${soundsOwed ? (isOwed ? ' owed' : ' that sounds owed') : ''}` : ''}${hasHeader ? '' : ', no header'}${isDownwards ? ', downwards' : ''}, ${rows.length} rows`,
  }
}

function writtenDate(date: string, form: (typeof dateForms)[number], { months }: Language): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const short = pad(year % 100)
  switch (form) {
    case 'iso':
      return date
    case 'dots':
      return `${pad(day)}.${pad(month)}.${year}`
    case 'slashes':
      return `${pad(day)}/${pad(month)}/${year}`
    case 'american':
      return `${pad(month)}/${pad(day)}/${year}`
    case 'short dots':
      return `${pad(day)}.${pad(month)}.${short}`
    case 'short slashes':
      return `${pad(day)}/${pad(month)}/${short}`
    case 'dashes':
      return `${pad(day)}-${pad(month)}-${year}`
    case 'compact':
      return date.replaceAll('-', '')
    case 'named':
      return `${day} ${months[month - 1]!} ${year}`
    case 'with time':
      return `${date} 14:0${day % 10}:00`
    case 'kanji':
      return `${year}年${month}月${day}日`
  }
}

/** A household's rows, old to new: pay now and then, bills and shopping between; of a card, one payment for five purchases and more. */
function household(
  { shops, pay }: Language,
  count: number,
  isCard: boolean,
  { below, one, chance }: { below: (bound: number) => number; one: <T>(list: readonly T[]) => T; chance: (percent: number) => boolean },
): Row[] {
  const rows: Row[] = []
  let date = addDays('2024-01-01', below(600))
  for (let index = 0; index < count; index += 1) {
    const isPay = isCard ? index % 6 === 5 && chance(60) : chance(12)
    rows.push({
      date,
      amount_cents: (isPay ? 1 : -1) * (isPay ? 150_000 + below(90_000) : 100 + below(chance(10) ? 90_000 : 9_000)),
      payee: isPay ? pay : one(shops),
    })
    date = addDays(date, below(4))
  }
  return rows
}
