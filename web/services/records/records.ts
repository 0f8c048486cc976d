/**
 * What the browser keeps, as tables of plain records with transactions. Two things stand behind it: IndexedDB, and
 * memory where the browser keeps nothing for a page (a private window). Every key is the list of its parts.
 */
import type { AccountKind } from '../../../core/accounts/account.ts'
import type { Answers, BankTransaction } from '../../../core/bank-files/bank-file.ts'
import type { KeptFile } from '../../../core/bank-files/files-kept.ts'
import type { KeptOfPlan } from '../../../core/actuals/kept.ts'
import type { KeptMissing } from '../../../core/actuals/not-come.ts'
import type { KeptUnplanned } from '../../../core/actuals/unplanned-kept.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import type { Scenario, ScenarioSummary } from '../../../core/scenario.ts'
import type { RevisionSummary, Written } from '../../../core/store.ts'

/** A scenario of local mode; its content is the state of its newest revision. */
export interface StoredScenario {
  id: string
  summary: ScenarioSummary
  /** null: not deleted. */
  deleted_at: string | null
  /** When a look first found its days of keeping over; without one, none has. */
  purgeable_since?: string
  /** The edits stored last, under their own ids, each with the revision it led to. */
  stored_edits?: (Omit<Written, 'id'> & { edit_id: string })[]
}

export interface StoredRevision extends Omit<RevisionSummary, 'actor' | 'token' | 'has_change'> {
  scenario_id: string
  /** Characters of its change, and of its state where that is kept whole. */
  bytes: number
  /** Whether its state is kept for good; that of the newest revision stands for as long as it is the newest. */
  is_whole: boolean
  /** The RevisionChange that led here, as JSON. */
  change?: string
}

export interface StoredRevisionState {
  scenario_id: string
  revision: number
  /** The Scenario as JSON. */
  state: string
}

/** An edit that is not acknowledged yet. */
export interface PendingEdit {
  id: string
  edit: ScenarioEdit
  at: string
}

/** What this browser holds of a scenario that lives on the server, for one account. */
export interface PendingScenario {
  account_id: string
  scenario_id: string
  /** The last state the server acknowledged. */
  base: Scenario
  /** Edits on top of it, in order, not acknowledged yet. */
  edits: PendingEdit[]
  /** Ids of edits that were merged into another one, the newest of them: a note of one that is left by a crash is not made again. */
  merged_ids?: string[]
  /** Someone else's newer state that clashes with the edits; null when nothing is to be asked. */
  theirs: Scenario | null
}

/** The last list of scenarios the server gave this account. */
export interface HeldList {
  account_id: string
  scenarios: ScenarioSummary[]
}

/** Small facts to remember, such as when an export was last reminded of. */
export interface Mark {
  name: string
  value: unknown
}

/** The mark of plans that were moved from this device: under which account, the revision each had, and what it is there as. */
export const movedPlansMark = 'moved_plans'
export interface MovedPlans {
  /** `there_id`: missing where it is the plan's own. */
  [scenario_id: string]: { account_id: string; revision: number; moved_at: string; there_id?: string }
}

/** Whether a plan of this device, as it is here, is among those of the account. */
export function isMovedTo(
  { moved, account_id, there }: { moved: MovedPlans; account_id: string; there: readonly { id: string }[] },
  { id, revision }: { id: string; revision: number },
): boolean {
  const mark = moved[id]
  const there_id = mark?.there_id ?? id
  return mark?.account_id === account_id && mark.revision === revision && there.some((plan) => plan.id === there_id)
}

/** An account at a bank, as the person's files tell it. It stays in this browser. */
export interface StoredBankAccount {
  /** The account here that may see it: its id, or `local`. */
  owner: string
  /** Its number as files write it; of those that name none '', and #2, #3 for others beside it (core/bank-files/same-account.ts). */
  account: string
  currency: string
  transactions: BankTransaction[]
  /** The latest balance a file told, and its day. */
  balance_cents: number | null
  balance_date: string | null
  /** Whether the amounts of the file that told it lead to it; left out where that file does not tell. */
  balance_agrees?: boolean | undefined
  /** What the file says it is, where it does. */
  kind?: AccountKind | undefined
  /** The last digits of its card, where its files name that alone. */
  ends_in?: string | undefined
  /** The make and the name of the last file it was read from; left out by versions that did not note them. */
  shape?: string | undefined
  file_name?: string | undefined
  /** The files it was read from, each with what it held; left out by versions that did not note them. */
  files?: readonly KeptFile[] | undefined
}

/** What the person said about files of one make, for the next of them. */
export interface StoredBankAnswers {
  owner: string
  shape: string
  answers: Answers
}

/** How a plan was brought to the bank, and which account of the plan each account of the bank is. */
export interface StoredBankMatches extends KeptOfPlan {
  owner: string
  scenario_id: string
  /** By the account's number as files write it; null: the main account, 'none': none of the plan's. */
  links: Record<string, string | null>
  /** Dates that have not come by what the bank told; left out by versions that did not note them. */
  missing?: KeptMissing[]
  /** What no date stood for, until somebody says what it was; left out by versions that did not note it. */
  unplanned?: KeptUnplanned[]
  /** The second ones of payments that looked as if they had been charged twice, and are right; left out where none was said to be. */
  twice_right?: string[]
  /** What has to be said before the bank's files can be held against the plan at all; left out where nothing has. */
  unsaid?: 'accounts' | 'balance' | undefined
  /** What repeats at the bank, as it was found last; left out where nobody has looked, or by versions that did not note it. */
  proposed?: ProposedThen | undefined
}

export interface ProposedThen {
  currency_code: string
  proposals: Proposal[]
}

export interface Tables {
  scenarios: StoredScenario
  revisions: StoredRevision
  revision_states: StoredRevisionState
  held_scenarios: PendingScenario
  held_lists: HeldList
  marks: Mark
  bank_accounts: StoredBankAccount
  bank_answers: StoredBankAnswers
  bank_matches: StoredBankMatches
}
export type TableName = keyof Tables

/** The fields that make a record's key, in order. */
export const keyFields: { [T in TableName]: readonly (keyof Tables[T] & string)[] } = {
  scenarios: ['id'],
  revisions: ['scenario_id', 'revision'],
  revision_states: ['scenario_id', 'revision'],
  held_scenarios: ['account_id', 'scenario_id'],
  held_lists: ['account_id'],
  marks: ['name'],
  bank_accounts: ['owner', 'account', 'currency'],
  bank_answers: ['owner', 'shape'],
  bank_matches: ['owner', 'scenario_id'],
}

/** What scenarios of local mode are made of. */
export const scenarioTables = ['scenarios', 'revisions', 'revision_states'] as const satisfies TableName[]
export const bankTables = ['bank_accounts', 'bank_answers', 'bank_matches'] as const satisfies TableName[]
/** Whose the records of banks are while nobody is signed in. */
export const localOwner = 'local'

export type Key = readonly (string | number)[]

export interface Reading {
  get<T extends TableName>(table: T, key: Key): Promise<Tables[T] | undefined>
  /** Those whose key begins so, in the order of their keys. */
  list<T extends TableName>(table: T, prefix?: Key): Promise<Tables[T][]>
}

export interface Writing extends Reading {
  put<T extends TableName>(table: T, record: Tables[T]): Promise<void>
  delete(table: TableName, key: Key): Promise<void>
  deleteAll(table: TableName, prefix: Key): Promise<void>
}

/** `work` may await only the transaction it is given: a browser commits a transaction that has nothing to do. */
export interface Records {
  /** False: nothing survives the closing of the tab. */
  readonly lasts: boolean
  read<R>(tables: TableName[], work: (reading: Reading) => Promise<R>): Promise<R>
  /** All or nothing, on disk when it resolves. */
  write<R>(tables: TableName[], work: (writing: Writing) => Promise<R>): Promise<R>
  close(): void
}
