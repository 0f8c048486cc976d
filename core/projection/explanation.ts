/** What an explanation is made of: the figure asked for, and the ordered contributions that sum to it. */

/** A figure of a projection. Dates lie in the projection; without a date, its own. */
export type Figure =
  /** Available, or available and pots, at the end of a day. With `since`, what was there before that day is one contribution. */
  | { figure: 'available' | 'total'; date: string; since?: string }
  /** The headline's; or the least available from `from` to before `until`. */
  | { figure: 'lowest_point'; from?: string; until?: string; since?: string }
  | { figure: 'safe_to_spend'; since?: string }
  | { figure: 'next_payday' | 'due_before_payday' }
  /** What is in a pot at the end of a day. */
  | { figure: 'pot'; target: string; date: string }
  /** What a goal has saved: now, or at the end of a day. */
  | { figure: 'goal'; id: string; date?: string }
  | { figure: 'month'; month: string; sum: MonthSum }
  | { figure: 'undated'; of: 'bills' | 'incomes' }

export type MonthSum = 'in_cents' | 'out_cents' | 'out_from_pots_cents' | 'allocated_cents' | 'released_cents' | 'end_available_cents' | 'end_total_cents' | 'lowest'

/** Why money moved. */
export type Rule =
  /** The balance on start_date. */
  | 'balance'
  /** What was there before the day from which it is explained. */
  | 'before'
  /** Set aside already on start_date. */
  | 'opening_pot'
  /** A rule on the balance, on start_date. */
  | 'allocated_from_balance'
  /** A rule on an income, as it lands. */
  | 'allocated_from_income'
  | 'income'
  /** A bill, or the part of it that this figure bears. */
  | 'bill'
  /** A pot gives back what it can't keep: its goal is full, its bill is gone or has no later date. */
  | 'released'
  | 'floor'

export interface Contribution {
  /** Null: of no day, such as the floor or an undated bill. */
  date: string | null
  /** Of the bill, income, goal or savings; of the rule itself where none is behind it. */
  name: string
  /** Signed: what it adds to the figure. */
  cents: number
  rule: Rule
  /** The bill or income. */
  row: { collection: 'bills' | 'incomes'; id: string; nominal_date: string | null } | null
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
