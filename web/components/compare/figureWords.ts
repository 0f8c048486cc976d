/** The figures of compared plans in words: what each row is called, what a plan has there, and what it is more or less. */
import { differsInDays, figuresOfDays, type ComparedFigure, type ComparedValue } from '../../../core/comparison/projections.ts'
import type { Horizon } from '../../../core/horizon.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate, formatShortWeekday } from '../../format/date.ts'
import { formatChange, formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'
import { levelOf, type Level } from '../../../core/projection/levels.ts'

export interface RowWords {
  label: string
  /** Which days, what is counted: small beside the label. */
  note: string
}

/** Names of plans side by side, with their currencies where these differ: several are written by one sign. */
export function namesApart(plans: readonly Pick<Scenario, 'name' | 'currency_code'>[]): string[] {
  const isOne = new Set(plans.map(({ currency_code }) => currency_code)).size < 2
  return plans.map(({ name, currency_code }) => (isOne ? name : `${name} (${currency_code})`))
}

export const lengthOf = ({ count, unit }: Horizon): { years: number; months: number } =>
  unit === 'year' ? { years: count, months: 0 } : { years: 0, months: count }

/** Whether the picture looks further than today's figures do by themselves, however short it is. */
const isBeyondAYear = ({ count, unit }: Horizon): boolean => unit === 'year' && count > 1

/** `range` is how far ahead the picture looks. */
export function rowWords(
  { figure, goal, account, account_ids }: ComparedFigure,
  projections: readonly Projection[],
  range: Horizon,
): RowWords {
  if (figure === 'goal') return { label: goal ?? '', note: say('compare.note.goal') }
  if (figure.startsWith('account_')) return accountRowWords(figure as AccountFigure, account ?? '', account_ids, projections, range)
  const label = say(`compare.figure.${figure as PlainFigure}`)
  switch (figure as PlainFigure) {
    case 'lowest_point':
      return { label, note: watchedWords(projections) }
    case 'safe_to_spend':
    case 'due_before_payday':
      return { label, note: figure === 'safe_to_spend' ? say('compare.note.above_floor') : '' }
    case 'first_below_floor':
      return { label, note: isBeyondAYear(range) ? say('compare.note.within', lengthOf(range)) : say('compare.note.within_a_year') }
    case 'lowest_in_span':
      return { label, note: say('compare.note.within', lengthOf(range)) }
    case 'begin_total':
      return { label, note: say('compare.note.with_pots') }
    case 'onto_accounts':
      return { label, note: say('compare.note.onto_accounts') }
    case 'money_in':
    case 'money_out':
      return { label, note: say(haveAccounts(projections) ? 'compare.note.of_all_accounts' : 'compare.note.within', lengthOf(range)) }
    case 'end_available':
      return { label, note: say('compare.note.after', lengthOf(range)) }
    case 'end_total':
      return { label, note: say(haveAccounts(projections) ? 'compare.note.sum_with_accounts' : 'compare.note.sum', lengthOf(range)) }
  }
}

type AccountFigure = Extract<ComparedFigure['figure'], `account_${string}`>
type PlainFigure = Exclude<ComparedFigure['figure'], AccountFigure | 'goal'>

function accountRowWords(
  figure: AccountFigure,
  account: string,
  account_ids: ComparedFigure['account_ids'],
  projections: readonly Projection[],
  range: Horizon,
): RowWords {
  const isLimit = figure === 'account_below_floor' && isCard(projections, account_ids)
  const label = say(isLimit ? 'compare.figure.account_over_limit' : `compare.figure.${figure}`, { account })
  if (figure === 'account_lowest') return { label, note: watchedWords(projections) }
  if (figure === 'account_end') return { label, note: say('compare.note.after', lengthOf(range)) }
  if (figure === 'account_interest') return { label, note: say('compare.note.within', lengthOf(range)) }
  return { label, note: isBeyondAYear(range) ? say('compare.note.within', lengthOf(range)) : say('compare.note.within_a_year') }
}

/** What a card may owe is its limit. */
const isCard = (projections: readonly Projection[], account_ids: ComparedFigure['account_ids']): boolean =>
  projections.some(({ accounts }, nth) => accounts.some(({ id, kind }) => id === account_ids[nth] && kind === 'card'))

/** What moves between accounts comes in and goes out nowhere. */
const haveAccounts = (projections: readonly Projection[]): boolean => projections.some(({ accounts }) => accounts.length > 0)

function watchedWords(projections: readonly Projection[]): string {
  const [days, ...others] = new Set(projections.map(({ scenario }) => scenario.safety_days))
  return others.length === 0 ? say('compare.note.watched', { days: days! }) : say('compare.note.watched_each')
}

export interface FigureValueWords {
  /** What stands large; null: the plan has no such figure, which `note` says. */
  text: string | null
  note: string
  level: Level
}

/** What a plan has there. */
export function figureValueWords(
  { figure, goal_ids, account_ids }: ComparedFigure,
  value: ComparedValue,
  projection: Projection,
  nth: number,
): FigureValueWords {
  const { cents, date } = value
  if (figure === 'first_below_floor') return belowWords(value, projection)
  if (figure === 'goal') return goalWords(goal_ids[nth] !== null, cents ?? 0, date, projection)
  if (figure.startsWith('account_')) return accountWords(figure as AccountFigure, account_ids[nth] ?? null, value, projection)
  if (cents === null) return { text: null, note: say('compare.note.not_within'), level: 'fine' }
  const { scenario, today } = projection
  const text = formatMoney(cents, scenario.currency_code)
  const isWhen = figure === 'lowest_point' || figure === 'lowest_in_span'
  if (!isWhen && figure !== 'end_available') return { text, note: '', level: 'fine' }
  const inPots_cents = (value.total_cents ?? cents) - cents
  const notes = [
    ...(isWhen && date !== null ? [say('compare.note.on', { day: formatShortWeekday(date, today) })] : []),
    ...(inPots_cents > 0 ? [say('compare.note.in_pots', { amount: formatMoney(inPots_cents, scenario.currency_code) })] : []),
  ]
  return { text, note: notes.join(', '), level: levelThere(cents, value, projection) }
}

const levelThere = (cents: number, { total_cents }: ComparedValue, { scenario }: Projection): Level =>
  levelOf({ available_cents: cents, total_cents: total_cents ?? cents }, scenario.floor_cents)

function belowWords(value: ComparedValue, projection: Projection): FigureValueWords {
  const { cents, date } = value
  if (date === null || cents === null) return { text: null, note: say('compare.note.stays_above'), level: 'fine' }
  const amount = formatMoney(cents, projection.scenario.currency_code)
  return {
    text: formatDate(date, projection.today),
    note: say('compare.note.down_to', { amount }),
    level: levelThere(cents, value, projection),
  }
}

function accountWords(figure: AccountFigure, id: string | null, { cents, date }: ComparedValue, projection: Projection): FigureValueWords {
  const { scenario, today } = projection
  if (id === null) return { text: null, note: say('compare.note.no_account'), level: 'fine' }
  if (cents === null) {
    return { text: null, note: say(`compare.note.${noDayNote(figure, id, projection)}`), level: 'fine' }
  }
  const amount = formatMoney(cents, scenario.currency_code)
  if (figure === 'account_paid_off') return { text: formatDate(date!, today), note: '', level: 'fine' }
  if (figure === 'account_below_floor')
    return { text: formatDate(date!, today), note: say('compare.note.down_to', { amount }), level: 'below_floor' }
  return {
    text: amount,
    note: figure === 'account_lowest' ? say('compare.note.on', { day: formatShortWeekday(date!, today) }) : '',
    level: 'fine',
  }
}

function noDayNote(
  figure: AccountFigure,
  id: string,
  projection: Projection,
): 'owes_nothing' | 'still_owed' | 'stays_within' | 'stays_above' {
  if (figure !== 'account_paid_off') return isCard([projection], [id]) ? 'stays_within' : 'stays_above'
  return projection.accounts.find((account) => account.id === id)!.now_cents < 0 ? 'still_owed' : 'owes_nothing'
}

function goalWords(isThere: boolean, cents: number, date: string | null, { scenario, today }: Projection): FigureValueWords {
  if (!isThere) return { text: null, note: say('compare.note.no_goal'), level: 'fine' }
  if (date !== null) return { text: formatDate(date, today), note: say('compare.note.reached'), level: 'fine' }
  return { text: formatMoney(cents, scenario.currency_code), note: say('compare.note.saved'), level: 'fine' }
}

/** '' where nothing is short. */
export function levelWords(level: Level, floor_cents: number): string {
  if (level === 'fine') return ''
  if (level === 'in_pots') return say('compare.level.in_pots')
  return say(level === 'below_zero' && floor_cents >= 0 ? 'compare.level.below_zero' : 'compare.level.below_floor')
}

/** What a figure differs by: days where it is a day in both plans, else an amount; null where there is nothing to compare. */
function deltaOf(row: ComparedFigure, nth: number): { days: number } | { cents: number } | null {
  const { delta_cents, delta_days } = row.values[nth]!
  if (differsInDays(row, nth)) return delta_days === null ? null : { days: delta_days }
  return delta_cents === null ? null : { cents: delta_cents }
}

/** Whether a plan has exactly what the first has. */
export function isSameAsFirst(row: ComparedFigure, nth: number): boolean {
  const delta = deltaOf(row, nth)
  return delta !== null && ('days' in delta ? delta.days : delta.cents) === 0
}

/** What a plan has more or less, or later or earlier, than the first; '' where there is nothing to compare. */
export function deltaWords(row: ComparedFigure, nth: number, currency_code: string): string {
  const delta = deltaOf(row, nth)
  if (delta === null) return ''
  if ('cents' in delta) return delta.cents === 0 ? say('compare.same') : formatChange(delta.cents, currency_code)
  if (delta.days === 0) return say('compare.same_day')
  return say('compare.days_apart', { days: Math.abs(delta.days), way: delta.days > 0 ? 'later' : 'earlier' })
}

/** What the explanation of a difference tells of; where the figure is a day, of what there is on the earlier one. */
export function deltaLead(row: ComparedFigure, nth: number, projections: readonly Projection[]): string {
  const { figure, values } = row
  const [first, other] = [projections[0]!, projections[nth]!]
  const { name } = other.scenario
  if (differsInDays(row, nth)) {
    const [earlier] = [values[0]!, values[nth]!].flatMap(({ date }) => date ?? []).sort()
    return say(figure === 'goal' ? 'compare.lead.less_saved' : 'compare.lead.less_on_day', { day: formatDate(earlier!, first.today), name })
  }
  return say(figure === 'money_out' || figure === 'due_before_payday' ? 'compare.lead.pays_less' : 'compare.lead.less', { name })
}

/** What the explanation of a figure tells of, where what stands there is a day; '' where it is the amount. */
export function valueLead({ figure, values }: ComparedFigure, nth: number, { today }: Projection): string {
  const { date } = values[nth]!
  if (date === null) return ''
  if (figure === 'goal') return say('compare.lead.saved_on', { day: formatDate(date, today) })
  return figuresOfDays.includes(figure) ? say('compare.lead.there_on', { day: formatDate(date, today) }) : ''
}

/** Whether a row says nothing that another does not say already: the picture's lowest day where it is the watched one. */
export const isRepeated = (row: ComparedFigure, figures: readonly ComparedFigure[]): boolean => {
  const headline = figures.find(({ figure }) => figure === 'lowest_point')
  if (row.figure !== 'lowest_in_span') return false
  return row.values.every(({ cents, date }, nth) => cents === headline?.values[nth]?.cents && date === headline?.values[nth]?.date)
}
