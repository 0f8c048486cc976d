/** What can be changed of a scenario, as plain data that can be applied, undone, sent, held and merged. */
import type { ChangeEdits } from '../schedule/dated-changes.ts'
import type { DateChanges } from '../schedule/exceptions.ts'
import type { Collection, DatedCollection, exceptionCollections, ListInputs, Parentage, RowInputs, ScenarioFields } from '../scenario.ts'
import type { PotChange } from './edit-fields.ts'

export type ScenarioEdit =
  /** The scenario's own fields. A new currency_code rescales every amount that the edit does not name. */
  | { type: 'set_fields'; fields: Partial<ScenarioFields> }
  /**
   * So much more on the balance, or on that of an account, or less, and in opening pots, as payments make it; what others did to them
   * meanwhile stays. Minor units.
   */
  | { type: 'adjust_balance'; delta_cents: number; account_id?: string | undefined; pots?: PotChange[] | undefined }
  /** A row under its id: changed if it is there, else added. `position` puts it at that index; without it, it stays or goes last. */
  | { type: 'put_row'; collection: Collection; row: RowInputs[Collection] & { id: string }; position?: number | undefined }
  /**
   * A bill takes the allocations to it along; an account those to it, its transfers and its links to the bank, and what is on it goes to
   * the main account. A row that is not there stays not there.
   */
  | { type: 'delete_row'; collection: Collection; id: string }
  /** Sets the named fields of single dates of a row, by scheduled date; null takes one away. All else about its dates stays. */
  | { type: 'set_dates'; collection: (typeof exceptionCollections)[number]; id: string; dates: DateChanges }
  /** Sets the named fields of what a row is from dates on, by the date from which they hold; null takes one away. */
  | { type: 'set_changes'; collection: DatedCollection; id: string; changes: ChangeEdits }
  /** Replaces the lists it names, as PUT does; rows with a known id keep what they don't name. Every row has its id here. */
  | ({ type: 'put_lists'; fields?: Partial<ScenarioFields> | undefined } & ListInputs)
  /** Where the scenario and its parent parted, as a finished merge leaves it; parent_id stays. */
  | { type: 'set_parentage'; parentage: Partial<Pick<Parentage, 'parent_revision' | 'branch_revision'>> }
  /** All or nothing, checked as a whole at its end. */
  | { type: 'batch'; edits: ScenarioEdit[] }
