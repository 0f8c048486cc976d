/** What can be asked of a plan, as plain data. */
import type { Problem } from '../problem.ts'
import type { Scenario } from '../scenario.ts'
import { afford, type AffordAsked, type Afforded } from './afford.ts'
import { debts, type DebtsAsked, type DebtsOrdered } from './debts.ts'
import { moveBills, type BillsMoved, type MoveBillsAsked } from './move-bills.ts'
import { save, type SaveAsked, type Saved } from './save.ts'
import { setAside, type SetAside, type SetAsideAsked } from './set-aside.ts'

export type Question = ({ about: 'afford' } & AffordAsked) | ({ about: 'save' } & SaveAsked) | ({ about: 'set-aside' } & SetAsideAsked) | ({ about: 'move-bills' } & MoveBillsAsked) | ({ about: 'debts' } & DebtsAsked)

/** Problems: those of each question. */
export function answerTo(scenario: Scenario, { about, ...asked }: Question): { ok: true; answer: Afforded | Saved | SetAside | BillsMoved | DebtsOrdered } | { ok: false; problems: Problem[] } {
  if (about === 'afford') return afford(scenario, asked as AffordAsked)
  if (about === 'move-bills') return moveBills(scenario, asked as MoveBillsAsked)
  if (about === 'debts') return debts(scenario, asked as DebtsAsked)
  return about === 'save' ? save(scenario, asked as SaveAsked) : setAside(scenario, asked as SetAsideAsked)
}
