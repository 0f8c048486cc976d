/** What is held against the open plan: which account is which, what came, what needs a word. One run at a time, kept until the next. */
import { create } from 'zustand'
import { withAnswers } from '../../../core/actuals/answers.ts'
import { earlierBalance, hasFirstDay } from '../../../core/actuals/bank-balance.ts'
import type { BringOptions, ToldDifference } from '../../../core/actuals/bring-to-bank.ts'
import { bringWithCards } from '../../../core/actuals/cards-sure.ts'
import type { Drift } from '../../../core/actuals/drift.ts'
import type { BankBalance } from '../../../core/actuals/difference.ts'
import { causesByPart, causesOf } from '../../../core/actuals/causes.ts'
import { keepAsked, keepCards, keepMatches, seenSince, standing, type KeptDifference } from '../../../core/actuals/kept.ts'
import { keepMissing, saidToStay, waitingDates, type KeptMissing } from '../../../core/actuals/not-come.ts'
import { linksByBalance } from '../../../core/actuals/link-proposed.ts'
import { heldAgainst, heldOnce, unlinked, type HeldAgainst, type Links } from '../../../core/actuals/linked.ts'
import { lookedAt } from '../../../core/actuals/looked-at.ts'
import type { Missing, Unplanned } from '../../../core/actuals/matched.ts'
import { repeatedRow } from '../../../core/actuals/monthly.ts'
import {
  balancesReckoned,
  balancesToAsk,
  basesBegun,
  basesTaken,
  heldReckoned,
  type Bases,
  type OfferedBalance,
  type ReckonedBalance,
} from '../../../core/actuals/reckoned.ts'
import { keepUnplanned, waitingUnplanned } from '../../../core/actuals/unplanned-kept.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { putRow } from '../../../core/store.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { planning } from '../../context/thePlanning.ts'
import { formatDate } from '../../format/date.ts'
import { systemClock } from '../../services/clock.ts'
import { linksOf } from '../../services/bank/accountLinks.ts'
import { newId } from '../../services/ids.ts'
import type { StoredBankAccount, StoredBankMatches } from '../../services/records/records.ts'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import { cardAsText } from './cardsSaid.ts'
import { bankWork, memory } from './device.ts'
import { ofPlans } from './planDevice.ts'
import { forgetKept } from './keptOfPlan.ts'
import { inTurn } from './inTurn.ts'
import { itemName, nameOf } from './names.ts'
import { saveLinks } from './saveLinks.ts'
import { unplannedBefore } from './unplanned.ts'
import { waitingOf } from './waiting.ts'
import type { BankRun } from './bankRun.ts'

export interface EarlierOffered extends BankBalance {
  plan_id: string
  /** When the plan began as it was offered. */
  start_date: string
}

interface Matching {
  isMatching: boolean
  /** Accounts of which it is to be said which they are. */
  toLink: StoredBankAccount[]
  /** What is on an account, to be said; null: it is told. */
  offered: OfferedBalance | null
  /** The bank's balance, where it is of a day before the plan's own: the plan can begin with it, and does not by itself. */
  earlier: EarlierOffered | null
  run: BankRun | null
  /** Which account of the plan some are, as their balances told this time; they can be changed. */
  sure: Links
  /** A person changes which account is which. */
  isRelinking: boolean
  /** Something waits for a word, and can be asked only when the bank is held against the plan anew. */
  waits: boolean
}

/** How often a person had something held against a plan. */
let begun = 0

const nothing: Matching = {
  isMatching: false,
  toLink: [],
  offered: null,
  earlier: null,
  run: null,
  sure: {},
  isRelinking: false,
  waits: false,
}
export const useMatching = create<Matching>(() => nothing)
const { setState: set, getState: get } = useMatching

export const openPlan = (): Scenario | null => planning().store.getState().scenario
export function forgetRun(): void {
  set(nothing)
  forgetKept()
}

/**
 * Asks again what waits for a word, and shows what was not planned, as far as nothing else is to be said or done; and offers an earlier
 * balance again.
 */
export async function askWhatWaits(): Promise<void> {
  const scenario = openPlan()
  if (!scenario) return
  const stored = await (await ofPlans()).ofPlan(scenario)
  const before = begun
  const at = await atBank(scenario, stored)
  if (openPlan() === scenario && begun === before && at.toLink.length === 0)
    set({ earlier: earlierOffered(scenario, stored, heldNow(scenario, stored, at)) })
  const waits = waitingOf(scenario, stored).count > 0 || waitingUnplanned(scenario, stored.unplanned ?? [], stored).length > 0
  if (waits) await holdAgainstPlan({ asks_only: true })
}

interface AtBank {
  accounts: StoredBankAccount[]
  links: Links
  /** Of which it is not said which they are. */
  toLink: StoredBankAccount[]
}

/** The accounts that this device keeps in the plan's currency, each once, and which of the plan's they are. */
export async function atBank(scenario: Scenario, stored: StoredBankMatches): Promise<AtBank> {
  const inCurrency = (await (await memory()).accounts()).filter(({ currency }) => currency === scenario.currency_code)
  const links = await linksOf(
    scenario.bank_links,
    inCurrency.map(({ account }) => account),
    stored.links,
  )
  const accounts = heldOnce(inCurrency, links)
  return { accounts, links, toLink: unlinked(scenario, accounts, links) }
}

/** What is known of balances that no file tells: what was said of them, or what the plan had before any file was held against it. */
export const basesOf = (scenario: Scenario, stored: StoredBankMatches): Bases =>
  basesBegun(scenario, { seen: standing(scenario, stored).seen, bases: stored.bases })

function heldNow(scenario: Scenario, stored: StoredBankMatches, { accounts, links }: AtBank): HeldAgainst {
  const today = systemClock.today()
  const held = heldReckoned(scenario, accounts, links, { bases: basesOf(scenario, stored), today })
  return heldAgainst(scenario, held, links, today, new Set(standing(scenario, stored).seen.map(({ id }) => id)))
}

function earlierOffered(scenario: Scenario, stored: StoredBankMatches, { balance }: HeldAgainst): EarlierOffered | null {
  const found = earlierBalance(scenario, balance, standing(scenario, stored).last?.date ?? null)
  return found && { ...found, plan_id: scenario.id, start_date: scenario.start_date }
}

/**
 * Holds what is kept of the bank against the open plan, as far as nothing has to be asked before. `asks_only`: of what waits for a word;
 * the plan is left as it is, and why the balance is another one was told when it was brought there.
 */
export function holdAgainstPlan({ asks_only = false } = {}): Promise<void> {
  if (!asks_only && openPlan()) {
    begun += 1
    set({ ...nothing, isMatching: true })
  }
  const mine = begun
  return inTurn(() => hold(asks_only, mine))
}

/** Somebody who brings a file goes before: what was begun earlier ends, and of what waits nothing is asked over what is told. */
async function hold(asks_only: boolean, mine: number): Promise<void> {
  const scenario = openPlan()
  if (!scenario) return set(nothing)
  if (begun !== mine || (asks_only && get().run?.plan_id === scenario.id)) return
  const plans = await ofPlans()
  const stored = await plans.ofPlan(scenario)
  const at = await atBank(scenario, stored)
  const { accounts, links, toLink } = at
  const sure = asks_only ? {} : linksByBalance(scenario, toLink, { held: accounts, links })
  if (Object.keys(sure).length > 0 && (await saveLinks(scenario, stored, sure)).length === 0) {
    set({ sure: { ...get().sure, ...sure } })
    return hold(asks_only, mine)
  }
  if (toLink.length > 0) return askFirst(stored, 'accounts', { toLink })
  const today = systemClock.today()
  const { matches: earlier, seen: seenBefore, cards, last } = standing(scenario, stored)
  const seen = new Set(seenBefore.map(({ id }) => id))
  const held = heldNow(scenario, stored, at)
  const earlierBegin = earlierOffered(scenario, stored, held)
  const bases = basesOf(scenario, stored)
  const [offered] = balancesToAsk(scenario, accounts, links, { bases, seen, today })
  if (offered) return askFirst(stored, 'balance', { offered })
  const { balance, transactions, accounts: linked } = held
  const balance_has_first_day = balance !== null && hasFirstDay(scenario, held.main, balance)
  const matching = {
    today,
    accounts: linked,
    earlier,
    seen: [...seen],
    balance_has_first_day,
    covered_of: held.covered_of,
    ...(balance && { covered_until: balance.date }),
  }
  const matched = await bankWork.match(scenario, transactions, matching)
  if (begun !== mine) return
  if (matched === null) return set(nothing)
  if (openPlan() !== scenario) return hold(asks_only, mine)
  const { balances, covered_of, read } = held
  const options: BringOptions = { balance, balances, transactions, accounts: linked, read, covered_of, seen, balance_has_first_day }
  const brought = bringWithCards(scenario, matched, options)
  if (asks_only && (!brought.ok || brought.edit)) return set({ ...nothing, waits: true, earlier: earlierBegin })
  const problems = brought.ok ? (brought.edit ? planningActions().dispatch(brought.edit) : []) : brought.problems
  if (!brought.ok || problems.length > 0) {
    notify({ id: 'bank', tone: 'failure', text: textOf(problems[0]) ?? say('common.refused') })
    return set(nothing)
  }
  const now = openPlan()!
  const until = now.start_date
  const { known, asked } = withAnswers(matched, new Map())
  const missing = keepMissing(now, { told: known.missing, asked }, stored.missing ?? [])
  const byId = new Map(transactions.map((one) => [one.id, one]))
  const run: BankRun = {
    plan_id: scenario.id,
    base: scenario,
    matched,
    options,
    transactions: byId,
    known,
    asked,
    missing: waitingDates(now, missing),
    ...unplannedBefore(now, stored, { matched, transactions: byId, accounts: linked }),
    asks_only,
    earlier,
    answers: new Map(),
    cards: brought.cards.map((paid) => ({ ...paid, before: cardAsText(scenario, paid.card.account_id) })),
    spent: [],
    difference: asks_only ? null : brought.difference,
    reckoned: balancesReckoned(scenario, accounts, links, { bases, today }),
    until,
    changed: brought.edit !== null,
  }
  await plans.keepOfPlan({
    ...stored,
    matches: keepMatches(now, earlier, known.matches),
    seen: seenSince(lookedAt(transactions, matched, { balance, cards: brought.cards }), asked, seenBefore, until),
    cards: keepCards(cards, brought.cards, until),
    bases: basesTaken({ before: scenario, now }, accounts, links, { bases, today }),
    last: brought.difference && balance && brought.edit ? keptDifference(run, brought.difference, balance.date) : last,
    asked: keepAsked(asked, until),
    missing,
    unplanned: keepUnplanned(matched.unplanned, stored.unplanned ?? [], new Set(), until),
    unsaid: undefined,
  })
  forgetKept()
  set({ ...nothing, run, earlier: earlierBegin, sure: get().sure })
  if (brought.edit) notifyBrought(scenario, { balance, until, today })
}

/** Of days before the plan's what is told is noted, and the balance is not taken. */
function notifyBrought(
  { name: plan }: Scenario,
  { balance, until, today }: { balance: HeldAgainst['balance']; until: string; today: string },
): void {
  const isEarlier = balance !== null && balance.date < until
  const day = formatDate(isEarlier ? balance.date : until, today)
  notifyDone('bank', say(isEarlier ? 'match.done.earlier' : 'match.done', { plan, day }))
}

/** What has to be said first is asked, and noted as open until the bank could be held against the plan. */
async function askFirst(stored: StoredBankMatches, unsaid: 'accounts' | 'balance', asked: Partial<Matching>): Promise<void> {
  await (await ofPlans()).keepOfPlan({ ...stored, unsaid })
  forgetKept()
  set({ ...nothing, ...asked, sure: get().sure })
}

const most_causes = 12

/** Why the balance is another one, by the names that are known as long as its transactions are. */
export function keptDifference({ base, transactions, answers }: BankRun, { items, ...sums }: ToldDifference, date: string): KeptDifference {
  const name = itemName(base, transactions, date, answers)
  return { date, since: base.start_date, ...sums, causes: causesOf(items, name).slice(0, most_causes), parts: causesByPart(items, name) }
}

/** Asks what was on an account whose balance is reckoned. */
export const askBalance = ({ account_id, date, amount_cents }: ReckonedBalance): void =>
  set({ offered: { account_id, date, amount_cents, changed_cents: null } })

/** What was not planned comes again from now on. */
export function addRepeated(unplanned: Unplanned): void {
  const { run } = get()
  const scenario = openPlan()
  if (!run || !scenario) return
  const transactions = unplanned.transactions.flatMap((id) => run.transactions.get(id) ?? [])
  const known = run.transactions.values()
  const { collection, row } = repeatedRow(scenario, unplanned, { transactions, known })
  const [problem] = planningActions().dispatch(putRow(collection, { ...row, id: newId() }))
  if (problem) return notify({ id: 'bank', tone: 'failure', text: textOf(problem) })
  notifyDone('bank', say('match.unplanned.done', { name: row.name!, months: row.schedule!.every }))
}

/** Takes what a row has become by its last payments. */
export async function takeDrift(drift: Drift): Promise<void> {
  const { driftEdit } = await import('../../../core/actuals/drift-edits.ts')
  const scenario = openPlan()
  if (!scenario) return
  const changed = driftEdit(scenario, drift)
  const problems = changed.ok ? planningActions().dispatch(changed.edit) : changed.problems
  if (problems.length > 0) return notify({ id: 'bank', tone: 'failure', text: textOf(problems[0]!) })
  notifyDone('bank', say('match.drift.done', { name: nameOf(scenario, drift.row) }))
}

/** A date that has not come stays due: it is not asked about again while the plan stands on this day. */
export async function staysDue(one: KeptMissing): Promise<void> {
  const { run } = get()
  const scenario = openPlan()
  if (!run || !scenario) return
  const isIt = ({ row, scheduled_date }: KeptMissing): boolean => row.id === one.row.id && scheduled_date === one.scheduled_date
  set({ run: { ...run, missing: [...run.missing.filter((other) => !isIt(other)), { ...one, stays_due: true }] } })
  await inTurn(async () => {
    const plans = await ofPlans()
    const stored = await plans.ofPlan(scenario)
    await plans.keepOfPlan({ ...stored, missing: saidToStay(scenario, stored.missing ?? [], one) })
    forgetKept()
  })
}

/** A date that has not come and never will. */
export function drop({ row, scheduled_date }: Missing): void {
  const scenario = openPlan()
  const found = scenario?.[row.collection].find(({ id }) => id === row.id)
  if (!scenario || !found) return
  const date = found.schedule === null ? (found.due_date ?? scheduled_date) : scheduled_date
  const [problem] = planningActions().dispatch({
    type: 'set_dates',
    collection: row.collection,
    id: row.id,
    dates: { [date]: { skipped: true, moved_to: null, amount_cents: null } },
  })
  if (problem) return notify({ id: 'bank', tone: 'failure', text: textOf(problem) })
  notifyDone('bank', say('match.missing.dropped', { name: found.name }))
}
