/** Everything a stranger can make large has a limit. One table; checked wherever data enters. */
export const limits = {
  scenarios_per_user: 500,
  bills: 2_000,
  incomes: 200,
  allocations: 200,
  goals: 100,
  accounts: 100,
  transfers: 500,
  /** Of interest, in hundredths of a percent a year. */
  rate_basis_points: 10_000,
  /** Pots that are already filled on start_date: one a target there may be. */
  opening_pots: 400,
  /** Proposed bills that a plan wants to see no more. */
  dismissed: 500,
  /** Accounts at the bank of which a plan knows which of its own each is. */
  bank_links: 300,
  salt_characters: 64,
  hash_characters: 64,
  /** Opening pots, dismissed proposals and links to the bank of all plans of an account, where its plans are listed. */
  summaries_bytes: 16 * 1024 * 1024,
  /** All of a plan as JSON in UTF-8: as much as a request may bring. */
  plan_bytes: 2 * 1024 * 1024,
  name_characters: 120,
  category_characters: 80,
  target_characters: 160,
  /** Largest absolute amount, in minor units. */
  amount_minor_units: 900_000_000_000_000,
  /** Dates of a rule within 50 years: there is one a day at most, 18,263, and a count goes no further than this. */
  rule_dates: 20_000,
  /** Largest interval of a rule: every 1,000 days, weeks, months or years. */
  schedule_every: 1_000,
  /** Dates of which a row says something of their own: skipped, moved, at another amount, paid. */
  exceptions: 8_000,
  /** Payments of one date. */
  payments_of_a_date: 60,
  /** What a row's amount came to before, of a row: a year of weeks. */
  seen_amounts: 53,
  /** By how many days a payment may be said to have been late or early. */
  late_days: 15,
  /** Dates from which something of a row is otherwise. */
  changes_of_a_row: 50,
  /** Of a rule in iCalendar's words, with its dates. */
  rrule_characters: 64 * 1024,
  /** Events of a calendar that no rule gives, those of all rows together; and how many years after start_date they reach. */
  calendar_single_events: 10_000,
  calendar_single_years: 10,
  horizon_years: 50,
  /** Payments of all rows together in a projection. */
  projection_events: 200_000,
  /** Shares into which a projection divides its incomes: paydays times the rules on income. */
  projection_postings: 2_000_000,
  /** Dates gone through to find those in a projection: of rules with a count from their first on, and those that rows list. */
  projection_steps: 3_000_000,
  /** Payments and shares of a plan about which something is asked: an answer projects it several times. */
  question_payments: 50_000,
  question_postings: 400_000,
  /**
   * Runs of a plan whose amounts vary; of all runs together the payments and shares, where a page asks and where the API is asked, and the
   * days of all accounts.
   */
  range_runs: 4_000,
  range_work: 12_000_000,
  range_work_asked: 1_500_000,
  range_days: 8_000_000,
  safety_days: 3_660,
  /** A projection told day by day goes so far; by the month as far as a plan is looked at. */
  report_days: 3_660,
  /** Balances of accounts in it, one a day: of a hundred accounts a little over a year, of twenty five years. */
  report_day_balances: 40_000,
  /** Scenarios side by side. */
  compared_scenarios: 4,
  feeds_per_scenario: 10,
  /** Movements told of in a journal, a table or an answer, and the bytes of it. */
  movements_told: 150_000,
  answer_bytes: 28 * 1024 * 1024,
  /** Of a projection told as data; a byte of it is as much work as three of a table. */
  report_bytes: 16 * 1024 * 1024,
  /** Dates that a calendar names one by one; an event is as much work as twenty. */
  calendar_dates: 300_000,
  body_bytes: 2 * 1024 * 1024,
  /** Of what is sent to sign in or up, or for a token. */
  small_body_bytes: 16 * 1024,
  bank_file_bytes: 25 * 1024 * 1024,
  /** A line of a CSV, QIF or MT940 file. */
  bank_file_line_characters: 64 * 1024,
  bank_file_columns: 200,
  bank_file_rows: 2_000_000,
  bank_file_accounts: 10_000,
  /** Tags within tags of an XML file, and the tags of one entry. */
  bank_file_nesting: 100,
  bank_file_tags_of_an_entry: 200_000,
  /** Of a payee or a memo; the rest is cut off. */
  bank_text_characters: 500,
  plan_file_bytes: 64 * 1024 * 1024,
  revisions_kept: 200,
  revision_bytes_per_scenario: 20 * 1024 * 1024,
  deleted_kept_days: 30,
  /** Ids of edits remembered of a plan: those of its last so many revisions. */
  edit_ids_kept: 1_000,
  edits_in_a_batch: 5_000,
  whole_changes_in_a_batch: 20,
  /** How far back transactions say something of bills to come. */
  history_days: 3_660,
  /** So that an answer stays small however bad the question. */
  problems_listed: 100,
  email_characters: 254,
  password_characters_least: 15,
  password_characters: 256,
  mailed_token_characters: 1_000,
  code_characters: 40,
  provider_characters: 4_000,
  passkeys_per_user: 20,
  /** Of 1,023 bytes, which WebAuthn allows, as base64url. */
  credential_id_characters: 1_364,
  tokens_per_user: 50,
} as const
