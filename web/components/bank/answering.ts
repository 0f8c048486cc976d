/** A person's words about single payments: each an edit, kept on the device as far as the plan still says it. */
import { askedKey, explainedBy, withAnswers, type PaymentAnswers } from '../../../core/actuals/answers.ts'
import { settleSaid, type ToldDifference } from '../../../core/actuals/bring-to-bank.ts'
import { withCardsPaid } from '../../../core/actuals/card-payments.ts'
import type { SaidBefore } from '../../../core/actuals/payment-moved.ts'
import { isStillSaid, keepAsked, keepCards, keepMatch, seenSince } from '../../../core/actuals/kept.ts'
import type { PaymentMatch } from '../../../core/actuals/matched.ts'
import { datesFreed, keepMissing } from '../../../core/actuals/not-come.ts'
import { keepUnplanned } from '../../../core/actuals/unplanned-kept.ts'
import { basesNow } from '../../../core/actuals/reckoned.ts'
import { freshOf } from '../../../core/actuals/reconcile.ts'
import { isStillSpent, spendingSaid, spentNotes, type SpendingSaid, type SpentNote } from '../../../core/actuals/spending-said.ts'
import { accountsWith } from '../../../core/actuals/told-balances.ts'
import type { ScenarioEdit } from '../../../core/edit/scenario-edit.ts'
import type { AccountTransaction } from '../../../core/prediction/history.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { everydayBillTeller } from '../../../core/spending/everyday-payments.ts'
import { planningActions } from '../../context/PlanningContext.tsx'
import { textOf } from '../../words/problems.ts'
import { say } from '../../words/say.ts'
import { notify, notifyDone } from '../frame/screen.ts'
import { cardsStanding, differenceNow, standingCards } from './cardsSaid.ts'
import { forgetKept } from './keptOfPlan.ts'
import { inTurn } from './inTurn.ts'
import { keptDifference, openPlan, useMatching } from './matching.ts'
import type { BankRun } from './bankRun.ts'
import { nameOf, payeeOf, saidIs } from './names.ts'
import { ofPlans } from './planDevice.ts'
import { unplannedOf, withUnplannedBefore } from './unplanned.ts'

/** Says of a payment which date it is, or none of the plan's. */
export async function answerPayment(asked: Asked, answer: PaymentMatch | 'none'): Promise<void> {
  const { run } = useMatching.getState()
  const scenario = openPlan()
  if (!run || !scenario) return
  const { balances = [] } = run.options
  const before = isToldBefore(run, asked) ? undefined : saidBefore(run, scenario)
  const settled = answer === 'none' ? null : settleSaid(scenario, answer, accountsWith(scenario, balances, answer), before)
  if (settled && !settled.ok) return notify({ id: 'bank', tone: 'failure', text: textOf(settled.problems[0]) ?? say('common.refused') })
  const spent = saySpent(run, asked, answer === 'none', settled ? [settled.edit] : [])
  if (spent === null) return
  if (answer !== 'none') notifyDone('bank', saidIs(payeeOf(run.transactions, answer.transactions), nameOf(scenario, answer.row)))
  await saidOf({ ...run, answers: new Map(run.answers).set(keyOf(asked), answer), spent: [...run.spent, ...spent] })
}

/** A payment that an earlier run had told: this one did not bring the plan to it. */
const isToldBefore = (run: BankRun, { transactions }: Asked): boolean =>
  run.unplanned_before.some((one) => one.transactions[0] === transactions[0])

/** The plan as it was before it was brought to the bank, and what was said since; undefined: no balance brought it anywhere. */
function saidBefore(run: BankRun, scenario: Scenario): SaidBefore | undefined {
  const { base, matched, options } = run
  const { balance } = options
  return balance === null ? undefined : { base, matched, options: { ...options, balance }, answers: standingAnswers(run, scenario) }
}

interface Asked {
  transactions: readonly string[]
}
const keyOf = ({ transactions }: Asked): string => askedKey({ transactions: [...transactions] })

/** What was said of a payment, as far as the plan still says it: what undo took back was not said, and what it brought back was. */
export function standingAnswer(
  { answers, spent }: Pick<BankRun, 'answers' | 'spent'>,
  scenario: Scenario,
  asked: Asked,
): PaymentMatch | 'none' | undefined {
  const answer = answers.get(keyOf(asked))
  if (answer === undefined) return undefined
  return (answer === 'none' ? isStillSpent(scenario, spent, keyOf(asked)) : isStillSaid(scenario, answer)) ? answer : undefined
}

/** All of them. */
export const standingAnswers = (run: BankRun, scenario: Scenario): PaymentAnswers =>
  new Map([...run.answers].filter(([key]) => standingAnswer(run, scenario, { transactions: [key] }) !== undefined))

/** The transactions that are no everyday spending by all that was said until now, and those that wait for a word. */
export const explainedNow = (run: BankRun, scenario: Scenario): Set<string> =>
  explainedBy(withAnswers(withCardsPaid(run.matched, standingCards(run, scenario)), standingAnswers(run, scenario)))

/** Which answers the plan still says, to be told when that changes. */
export const answersStanding = (run: BankRun, scenario: Scenario): string =>
  `${[...standingAnswers(run, scenario).keys()].join(' ')} ${cardsStanding(run, scenario)}`

/**
 * Makes some edits, and with them a payment one of everyday spending or none any more, where it was not so already. Answers what was noted;
 * null: it could not be.
 */
export function saySpent(run: BankRun, asked: Asked, is_spent: boolean, edits: readonly ScenarioEdit[] = []): SpentNote[] | null {
  const before = openPlan()!
  const answer = standingAnswer(run, before, asked)
  const waits = run.asked.some(({ transactions }) => transactions[0] === asked.transactions[0])
  const { balance } = run.options
  const fresh = balance === null ? new Map<string, AccountTransaction>() : freshOf(run.base, { ...run.options, balance })
  // Without a word it was noted only where it is everyday spending.
  const noted = everydayBillTeller(run.base, run.options.transactions, balance?.date ?? before.start_date)
  const known = isToldBefore(run, asked) ? run.transactions : fresh
  const own = asked.transactions.flatMap((id) => known.get(id) ?? []).filter((one) => waits || noted(one) !== null)
  const was_spent = !waits || answer === 'none'
  const said: SpendingSaid = was_spent === is_spent ? { ok: true, edit: null } : spendingSaid(before, own, is_spent)
  const all = [...edits, ...(said.ok && said.edit ? [said.edit] : [])]
  const problems = !said.ok
    ? said.problems
    : all.length === 0
      ? []
      : planningActions().dispatch(all.length === 1 ? all[0]! : { type: 'batch', edits: all })
  if (problems.length > 0) notify({ id: 'bank', tone: 'failure', text: textOf(problems[0]) ?? say('common.refused') })
  return problems.length > 0 ? null : was_spent === is_spent || !is_spent ? [] : spentNotes(before, own, keyOf(asked))
}

/** Asks about a payment again. */
export async function askAgain(asked: PaymentMatch): Promise<void> {
  const { run } = useMatching.getState()
  if (!run || saySpent(run, asked, false) === null) return
  const answers = new Map(run.answers)
  answers.delete(keyOf(asked))
  await saidOf({ ...run, answers })
}

/** Payments that were not planned need nobody's word: they are shown no more. Undo brings them back as long as the page is open. */
export async function putAside(list: readonly Asked[]): Promise<void> {
  const { run } = useMatching.getState()
  if (!run) return
  const change = async (put_aside: ReadonlySet<string>): Promise<void> => {
    const now = useMatching.getState().run
    if (now?.matched === run.matched) await saidOf({ ...now, put_aside })
  }
  notify({
    id: 'bank',
    tone: 'info',
    text: say('match.unplanned.put_aside', { count: list.length, payee: payeeOf(run.transactions, list[0]!.transactions) }),
    action: { label: say('common.undo'), isUndo: true, run: () => void change(run.put_aside) },
  })
  await change(new Set([...run.put_aside, ...list.map(keyOf)]))
}

/** Keeps on the device what was said, as far as the plan says it, and tells the difference by it. */
export async function saidOf(run: BankRun): Promise<void> {
  const { base } = run
  const answers = standingAnswers(run, openPlan() ?? base)
  const difference = differenceNow(run, openPlan() ?? base, answers)
  useMatching.setState({ run: { ...run, difference } })
  await inTurn(() => keepSaid(run, difference, answers))
}

async function keepSaid(run: BankRun, difference: ToldDifference | null, answers: PaymentAnswers): Promise<void> {
  const { base, until } = run
  const now = openPlan() ?? base
  const matched = withUnplannedBefore(run)
  const { known, asked } = withAnswers(matched, answers)
  const plans = await ofPlans()
  const stored = await plans.ofPlan(base)
  const own = new Set([...matched.matches, ...run.unplanned_before].flatMap(({ transactions }) => transactions))
  const others = stored.matches.filter(({ transactions }) => !transactions.some((id) => own.has(id)))
  const cards = standingCards(run, now)
  // What pays a card without dates of its own is kept nowhere else.
  const saidNow = new Set([...run.put_aside, ...cards.map(({ transactions }) => transactions[0]!)])
  const last = difference && stored.last ? keptDifference(run, difference, stored.last.date) : stored.last
  await plans.keepOfPlan({
    ...stored,
    matches: [...others, ...known.matches.map((match) => keepMatch(match, until))],
    seen: seenSince([...run.transactions.values()], asked, stored.seen, until),
    cards: keepCards(stored.cards, cards, until),
    ...(stored.bases && { bases: basesNow(now, stored.bases) }),
    last,
    asked: keepAsked(asked, until),
    missing: keepMissing(now, { told: datesFreed(run.asked, answers, until), asked }, stored.missing ?? []),
    unplanned: keepUnplanned(unplannedOf(run), stored.unplanned ?? [], saidNow, until),
  })
  forgetKept()
}
