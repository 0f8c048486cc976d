/** Says that a payment is made: whether the balance counts it already or not, what its pot did because of it is done too. */
import { accountsAdjusted, carriedLess } from '../edit/account-adjusted.ts'
import { cardDateSaid } from '../accounts/card-date-said.ts'
import { interestBooked, interestUnbooked } from '../accounts/interest-booked.ts'
import { madeBetween } from '../accounts/made-between.ts'
import { addDays, dayOf } from '../calendar.ts'
import { applyEdit } from '../edit/edit.ts'
import type { ScenarioEdit } from '../edit/scenario-edit.ts'
import type { PotChange } from '../edit/edit-fields.ts'
import { rowEdit } from '../edit/row-edits.ts'
import { sumOf } from '../money/money.ts'
import type { DatedPayment } from './payments-between.ts'
import type { Problem } from '../problem.ts'
import { creditedOn, openingStatement, withStatement } from '../projection/card-money.ts'
import { behind } from '../projection/contributions.ts'
import { openingEdits } from '../projection/opening-pots.ts'
import { changeOf, isMainAccount, outside, type Posting } from '../projection/posting.ts'
import { postingsOf } from '../projection/postings.ts'
import { project } from '../projection/project.ts'
import type { Projection } from '../projection/projection.ts'
import type { ExceptionCollection, Payment, Scenario } from '../scenario.ts'
import { setDateAmount, settleDate, type RowChange } from '../schedule/schedule-changes.ts'
import { leftAmount, paidAmount } from './part-payments.ts'

/**
 * A date of a bill, an income or a transfer, or of a card's payments: by the date on which its rule has it, and what moves on which day.
 */
export type DuePayment = Pick<DatedPayment, 'id' | 'nominal_date' | 'date' | 'amount_cents'> & {
  collection: ExceptionCollection
  state?: DatedPayment['state']
}

export type Settled = { ok: true; edit: ScenarioEdit } | { ok: false; problems: Problem[] }

/**
 * The one edit that settles a date. `is_counted`: the balance counts it already, so it stays; else the bill is taken off it, or the
 * income added. A bill's pot pays its part, and the pots of an income get theirs, as they would have on the date itself. What moves between
 * accounts changes both of them, or neither.
 */
export function settle(scenario: Scenario, payment: DuePayment | DatedPayment, is_counted: boolean): Settled {
  const { collection, id, nominal_date } = payment
  if (collection === 'accounts') return settleCard(scenario, { ...payment, collection }, is_counted)
  const row = (scenario[collection] as readonly Payment[]).find((other) => other.id === id)
  if (!row) return { ok: false, problems: [] }
  // Of a loan that takes less than the row says, that is what the date cost.
  const cost: RowChange =
    collection === 'transfers' && payment.amount_cents < leftAmount(row, nominal_date)
      ? setDateAmount(row, nominal_date, paidAmount(row, nominal_date) + payment.amount_cents)
      : { ok: true, fields: {} }
  if (!cost.ok) return cost
  const changed = settleDate({ ...row, ...cost.fields }, nominal_date, true, payment.date)
  if (!changed.ok) return changed
  const paid = rowEdit(collection, row, { ...cost.fields, ...changed.fields })
  const adjusted =
    collection === 'transfers'
      ? between(scenario, { ...payment, collection }, is_counted)
      : adjustments(scenario, madePayment(scenario, { ...payment, collection }), is_counted)
  return { ok: true, edit: adjusted.length === 0 ? paid : { type: 'batch', edits: [paid, ...adjusted] } }
}

const madePayment = (scenario: Scenario, payment: DuePayment & { collection: 'bills' | 'incomes' }): DatedPayment => ({
  state: 'planned',
  ...payment,
  account_id: scenario[payment.collection].find(({ id }) => id === payment.id)?.account_id ?? null,
  name: '',
  predicted: false,
})

/** A payment of a card. */
function settleCard(scenario: Scenario, payment: DuePayment & { collection: 'accounts' }, is_counted: boolean): Settled {
  const account = scenario.accounts.find(({ id }) => id === payment.id)
  if (!account) return { ok: false, problems: [] }
  const changed = cardDateSaid(account, payment.nominal_date, { said: 'paid', amount_cents: payment.amount_cents })
  if (!changed.ok) return changed
  const paid: ScenarioEdit = {
    type: 'set_dates',
    collection: 'accounts',
    id: account.id,
    dates: { [payment.nominal_date]: changed.change },
  }
  return { ok: true, edit: { type: 'batch', edits: [paid, ...between(scenario, payment, is_counted)] } }
}

/** What moves between accounts; where both have it nothing but what a card's pot paid, and that a loan's interest is booked. */
function between(scenario: Scenario, payment: DuePayment & { collection: 'transfers' | 'accounts' }, is_counted: boolean): ScenarioEdit[] {
  const made = is_counted ? noMoney : madeBetween(scenario, payment)
  const pots = payment.collection === 'accounts' ? cardPotPaid(scenario, payment, made) : []
  const booked = payment.collection === 'transfers' ? interestBooked(scenario, payment) : []
  return [...dividedBefore(scenario, made.main_cents), ...balanceEdits(scenario, { ...made, pots }), ...booked]
}

/** What the rules on the balance set aside, where a payment leaves another balance for them to divide. */
function dividedBefore(scenario: Scenario, main_cents: number): ScenarioEdit[] {
  const { balance_allocated, start_date, allocations } = scenario
  if (main_cents === 0 || balance_allocated || allocations.every(({ base }) => base !== 'balance')) return []
  const projected = project(scenario, { today: start_date, until: addDays(start_date, 1) })
  return projected.ok ? openingEdits(projected.projection, new Map()) : []
}

/** What leaves the pot of a card that is paid: it pays first, and no more stays in it than is owed afterwards. */
export function cardPotPaid(
  { accounts, opening_pots }: Scenario,
  { id, amount_cents }: Pick<DuePayment, 'id' | 'amount_cents'>,
  made: Pick<Moved, 'accounts'>,
): PotChange[] {
  const account = accounts.find((one) => one.id === id)
  const held = opening_pots.find(({ target }) => target === `account:${id}`)
  if (!held || !account) return []
  const owed_cents = Math.max(0, 0 - account.balance_cents - (made.accounts.get(id) ?? 0))
  const delta_cents = Math.min(owed_cents, Math.max(0, held.amount_cents - amount_cents)) - held.amount_cents
  return delta_cents === 0 ? [] : [{ target: held.target, delta_cents }]
}

/**
 * What puts back what settling a date took off the balance, or takes off what it added; `opened` opens the date again. It is all of it:
 * pots stay as they are. A card's statement wants again what came onto the card.
 */
export function givenBack(
  scenario: Scenario,
  payment: DuePayment,
  opened: ScenarioEdit,
): { ok: true; edits: ScenarioEdit[] } | { ok: false; problems: Problem[] } {
  const { collection } = payment
  if (collection === 'bills' || collection === 'incomes')
    return { ok: true, edits: backEdits(scenario, plainly(madePayment(scenario, { ...payment, collection }))) }
  const unbooked = interestUnbooked(scenario, { ...payment, collection })
  let edits: ScenarioEdit[] = []
  for (let nth = 0; nth < rounds_of_interest; nth += 1) {
    const open = applyEdit(scenario, { type: 'batch', edits: [opened, ...unbooked, ...edits] }, scenario.updated_at)
    if (!open.ok) return open
    edits = backEdits(scenario, madeBetween(open.scenario, { ...payment, collection }))
  }
  return { ok: true, edits: [...unbooked, ...edits] }
}

/**
 * What a loan's payment took of what is owed depends on what was owed before it, which each round tells to a small part of what it was off:
 * to its interest of as many months as the payment bears.
 */
const rounds_of_interest = 12

/** The opposite of a payment, on the main account and on others. */
function backEdits({ accounts, start_date }: Scenario, made: Pick<Moved, 'main_cents' | 'accounts'>): ScenarioEdit[] {
  const main: ScenarioEdit[] = made.main_cents === 0 ? [] : [{ type: 'adjust_balance', delta_cents: 0 - made.main_cents }]
  const others = accounts.flatMap((account): ScenarioEdit[] => {
    const { id, card } = account
    const came_cents = made.accounts.get(id) ?? 0
    if (came_cents === 0) return []
    const adjusted: ScenarioEdit = { type: 'adjust_balance', delta_cents: 0 - came_cents, account_id: id }
    if (card === null) return [adjusted]
    const came = Math.max(0, came_cents)
    const statement_cents = openingStatement({ ...account, card }, dayOf(start_date)!).statement_cents + came
    const before_cents = creditedOn(card, dayOf(start_date)!) - came
    // Where nothing is carried any more, it is not known how much of it came off.
    const row = { id, card: withStatement(card, statement_cents, before_cents, start_date), ...carriedLess(account, -came, start_date) }
    return [adjusted, { type: 'put_row', collection: 'accounts', row }]
  })
  return [...main, ...others]
}

/** A date that is said to be made, with its day and amount. */
export type MadePayment = Pick<DatedPayment, 'collection' | 'id' | 'nominal_date' | 'date' | 'amount_cents'> & { is_counted: boolean }

/**
 * What several dates that are said to be made at once do to the balance and the pots; none where nothing changes. For who writes the
 * dates themselves into the row otherwise, as a form does that saves a rule and its dates in one edit.
 */
export function adjustmentsOf(scenario: Scenario, made: readonly MadePayment[]): ScenarioEdit[] {
  const edits: ScenarioEdit[] = []
  let after = scenario
  for (const { is_counted, ...given } of made) {
    const settled = settle(after, given, is_counted)
    const adjusted = adjustedBy(after, given, is_counted, settled.ok)
    const applied = applyEdit(after, settled.ok ? settled.edit : { type: 'batch', edits: adjusted }, scenario.updated_at)
    if (!applied.ok) continue
    after = applied.scenario
    edits.push(...adjusted)
  }
  return edits
}

/** Of a date that the form itself has made there is no trace yet: the balance alone changes. */
function adjustedBy(scenario: Scenario, { collection, ...given }: DuePayment, is_counted: boolean, isThere: boolean): ScenarioEdit[] {
  if (collection === 'transfers' || collection === 'accounts') return between(scenario, { ...given, collection }, is_counted)
  const payment = madePayment(scenario, { ...given, collection })
  return isThere ? adjustments(scenario, payment, is_counted) : balanceEdits(scenario, is_counted ? noMoney : plainly(payment))
}

/** What a payment moves: on the main account, on others by their ids, and in pots. Minor units, signed. */
interface Moved {
  main_cents: number
  accounts: ReadonlyMap<string, number>
  pots: PotChange[]
}
const noMoney: Moved = { main_cents: 0, accounts: new Map(), pots: [] }

/** Of a payment that no pot and no rule has a part in. */
function plainly(payment: DatedPayment): Moved {
  const [cents, { account_id }] = [signedAmount(payment), payment]
  return account_id === null ? { ...noMoney, main_cents: cents } : { ...noMoney, accounts: new Map([[account_id, cents]]) }
}

/**
 * What the payment does to the balances and the pots, as changes of what is there. Where it moves pots, what the rules on the balance set
 * aside becomes theirs first.
 */
function adjustments(scenario: Scenario, payment: DatedPayment, is_counted: boolean): ScenarioEdit[] {
  const { moved, divided } = asPlanned(scenario, payment)
  // A balance that has the payment already has all of it; pots are the plan's own.
  const edits = balanceEdits(scenario, is_counted ? { ...noMoney, pots: moved.pots } : moved)
  const booked = is_counted || payment.collection !== 'incomes' ? [] : interestBooked(scenario, payment)
  const before = divided.length > 0 || is_counted ? divided : dividedBefore(scenario, moved.main_cents)
  return edits.length === 0 ? [] : [...before, ...edits, ...booked]
}

function balanceEdits(scenario: Scenario, { main_cents, accounts, pots }: Moved): ScenarioEdit[] {
  const isMoved = main_cents !== 0 || pots.length > 0
  const main: ScenarioEdit[] = isMoved ? [{ type: 'adjust_balance', delta_cents: main_cents, ...(pots.length > 0 && { pots }) }] : []
  return [...main, ...accountsAdjusted(scenario, accounts)]
}

/** What the plan has the payment move; `divided`: what makes its pots what they are before, where that is still to be said. */
function asPlanned(scenario: Scenario, payment: DatedPayment): { moved: Moved; divided: ScenarioEdit[] } {
  const { date, state } = payment
  const plain = { moved: plainly(payment), divided: [] }
  if (state !== 'planned' || date < scenario.start_date || scenario.allocations.length + scenario.opening_pots.length === 0) return plain
  const projected = project(scenario, { today: scenario.start_date, until: addDays(date, 1) })
  if (!projected.ok) return plain
  const own = ownPostings(projected.projection, payment)
  if (own.length === 0) return plain
  const moved = movedBy(projected.projection, own, payment)
  return { moved, divided: moved.pots.length > 0 ? openingEdits(projected.projection, new Map()) : [] }
}

function ownPostings(projection: Projection, { collection, id, nominal_date, date }: DatedPayment): Posting[] {
  const day = dayOf(date)! - projection.start_day
  return postingsOf(projection, (posting) => posting.day === day && posting.event >= 0, day + 1).filter((posting) => {
    const { row } = behind(projection, posting)
    return row?.collection === collection && row.id === id && row.nominal_date === nominal_date
  })
}

function movedBy({ setup }: Projection, postings: readonly Posting[], payment: DatedPayment): Moved {
  const { first_pot, pots, places } = setup
  const at = (isThere: (place: number) => boolean): number => sumOf(postings.map((posting) => changeOf(posting, isThere)))
  const planned = postings.filter(({ rule }) => rule === 'income' || rule === 'bill')
  const planned_cents = sumOf(planned.map((posting) => changeOf(posting, (place) => place !== outside)))
  // What was said of the amount since the plan had it is for the account alone.
  const said_cents = signedAmount(payment) - planned_cents
  const own = places.accounts.findIndex(({ id }) => id === payment.account_id)
  return {
    main_cents: at(isMainAccount(first_pot)) + (own < 0 ? said_cents : 0),
    accounts: new Map(places.accounts.map(({ id }, nth) => [id, at((place) => place === nth + 1) + (nth === own ? said_cents : 0)])),
    pots: pots.targets
      .map((target, pot) => ({ target, delta_cents: at((place) => place === first_pot + pot) }))
      .filter(({ delta_cents }) => delta_cents !== 0),
  }
}

const signedAmount = ({ collection, amount_cents }: DatedPayment): number => (collection === 'incomes' ? amount_cents : 0 - amount_cents)
