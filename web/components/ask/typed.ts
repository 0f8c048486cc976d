/** What was typed into the questions, a plan at a time: it is there again when a question is opened again, for as long as the page is. */
import { create } from 'zustand'
import type { OrderName } from '../../../core/questions/debts.ts'
import type { Saved } from '../../../core/questions/save.ts'

export type About = 'afford' | 'save' | 'aside' | 'move' | 'debts' | 'loss' | 'rise'

interface Typed {
  about: About
  afford_amount: string
  afford_date: string
  afford_name: string
  save_until: string
  save_by: Saved['by']
  aside_target: string
  /** By target. */
  aside_dates: Readonly<Record<string, string>>
  move_from: string
  move_until: string
  /** Bills that are to stay where they are all the same. */
  move_left: ReadonlySet<string>
  debts_amount: string
  debts_order: OrderName
  loss_income: string
  loss_from: string
  loss_to: string
  loss_length: 'until' | 'for_good'
  rise_bill: string
  /** By bill; where nothing was typed, it is what the bill costs. */
  rise_amounts: Readonly<Record<string, string>>
  rise_date: string
  /** The last answer to each question that became a part of the plan, and the question as it was asked then. */
  in_plan: Readonly<Partial<Record<About, { question: string; rows: readonly string[] }>>>
}

/** By the plan's id. What nobody has touched is not there, so that it follows the plan and the day. */
const useTypedOf = create<Readonly<Record<string, Partial<Typed>>>>(() => ({}))

/** What stands in a field of the plan's questions, `first` until somebody has typed there, and how it is changed. */
export function useTyped<Field extends keyof Typed>(
  plan_id: string,
  field: Field,
  first: Typed[Field],
): [Typed[Field], (value: Typed[Field]) => void] {
  const typed = useTypedOf((plans) => plans[plan_id]?.[field])
  const type = (value: Typed[Field]): void => useTypedOf.setState((plans) => ({ [plan_id]: { ...plans[plan_id], [field]: value } }))
  return [typed ?? first, type]
}
