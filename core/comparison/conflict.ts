/** What a merge asks about, and how it is answered. */
import type { Problem } from '../problem.ts'
import type { Collection } from '../scenario.ts'

export type Side = 'mine' | 'theirs'

/** A place where both sides changed the same thing differently, or where their changes together break a rule. */
export interface Conflict {
  /** Names the conflict in MergeChoices; the same conflict has the same key when asked again. */
  key: string
  about: 'field' | 'row' | 'order' | 'rule'
  /** null: the scenario's own field. */
  collection: Collection | null
  row_id: string | null
  /** `balance` stands for the balance, its day, what of it is set aside and, as `accounts`, what is on others by then, which are one. */
  field: string | null
  /** The scheduled date of its row that the field is of; null: of the row itself. */
  date: string | null
  /** What a person knows the row by: a bill's name, an allocation's target. */
  name: string | null
  /**
   * The values; of a whole row null means deleted, of base also that it is not known. Of a rule, the rows it names as each side has them.
   */
  base: unknown
  mine: unknown
  theirs: unknown
  /** The broken rule, when about is rule. */
  problem: Problem | null
}
export type MergeChoices = Readonly<Record<string, Side>>

/** Answers a conflict, or asks: then it is noted, and theirs stands for now. */
export type Pick = (conflict: Conflict) => Side
