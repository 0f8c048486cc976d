/** Which accounts can be chosen where something is paid from one, and which days a month of everyday spending is of. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { accountKinds } from '../../core/accounts/account.ts'
import { applyEdit } from '../../core/edit/edit.ts'
import { emptyScenario } from '../../core/scenario.ts'
import { AccountSelect } from '../../web/components/accounts/AccountSelect.tsx'
import SpendingMonth from '../../web/components/everyday/SpendingMonth.tsx'
import { speaking } from './speaking.ts'

const accounts = accountKinds.map((kind) => ({ id: kind, name: kind, kind }))
const offered = (value: string | null, toPay: boolean): string[] =>
  [
    ...renderToStaticMarkup(createElement(AccountSelect, { label: 'From', accounts, value, toPay, onChange: () => undefined })).matchAll(
      /<option value="([a-z]*)"/g,
    ),
  ].map(([, id]) => id!)

test('a loan pays no bills, so it is offered only where it is chosen already', () => {
  expect(offered(null, true)).toEqual(['', 'checking', 'savings', 'cash', 'card'])
  expect(offered('loan', true)).toEqual(['', 'checking', 'savings', 'cash', 'card', 'loan'])
  expect(offered(null, false)).toEqual(['', ...accountKinds])
})

const at = '2026-11-20T00:00:00.000Z'
function month(due_date: string, start_date = due_date): string {
  const plan = emptyScenario({ id: '00000000-0000-4000-8000-000000000001', name: 'Home', start_date }, start_date, at)
  const made = applyEdit(
    plan,
    {
      type: 'put_row',
      collection: 'bills',
      row: {
        id: '00000000-0000-4000-8000-000000000002',
        name: 'Groceries',
        amount_cents: 7_000,
        due_date,
        schedule: { every: 1, unit: 'week' },
        spread: true,
      },
    },
    at,
  )
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return renderToStaticMarkup(createElement(SpendingMonth, { scenario: made.scenario, today: start_date }))
}

test('a month of everyday spending says of which days it is, where these are not all of the month', () => {
  expect(month('2026-11-29')).toContain('In this month it is planned from Nov 29 to Nov 30:')
  expect(month('2026-11-30')).toContain('In this month it is planned on Nov 30 alone:')
  expect(month('2026-11-01')).not.toContain('In this month')
  speaking('de', () => {
    expect(month('2026-11-29')).toContain('In diesem Monat vom Nov 29 bis zum Nov 30 eingeplant:')
  })
})
