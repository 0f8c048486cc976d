/** What an explanation is made of: the ordered contributions that sum to a figure. Which figures there are stands in figures.ts. */
import type { DatedCollection } from '../scenario.ts'
import type { PostingRule } from './posting.ts'

/** Why money moved, or what else a figure is made of. */
export type Rule =
  | PostingRule
  /** What was there before the day from which it is explained. */
  | 'before'
  | 'floor'

/** What is behind a posting; of which date, where it has one. */
export interface RowRef {
  collection: DatedCollection | 'accounts'
  id: string
  nominal_date: string | null
}

export interface Contribution {
  /** Null: of no day, such as the floor or an undated bill. */
  date: string | null
  /** Of the bill, income, transfer, account, goal or savings; of the rule itself where none is behind it. */
  name: string
  /** Signed: what it adds to the figure. */
  cents: number
  rule: Rule
  /** The bill, income or transfer; the account whose card is paid, or that bears interest. */
  row: RowRef | null
  /** The pot it moves to or from. */
  target: string | null
  /** The allocation whose rule moved it. */
  allocation_id: string | null
}

/** The contributions in the order in which they happen; their cents sum to `cents`, and that is the figure. */
export interface Explanation {
  cents: number
  contributions: Contribution[]
}
