/**
 * What not every plan needs of a projection: accounts beside the main one, dates that are paid in part, bills that leave over the days. A
 * page whose plan has none of it works without.
 */
import { planAsDue } from '../payments/part-payments.ts'
import { accountDays } from './account-days.ts'
import { readAccounts } from './figures/accounts.ts'
import { spreadDates } from './spread-dates.ts'

export const allRules = { accountDays, readAccounts, planAsDue, spreadDates }
