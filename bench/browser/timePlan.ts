/** The plan of the promise about time: 200 bills, 10 incomes, 20 allocations and some goals, about 19,700 payments in five years. */
import type { Page } from 'playwright-core'
import { addDays } from '../../core/calendar.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { writePlanFile } from '../../core/plan-files/plan-file.ts'
import { emptyScenario, type Scenario } from '../../core/scenario.ts'
import { systemClock } from '../../web/services/clock.ts'
import { idOf, rhythms } from '../core/plan.ts'

export const timeSlider = 'Percent for Savings 15'

export function timePlan(today = systemClock.today(), at = systemClock.at()): Scenario {
  const row = (kind: string, name: string, index: number, amount_cents: number) => ({
    id: idOf(kind, index),
    name: `${name} ${index + 1}`,
    amount_cents,
    due_date: addDays(today, (index * 7) % 31),
    schedule: rhythms[index % 10]!,
  })
  const bills = Array.from({ length: 200 }, (_, index) => row('1', 'Bill', index, 900 + 37 * index))
  const incomes = Array.from({ length: 10 }, (_, index) => row('2', 'Income', index, 120_000 + 1_000 * index))
  const goals = Array.from({ length: 4 }, (_, index) => ({
    id: idOf('4', index),
    name: `Goal ${index + 1}`,
    target_cents: 200_000,
    target_date: addDays(today, 700),
  }))
  const allocations = Array.from({ length: 20 }, (_, index) => ({
    id: idOf('3', index),
    target: index < 8 ? `bill:${bills[index]!.id}` : index < 12 ? `goal:Goal ${index - 7}` : `savings:Savings ${index}`,
    kind: index < 8 ? ('fixed' as const) : ('percent' as const),
    value: index < 8 ? 2_000 : 3,
    base: 'income' as const,
  }))
  const start = emptyScenario({ id: idOf('9', 0), name: 'Five years', planning_balance_cents: 1_500_000, floor_cents: 50_000 }, today, at)
  const filled = applyEdit(start, { type: 'put_lists', bills, incomes, allocations, goals }, at)
  if (!filled.ok) throw new Error(filled.problems.map(({ says }) => says).join(' '))
  return filled.scenario
}

/** Brings the plan in as a person does, from a file, and goes to its page. */
export async function openTimePlan(page: Page, address: string): Promise<void> {
  await page.goto(`${address}/settings`)
  await page
    .getByLabel('Import a file')
    .setInputFiles({ name: 'plans.json', mimeType: 'application/json', buffer: Buffer.from(writePlanFile([timePlan()], systemClock.at())) })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByText('One plan is there now').waitFor()
  await page.getByRole('link', { name: 'Plan', exact: true }).first().click()
  await page.getByRole('slider', { name: timeSlider }).waitFor()
}
