/** The rooms of the catalogues, as English has them: a new file in `en/` is named here, and every language then owes its own. */
import type access from './en/access.ts'
import type accounts from './en/accounts.ts'
import type allocator from './en/allocator.ts'
import type ask from './en/ask.ts'
import type bank from './en/bank.ts'
import type bills from './en/bills.ts'
import type calendar from './en/calendar.ts'
import type charts from './en/charts.ts'
import type common from './en/common.ts'
import type compare from './en/compare.ts'
import type dialogs from './en/dialogs.ts'
import type everyday from './en/everyday.ts'
import type exports from './en/exports.ts'
import type frame from './en/frame.ts'
import type imports from './en/import.ts'
import type legacy from './en/legacy.ts'
import type link from './en/link.ts'
import type mail from './en/mail.ts'
import type match from './en/match.ts'
import type paydays from './en/paydays.ts'
import type plan from './en/plan.ts'
import type problems from './en/problems.ts'
import type rows from './en/rows.ts'
import type sample from './en/sample.ts'
import type schedule from './en/schedule.ts'
import type settings from './en/settings.ts'
import type titles from './en/titles.ts'

export interface Rooms {
  access: typeof access
  accounts: typeof accounts
  allocator: typeof allocator
  ask: typeof ask
  bank: typeof bank
  bills: typeof bills
  calendar: typeof calendar
  charts: typeof charts
  /** What the first screen says, and what all of them say. Loaded before anything is shown. */
  common: typeof common
  compare: typeof compare
  dialogs: typeof dialogs
  everyday: typeof everyday
  exports: typeof exports
  frame: typeof frame
  import: typeof imports
  legacy: typeof legacy
  link: typeof link
  mail: typeof mail
  match: typeof match
  paydays: typeof paydays
  plan: typeof plan
  problems: typeof problems
  rows: typeof rows
  sample: typeof sample
  schedule: typeof schedule
  settings: typeof settings
  titles: typeof titles
}
