/**
 * Problems are what bad input gets: data, never exceptions. Each says what is wrong (`code`), where (`path`, a JSON pointer
 * into what was sent; "" is the whole of it), and which sentence tells a person so and what would do (`says`, filled with
 * `values`). The sentence is made where the person's language is known: problemText.
 */
import type { $ZodError, $ZodRawIssue } from 'zod/v4/core'
import { limits } from './limits.ts'
import type { Rooms } from './words/rooms.ts'
import { listed, type Say, type Values, type WordId } from './words/words.ts'

/** Every code there is, in the order in which it is checked, with the HTTP status that carries it. */
export const problemCodes = {
  body_is_not_readable: 400,
  host_is_not_allowed: 400,
  must_be_signed_in: 401,
  email_or_password_is_wrong: 401,
  password_is_wrong: 403,
  code_is_wrong: 403,
  origin_is_not_allowed: 403,
  token_is_read_only: 403,
  not_allowed_with_a_token: 403,
  sign_up_is_closed: 403,
  link_is_not_valid: 403,
  mail_is_not_sent: 403,
  provider_did_not_confirm: 403,
  passkey_is_not_accepted: 403,
  must_be_confirmed: 403,
  not_found: 404,
  method_is_not_allowed: 405,
  name_is_taken: 409,
  id_is_taken: 409,
  email_is_taken: 409,
  second_factor_is_otherwise: 409,
  ways_in_are_otherwise: 409,
  merge_has_clashes: 409,
  revision_is_stale: 412,
  body_is_too_large: 413,
  bank_file_is_too_large: 413,
  body_must_be_json: 415,
  too_many_requests: 429,
  is_required: 422,
  has_the_wrong_type: 422,
  must_be_a_uuid: 422,
  text_must_not_be_blank: 422,
  text_is_too_long: 422,
  text_must_not_hold_control_characters: 422,
  amount_must_be_a_whole_number: 422,
  amount_must_not_be_negative: 422,
  amount_is_too_large: 422,
  percent_must_be_from_0_to_100: 422,
  date_must_be_a_calendar_day: 422,
  too_many_dates: 422,
  schedule_day_is_not_valid: 422,
  schedule_every_is_not_valid: 422,
  schedule_count_is_not_valid: 422,
  schedule_days_must_be_of_one_kind: 422,
  schedule_days_do_not_fit_the_unit: 422,
  schedule_has_no_dates: 422,
  schedule_has_no_such_date: 422,
  schedule_names_several_days: 422,
  schedule_would_have_other_dates: 422,
  rrule_is_too_long: 422,
  rrule_is_not_readable: 422,
  rrule_part_is_not_supported: 422,
  schedule_needs_a_due_date: 422,
  amount_range_needs_both_ends: 422,
  amount_range_is_reversed: 422,
  too_many_changes: 422,
  change_needs_a_schedule: 422,
  change_says_nothing: 422,
  change_date_is_used_twice: 422,
  change_has_no_dates: 422,
  safety_days_must_be_from_1_to_3660: 422,
  confidence_must_be_from_0_to_1: 422,
  email_is_not_valid: 422,
  password_is_too_short: 422,
  password_is_too_long: 422,
  password_is_too_common: 422,
  too_many_tokens: 422,
  too_many_passkeys: 422,
  must_be_one_of: 422,
  field_is_not_known: 422,
  currency_is_not_known: 422,
  currency_change_would_lose_digits: 422,
  target_is_malformed: 422,
  id_is_used_twice: 422,
  too_many_rows: 422,
  too_many_scenarios: 422,
  target_names_no_bill: 422,
  account_is_not_in_the_plan: 422,
  transfer_needs_two_accounts: 422,
  account_kind_does_not_fit: 422,
  name_is_used_twice: 422,
  percents_must_not_exceed_100: 422,
  window_is_not_valid: 422,
  projection_too_large: 422,
  too_many_runs: 422,
  plan_is_too_large: 422,
  answer_is_too_large: 422,
  plans_are_not_related: 422,
  too_many_plans_to_compare: 422,
  too_many_feeds: 422,
  value_is_not_valid: 422,
  file_is_not_a_plan_file: 422,
  file_is_from_a_newer_version: 422,
  file_is_not_a_bank_file: 422,
  file_must_not_hold_a_doctype: 422,
  file_is_nested_too_deep: 422,
  file_holds_null_characters: 422,
  file_holds_unreadable_characters: 422,
  file_ends_too_early: 422,
  line_is_too_long: 422,
  too_many_transactions: 422,
  too_many_accounts: 422,
  bank_reports_an_error: 422,
  tag_is_out_of_place: 422,
  quote_is_out_of_place: 422,
  row_is_not_readable: 422,
  date_is_not_readable: 422,
  amount_is_not_readable: 422,
  amount_was_rounded: 422,
  number_is_not_used: 422,
  row_is_a_balance: 422,
  row_state_is_not_known: 422,
  sign_is_in_doubt: 422,
  balance_does_not_agree: 422,
  entry_is_not_booked: 422,
  statement_is_repeated: 422,
  section_is_not_read: 422,
  answer_does_not_fit: 422,
  file_holds_no_transactions: 422,
  too_many_problems: 422,
  server_is_busy: 503,
  work_is_too_much: 503,
  storage_is_full: 507,
  storage_is_not_available: 503,
  connection_is_down: 503,
  provider_does_not_answer: 502,
  answer_is_not_readable: 502,
} as const

export type ProblemCode = keyof typeof problemCodes

/**
 * Which sentence a problem says: its code, and where the code has several sentences, a point and which of them, in the room
 * `problems`. Those found in a bank's file begin with `bank.` and stand in that room.
 */
export type Says = SaysOf<'', Behind<'problems', keyof Rooms['problems']>> | SaysOf<'bank.', keyof Rooms['bank']>
type Behind<Room extends string, Id> = Id extends `${Room}.${infer Rest}` ? Rest : never
type SaysOf<Before extends string, Id> = Extract<Id, `${Before}${ProblemCode}` | `${Before}${ProblemCode}.${string}`>

export interface Problem {
  code: ProblemCode
  /** JSON pointer (RFC 6901) into the input; "" for the whole. */
  path: string
  /** `told`: it came with its sentence, which is the value `message`. */
  says: Says | 'told'
  /** What its sentence is filled with; days as YYYY-MM-DD, numbers as they are. */
  values: ProblemValues
}

export type ProblemValues = Readonly<Record<string, string | number | readonly Part[]>>
/** Of several that are listed: what a person calls it, or words of its own. */
export type Part = string | { says: WordId; values?: Values }

/** A problem as it goes over the wire: its sentence is told in the asker's language. */
export interface ToldProblem {
  code: string
  path: string
  message: string
}

export const problem = (says: Says, path: string, values: ProblemValues = {}): Problem => ({ code: codeOf(says), path, says, values })

const codeOf = (says: string): ProblemCode => says.replace(/^bank\./, '').split('.')[0] as ProblemCode

/** One that comes with its sentence, as from the server. */
export const toldProblem = ({ code, path, message }: ToldProblem): Problem => ({
  code: code as ProblemCode,
  path,
  says: 'told',
  values: { message },
})

/** The sentence of a problem, behind the line it is about where it is about one. */
export function problemText(found: Problem, say: Say): string {
  if (found.says === 'told') return String(found.values.message)
  const text = say(sentenceOf(found.says), inWords(found.values, say))
  const [, line] = /^\/lines\/(\d+)$/.exec(found.path) ?? []
  return line === undefined ? text : say('problems.at_line', { line, text })
}

function inWords(values: ProblemValues, say: Say): Values {
  const part = (one: Part): string => (typeof one === 'string' ? one : say(one.says, one.values))
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'object' ? listed(value.map(part), say) : value]),
  )
}

/** The id of the sentence, whose room must be there to say it. */
export const sentenceOf = (says: Says): WordId => (says.startsWith('bank.') ? says : 'problems.' + says) as WordId

/** As it is told over the wire. */
export const tellProblem = (found: Problem, say: Say): ToldProblem => ({
  code: found.code,
  path: found.path,
  message: problemText(found, say),
})

/** JSON pointer of a list of keys, escaped as RFC 6901 says. */
export function pointer(keys: readonly PropertyKey[]): string {
  return keys.map((key) => '/' + String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('')
}

/** The problem whose status is reported for a whole list: the first in the table's order. */
export function firstInOrder(problems: readonly Problem[]): Problem | undefined {
  const order = Object.keys(problemCodes)
  return [...problems].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))[0]
}

/** Whether a text may be a code. By its look, so that a page need not load the table. */
export const isProblemCode = (text: string): text is ProblemCode => /^[a-z0-9]+(_[a-z0-9]+)+$/.test(text)

/**
 * What zod says of a value, in place of its own sentences: `says` of a problem, which schemas of ours name themselves, or of what
 * zod found. See fields.ts, which sets it.
 */
export function saysOfIssue(issue: $ZodRawIssue): Says {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is_required' : 'has_the_wrong_type'
    case 'invalid_value':
      return 'must_be_one_of'
    case 'too_small':
      return issue.origin === 'number' || issue.origin === 'int' ? 'value_is_not_valid.least' : 'value_is_not_valid.shortest'
    case 'too_big':
      return issue.origin === 'number' || issue.origin === 'int' ? 'value_is_not_valid.most' : 'value_is_not_valid.longest'
    // What decides which kind of object it is has a value that none of them has.
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options) ? 'must_be_one_of' : 'value_is_not_valid'
    default:
      return 'value_is_not_valid'
  }
}

/** What zod found, as problems. */
export function problemsOf(error: $ZodError, base: readonly PropertyKey[] = []): Problem[] {
  return error.issues.slice(0, limits.problems_listed).map((issue) => {
    const says = looksSaid.test(issue.message) ? (issue.message as Says) : 'value_is_not_valid'
    return problem(says, pointer([...base, ...issue.path]), valuesOf(says, issue))
  })
}

const looksSaid = /^[a-z0-9]+(_[a-z0-9]+)+(\.[a-z0-9_]+)?$/

function valuesOf(says: Says, issue: $ZodError['issues'][number]): Values {
  if (says in limitsSaid) return limitsSaid[says]!
  if (issue.code === 'invalid_type') return says === 'has_the_wrong_type' ? { type: issue.expected } : {}
  if (issue.code === 'invalid_value') return { choices: choicesOf(issue.values) }
  if (issue.code === 'invalid_union') return { choices: choicesOf((issue as { options?: unknown[] }).options ?? []) }
  if (issue.code === 'too_small') return { least: Number(issue.minimum) }
  return issue.code === 'too_big' ? { most: Number(issue.maximum) } : {}
}

/** Values to choose from, as JSON writes them. */
export const choicesOf = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(', ')

/** What the sentences of plain limits are filled with; zod schemas name which sentence alone. */
const limitsSaid: Partial<Record<Says, Values>> = {
  too_many_dates: { most: limits.exceptions },
  too_many_changes: { most: limits.changes_of_a_row },
  schedule_every_is_not_valid: { most: limits.schedule_every },
  schedule_count_is_not_valid: { most: limits.rule_dates },
  password_is_too_long: { most: limits.password_characters },
}
