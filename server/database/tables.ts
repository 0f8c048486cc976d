/** The tables as Kysely sees them: what a query reads, and what it may leave out when it writes. */
import type { ColumnType, Generated } from 'kysely'
import type { AccountEventKind } from '../../core/contract/account-answers.ts'
import type { ChangeFromDate } from '../../core/schedule/dated-changes.ts'
import type { Exceptions } from '../../core/schedule/exceptions.ts'
import type { Account, BankLink, Dismissed, Evidence, OpeningPot } from '../../core/scenario.ts'
import type { Schedule } from '../../core/schedule/rule.ts'

/** Read as what it says, written as text. */
type Json<T> = ColumnType<T, string | undefined, string>

export interface PlanningScenariosTable {
  user_id: string
  id: string
  name: string
  planning_balance_cents: Generated<number>
  /** YYYY-MM-DD */
  start_date: string
  currency_code: Generated<string>
  opening_pots: Json<OpeningPot[]>
  balance_allocated: Generated<boolean>
  floor_cents: Generated<number>
  safety_days: Generated<number>
  dismissed: Json<Dismissed[]>
  bank_links: Json<BankLink[]>
  /** null: a root. */
  parent_id: string | null
  parent_revision: number | null
  branch_revision: number | null
  revision: Generated<number>
  created_at: Generated<string>
  updated_at: Generated<string>
  /** null: not deleted. */
  deleted_at: string | null
  /** When a look first found its days of keeping over; null: none has. */
  purgeable_since: Generated<string | null>
}

interface RowColumns {
  user_id: string
  scenario_id: string
  id: string
  position: number
  created_at: Generated<string>
  updated_at: Generated<string>
}

interface DatedColumns extends RowColumns {
  name: string
  amount_cents: number
  due_date: string | null
  category: string | null
  predicted: Generated<boolean>
  schedule: Json<Schedule | null>
  amount_low_cents: number | null
  amount_high_cents: number | null
  exceptions: Json<Exceptions>
  changes: Json<ChangeFromDate[]>
  evidence: Json<Evidence | null>
}

/** Incomes, and what bills have of the same. */
export interface PlannedPaymentsTable extends DatedColumns {
  /** null: the main account. */
  account_id: string | null
}

export interface PlannedBillsTable extends PlannedPaymentsTable {
  spread: Generated<boolean>
}

export interface PlannedTransfersTable extends DatedColumns {
  from_account_id: string | null
  to_account_id: string | null
}

export interface ScenarioAccountsTable extends RowColumns {
  name: string
  kind: Account['kind']
  balance_cents: Generated<number>
  floor_cents: number | null
  interest: Json<Account['interest']>
  card: Json<Account['card']>
  exceptions: Json<Exceptions>
}

export interface ScenarioAllocationsTable extends RowColumns {
  target: string
  kind: 'fixed' | 'percent'
  value: number
  base: Generated<'balance' | 'income'>
  keeps_filling: Generated<boolean>
}

export interface ScenarioGoalsTable extends RowColumns {
  name: string
  target_cents: number
  /** YYYY-MM-DD */
  target_date: string | null
}

export interface PlanningRevisionsTable {
  user_id: string
  scenario_id: string
  revision: number
  /** The whole Scenario as JSON; null: it is found by taking changes back (core/repository/revisions.ts). */
  state: string | null
  /** The RevisionChange that led here, as JSON; null: there is none, or it was not kept. */
  change: string | null
  /** Of state and change together. */
  bytes: number
  name: Generated<string>
  bills: Generated<number>
  incomes: Generated<number>
  allocations: Generated<number>
  goals: Generated<number>
  /** The account that made the change; null: nobody kept it. */
  actor: string | null
  /** The API token it came through; null: none. */
  token_id: string | null
  created_at: Generated<string>
}

/** What became of an edit that was sent under an id. */
export interface PlanningEditsTable {
  user_id: string
  scenario_id: string
  edit_id: string
  /** The revision it led to. */
  revision: number
  updated_at: string
}

/** better-auth names its columns in camelCase; we leave them as it knows them. */
export interface UserTable {
  id: string
  name: string
  email: string
  emailVerified: boolean
  twoFactorEnabled: Generated<boolean>
  /** In which mails are written, as their person was last answered; null: not known yet. */
  language: string | null
  image: string | null
  createdAt: Generated<string>
  updatedAt: Generated<string>
}

export interface SessionTable {
  id: string
  userId: string
  token: string
  expiresAt: string
  ipAddress: string | null
  userAgent: string | null
  createdAt: Generated<string>
  updatedAt: Generated<string>
}

export interface AccountTable {
  id: string
  userId: string
  accountId: string
  providerId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: string | null
  refreshTokenExpiresAt: string | null
  scope: string | null
  password: string | null
  createdAt: Generated<string>
  updatedAt: Generated<string>
}

export interface VerificationTable {
  id: string
  identifier: string
  value: string
  expiresAt: string
  createdAt: Generated<string>
  updatedAt: Generated<string>
}

export interface TwoFactorTable {
  /** The person's, as userId. */
  id: string
  userId: string
  /** Both encrypted with AUTH_SECRET. */
  secret: string
  backupCodes: string
  /** false: a code of it has not been given yet. */
  verified: Generated<boolean>
  failedVerificationCount: Generated<number>
  /** Of the code that was used last, the half minutes since 1970; null: none has been. */
  last_step: number | null
  lockedUntil: string | null
}

export interface PasskeyTable {
  id: string
  userId: string
  name: string
  /** The public key as COSE, in base64. */
  publicKey: string
  /** As the authenticator names it, in base64url. */
  credentialID: string
  /** How often it has signed, as it counts itself; 0: it does not count. */
  counter: number
  deviceType: string
  backedUp: boolean
  transports: string | null
  /** Which kind of authenticator made it; null, or zeros: it does not say. */
  aaguid: string | null
  createdAt: Generated<string>
  /** null: never used. */
  last_used_at: string | null
}

export interface ApiTokensTable {
  id: string
  user_id: string
  name: string
  /** SHA-256 of the secret; the secret itself is kept nowhere. */
  token_hash: Buffer
  /** The secret's first characters, to tell tokens apart. */
  prefix: string
  scope: 'read' | 'read_write'
  created_at: Generated<string>
  /** null: never used. Within a minute of the true time. */
  last_used_at: string | null
  /** null: lasts until it is revoked. */
  expires_at: string | null
}

/** What happened to an account; rows are added and never changed. */
export interface AccountEventsTable {
  user_id: string
  id: string
  kind: AccountEventKind
  /** What it was about: the name of a token or a plan; of a session that was ended, how its browser names itself. */
  subject: string | null
  /** How many, where several ended at once. */
  count: number | null
  /** From where, as networkOf names it; null: not from a browser or program that asked us. */
  network: string | null
  user_agent: string | null
  /** The API token it came through; null: none. */
  token_id: string | null
  created_at: Generated<string>
}

export interface CalendarFeedsTable {
  user_id: string
  scenario_id: string
  id: string
  /** SHA-256 of the secret in its address. */
  secret_hash: Buffer
  shows_amounts: Generated<boolean>
  created_at: Generated<string>
  /** null: never read. Within an hour of the true time. */
  last_used_at: string | null
}

export interface Tables {
  user: UserTable
  session: SessionTable
  account: AccountTable
  verification: VerificationTable
  twoFactor: TwoFactorTable
  passkey: PasskeyTable
  api_tokens: ApiTokensTable
  account_events: AccountEventsTable
  calendar_feeds: CalendarFeedsTable
  planning_scenarios: PlanningScenariosTable
  planned_bills: PlannedBillsTable
  planned_incomes: PlannedPaymentsTable
  scenario_allocations: ScenarioAllocationsTable
  scenario_goals: ScenarioGoalsTable
  scenario_accounts: ScenarioAccountsTable
  planned_transfers: PlannedTransfersTable
  planning_revisions: PlanningRevisionsTable
  planning_edits: PlanningEditsTable
}
