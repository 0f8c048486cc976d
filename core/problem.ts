/**
 * Problems are what bad input gets: data, never exceptions. Each says what is wrong (`code`, a sentence),
 * where (`path`, a JSON pointer into what was sent; "" is the whole of it) and what would do (`message`).
 */
import type { $ZodError } from 'zod/v4/core'
import { limits } from './limits.ts'

/** Every code there is, in the order in which it is checked, with the HTTP status that carries it. */
export const problemCodes = {
  body_is_not_readable: 400,
  host_is_not_allowed: 400,
  must_be_signed_in: 401,
  email_or_password_is_wrong: 401,
  password_is_wrong: 403,
  origin_is_not_allowed: 403,
  token_is_read_only: 403,
  not_allowed_with_a_token: 403,
  sign_up_is_closed: 403,
  not_found: 404,
  method_is_not_allowed: 405,
  name_is_taken: 409,
  id_is_taken: 409,
  email_is_taken: 409,
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
  must_be_one_of: 422,
  field_is_not_known: 422,
  currency_is_not_known: 422,
  currency_change_would_lose_digits: 422,
  target_is_malformed: 422,
  id_is_used_twice: 422,
  too_many_rows: 422,
  too_many_scenarios: 422,
  target_names_no_bill: 422,
  name_is_used_twice: 422,
  percents_must_not_exceed_100: 422,
  window_is_not_valid: 422,
  projection_too_large: 422,
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
  answer_is_not_readable: 502,
} as const

export type ProblemCode = keyof typeof problemCodes

export interface Problem {
  code: ProblemCode
  /** JSON pointer (RFC 6901) into the input; "" for the whole. */
  path: string
  message: string
}

export const problem = (code: ProblemCode, path: string, message: string): Problem => ({ code, path, message })

/** JSON pointer of a list of keys, escaped as RFC 6901 says. */
export function pointer(keys: readonly PropertyKey[]): string {
  return keys.map((key) => '/' + String(key).replaceAll('~', '~0').replaceAll('/', '~1')).join('')
}

/** The problem whose status is reported for a whole list: the first in the table's order. */
export function firstInOrder(problems: readonly Problem[]): Problem | undefined {
  const order = Object.keys(problemCodes)
  return [...problems].sort((a, b) => order.indexOf(a.code) - order.indexOf(b.code))[0]
}

/** Whether a text is a code and no sentence. By its look, so that a page need not load the table. */
export const isProblemCode = (text: string): text is ProblemCode => /^[a-z0-9]+(_[a-z0-9]+)+$/.test(text)

/** What zod found, as problems. Core's own checks put their code into the issue's `params.code`. */
export function problemsOf(error: $ZodError, base: readonly PropertyKey[] = []): Problem[] {
  return error.issues.slice(0, limits.problems_listed).map((issue) => {
    const path = pointer([...base, ...issue.path])
    const own = issue.code === 'custom' ? (issue.params?.code as unknown) : undefined
    if (typeof own === 'string' && isProblemCode(own)) return problem(own, path, issue.message)
    if (isProblemCode(issue.message)) return problem(issue.message, path, sentences[issue.message] ?? issue.message)
    if (issue.code === 'invalid_type') {
      // zod keeps no input in its issues; its sentence alone tells what is missing from what is wrong.
      return issue.message.endsWith('received undefined')
        ? problem('is_required', path, 'This is required.')
        : problem('has_the_wrong_type', path, `This must be ${named(issue.expected)}.`)
    }
    if (issue.code === 'invalid_value') {
      return mustBeOneOf(path, issue.values)
    }
    // What decides which kind of object it is has a value that none of them has.
    if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) return mustBeOneOf(path, issue.options)
    return problem('value_is_not_valid', path, issue.message)
  })
}

const mustBeOneOf = (path: string, values: readonly unknown[]): Problem => problem('must_be_one_of', path, `This must be one of ${values.map((value) => JSON.stringify(value)).join(', ')}.`)

/** The sentence of a code whose check is a plain limit; zod schemas name the code alone. */
const sentences: Partial<Record<ProblemCode, string>> = {
  must_be_a_uuid: 'An id is a UUID, such as 3f2b8c1e-5a4d-4e6f-8a9b-0c1d2e3f4a5b.',
  text_must_not_be_blank: 'Write at least one character here.',
  text_is_too_long: 'This text is longer than it may be.',
  text_must_not_hold_control_characters: 'Leave out line breaks, tabs and other control characters.',
  amount_must_be_a_whole_number: 'An amount is a whole number of minor units, such as cents.',
  amount_must_not_be_negative: 'This amount must be 0 or more.',
  amount_is_too_large: 'An amount lies within ±900,000,000,000,000 minor units.',
  percent_must_be_from_0_to_100: 'A percent is a whole number from 0 to 100.',
  date_must_be_a_calendar_day: 'A date is a day of the calendar, written YYYY-MM-DD.',
  currency_is_not_known: 'Use the three letters of a currency in ISO 4217, such as USD.',
  too_many_dates: `At most ${limits.exceptions} dates can be listed here.`,
  too_many_changes: `A row is otherwise from at most ${limits.changes_of_a_row} dates on.`,
  schedule_day_is_not_valid: 'A day is one of the month (1 to 31, or -1 for the last), or a weekday such as MO, 2TU or -1FR.',
  schedule_every_is_not_valid: `A schedule repeats every 1 to ${limits.schedule_every} days, weeks, months or years.`,
  schedule_count_is_not_valid: `A schedule ends after 1 to ${limits.rule_dates} dates.`,
  safety_days_must_be_from_1_to_3660: 'The days ahead that are watched are a whole number from 1 to 3660.',
  confidence_must_be_from_0_to_1: 'A confidence lies from 0 to 1.',
  target_is_malformed: 'A target is "bill:" and a bill\'s id, "savings:" and a name, or "goal:" and a name, 160 characters at most.',
  too_many_rows: 'This list has more rows than a scenario may hold.',
}

function named(expected: string): string {
  const words: Record<string, string> = { int: 'a whole number', number: 'a number', string: 'a text', boolean: 'true or false', array: 'a list', object: 'an object' }
  return words[expected] ?? expected
}
