/** The records whole, as files, the API and its clients read them; what their fields are is said in scenario.ts. */
import * as z from 'zod/mini'
import { accountFields } from './accounts/account.ts'
import { refusal } from './fields.ts'
import { limits } from './limits.ts'
import { allocationFields, billFields, goalFields, named, paymentFields, rowFields, summaryFields, transferFields } from './scenario.ts'

export const billSchema = named('Bill', z.object({ ...rowFields, ...billFields }))
export const incomeSchema = named('Income', z.object({ ...rowFields, ...paymentFields }))
export const allocationSchema = named('Allocation', z.object({ ...rowFields, ...allocationFields }))
export const goalSchema = named('Goal', z.object({ ...rowFields, ...goalFields }))
export const accountSchema = named('Account', z.object({ ...rowFields, ...accountFields }))
export const transferSchema = named('Transfer', z.object({ ...rowFields, ...transferFields }))
export const scenarioSummarySchema = named('ScenarioSummary', z.object(summaryFields))

const listOf = <S extends z.ZodMiniType>(row: S, most: number) => z.array(row).check(z.maxLength(most, refusal('too_many_rows')))

export const scenarioSchema = named(
  'Scenario',
  z.object({
    ...scenarioSummarySchema.shape,
    bills: listOf(billSchema, limits.bills),
    incomes: listOf(incomeSchema, limits.incomes),
    allocations: listOf(allocationSchema, limits.allocations),
    goals: listOf(goalSchema, limits.goals),
    accounts: listOf(accountSchema, limits.accounts),
    transfers: listOf(transferSchema, limits.transfers),
  }),
)
