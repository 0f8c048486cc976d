/** Everything a stranger can make large has a limit. One table; checked wherever data enters. */
export const limits = {
  scenarios_per_user: 500,
  bills: 2_000,
  allocations: 200,
  name_characters: 120,
  category_characters: 80,
  target_characters: 160,
  /** Largest absolute amount, in minor units. */
  amount_minor_units: 900_000_000_000_000,
  body_bytes: 2 * 1024 * 1024,
  plan_file_bytes: 64 * 1024 * 1024,
  revisions_kept: 200,
  revision_bytes_per_scenario: 20 * 1024 * 1024,
  deleted_kept_days: 30,
  edits_in_a_batch: 5_000,
  whole_changes_in_a_batch: 20,
  /** So that an answer stays small however bad the question. */
  problems_listed: 100,
  email_characters: 254,
  password_characters_least: 15,
  password_characters: 256,
  tokens_per_user: 50,
} as const
