import { useMemo, useState } from 'react'
import { askedKey, matchSaid } from '../../../core/actuals/answers.ts'
import { cardDatesFor, type CardDate } from '../../../core/actuals/card-payments.ts'
import { isMonthly, monthsApart } from '../../../core/actuals/monthly.ts'
import type { Unplanned } from '../../../core/actuals/matched.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { sumOf } from '../../../core/money/money.ts'
import type { EstimatedSpending } from '../../../core/spending/estimate-spending.ts'
import { everydayPayments } from '../../../core/spending/everyday-payments.ts'
import { ownPayments } from '../../../core/spending/own-accounts.ts'
import { spendingCategories, spendingCategoryOf, type SpendingCategory } from '../../../core/spending/spending-words.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { CrossIcon } from '../../ui/icons.tsx'
import { say } from '../../words/say.ts'
import { EverydayOffer } from '../everyday/EverydayOffer.tsx'
import { answerPayment, putAside, standingAnswer } from './answering.ts'
import { answerCard } from './cardAnswers.ts'
import { cardName, cardSaid } from './cardsSaid.ts'
import { DateSelect } from './DateSelect.tsx'
import { addRepeated } from './matching.ts'
import type { BankRun } from './bankRun.ts'
import { nameOf, payeeOf, saidIs } from './names.ts'
import { unplannedOf } from './unplanned.ts'

/** So many are read at once, and so many more each time. */
const shownAtFirst = 6
const shownMore = 40

interface Props {
  run: BankRun
  scenario: Scenario
  today: string
  /** What leaves in a week without a date, as the bank has it; null: too little is known, undefined: it is being looked for. */
  spending: EstimatedSpending | null | undefined
}

/** What no date stood for: everyday spending by itself, without a plan or with one, and what truly was not planned. */
export default function UnplannedList({ run, scenario, today, spending }: Props) {
  const { transactions } = run
  const list = useMemo(() => unplannedOf(run).sort((a, b) => Math.abs(b.amount_cents) - Math.abs(a.amount_cents)), [run])
  const { planned, open, surprising } = useMemo(() => everydayPayments(scenario, list, transactions), [scenario, list, transactions])
  const rows = { run, scenario, today }
  const unsaid = (own: readonly Unplanned[]): Unplanned[] => own.filter((one) => !isSaid(run, scenario, one))
  const openStill = unsaid(open)
  return (
    <>
      {open.length > 0 && (
        <section aria-labelledby="everyday-open" className="mt-6">
          <h3 id="everyday-open" className="text-lg">
            {say('match.everyday')}
          </h3>
          <p className="max-w-2xl text-sm text-quiet">{say('match.everyday.note')}</p>
          {openStill.length > 0 && (
            <EverydayOffer
              scenario={scenario}
              spending={spending}
              kinds={kindsOf(
                openStill.filter(({ account_id }) => account_id === null),
                transactions,
              )}
            />
          )}
          <Folded words={say('match.everyday.open', sumOfAll(openStill, scenario))} list={open} {...rows} />
          <AllAside list={openStill} />
        </section>
      )}
      {surprising.length > 0 && (
        <section aria-labelledby="unplanned-heading" className="mt-6">
          <h3 id="unplanned-heading" className="text-lg">
            {say('match.unplanned', { count: unsaid(surprising).length })}
          </h3>
          {unsaid(surprising).length > 0 && (
            <p className="max-w-2xl text-sm text-quiet">{say('match.unplanned.note', { count: unsaid(surprising).length })}</p>
          )}
          <UnplannedRows list={surprising} {...rows} />
          <AllAside list={unsaid(surprising)} />
        </section>
      )}
      {planned.length > 0 && <Folded words={say('match.everyday.planned', sumOfAll(unsaid(planned), scenario))} list={planned} {...rows} />}
    </>
  )
}

/** Whether a person has said what it is: a date's, a card's, or one that comes again. */
const isSaid = (run: BankRun, scenario: Scenario, one: Unplanned): boolean =>
  (standingAnswer(run, scenario, one) ?? 'none') !== 'none' || cardSaid(run, scenario, one) !== undefined || isMonthly(scenario, one)

/** What they are for, each kind once. */
function kindsOf(list: readonly Unplanned[], transactions: BankRun['transactions']): SpendingCategory[] {
  const found = new Set(list.flatMap(({ transactions: [id = ''] }) => spendingCategoryOf(transactions.get(id) ?? { payee: '', memo: '' })))
  return spendingCategories.filter((category) => found.has(category))
}

interface RowsProps extends Omit<Props, 'spending'> {
  list: readonly Unplanned[]
}

const sumOfAll = (list: readonly Unplanned[], { currency_code }: Scenario): { count: number; amount: string } => ({
  count: list.length,
  amount: formatMoney(0 - sumOf(list.map(({ amount_cents }) => amount_cents)), currency_code),
})

function Folded({ words, ...rows }: RowsProps & { words: string }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <details className="mt-2" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary className="min-h-6 pointer-coarse:min-h-11 pointer-coarse:pt-2.5">{words}</summary>
      {isOpen && <UnplannedRows {...rows} />}
    </details>
  )
}

/** The rest of a list needs nobody's word any more. */
const AllAside = ({ list }: { list: readonly Unplanned[] }) =>
  list.length > 1 && (
    <button type="button" className="button button-quiet mr-2 -ml-2 mt-1 text-accent" onClick={() => void putAside(list)}>
      {say('match.unplanned.aside_all', { count: list.length })}
    </button>
  )

/** It counts by itself; one that comes again can be planned, and one that was planned be told so. */
function UnplannedRows({ list, run, scenario, today }: RowsProps) {
  const [count, setCount] = useState(shownAtFirst)
  const shown = list.slice(0, count)
  return (
    <>
      <ul>
        {shown.map((one) => (
          <UnplannedRow key={askedKey(one)} unplanned={one} run={run} scenario={scenario} today={today} />
        ))}
      </ul>
      {shown.length < list.length && (
        <button type="button" className="button button-quiet mr-2 -ml-2 mt-1 text-accent" onClick={() => setCount(count + shownMore)}>
          {say('match.unplanned.more')}
        </button>
      )}
    </>
  )
}

function UnplannedRow({ unplanned, run, scenario, today }: { unplanned: Unplanned; run: BankRun; scenario: Scenario; today: string }) {
  const { date, amount_cents, account_id } = unplanned
  const payee = payeeOf(run.transactions, unplanned.transactions)
  const amount = formatMoney(amount_cents, scenario.currency_code)
  const months = useMemo(() => monthsApart(unplanned, run.transactions.values()), [unplanned, run.transactions])
  const answer = standingAnswer(run, scenario, unplanned)
  if (answer !== undefined && answer !== 'none') {
    return (
      <li className="border-b border-hairline py-2 text-quiet">
        <p role="status">{saidIs(payee, nameOf(scenario, answer.row))}</p>
      </li>
    )
  }
  const pays = cardSaid(run, scenario, unplanned)
  if (pays) {
    return (
      <li className="border-b border-hairline py-2 text-quiet">
        <p role="status">{say('match.said.card', { payee, card: cardName(scenario, pays.card) })}</p>
      </li>
    )
  }
  if (isMonthly(scenario, unplanned)) {
    return (
      <li className="border-b border-hairline py-2 text-quiet">
        <p role="status">{say('match.unplanned.done', { name: payee, months })}</p>
      </li>
    )
  }
  const own = unplanned.transactions.flatMap((id) => run.transactions.get(id) ?? [])
  const likely = likelyCard(unplanned, run, scenario)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-hairline py-2">
      <span className="min-w-40 flex-1 wrap-anywhere">
        {payee} <span className="text-sm text-quiet">{formatDate(date, today)}</span>
        {likely?.scheduled_date && likely.scheduled_date >= scenario.start_date && (
          <span className="block text-sm text-quiet">{say('match.card.both', { day: formatDate(likely.scheduled_date, today) })}</span>
        )}
      </span>
      <span className="money">{amount}</span>
      <button
        type="button"
        className="button button-icon button-quiet -my-2 max-sm:-mr-2 sm:order-1"
        aria-label={say('match.unplanned.aside_named', { payee, amount })}
        title={say('match.unplanned.aside')}
        onClick={() => void putAside([unplanned])}
      >
        <CrossIcon />
      </button>
      {amount_cents !== 0 && (
        <span className="flex flex-wrap gap-2 max-sm:w-full">
          {likely && (
            <button
              type="button"
              className="button button-primary"
              aria-label={say('match.said.card', { payee, card: cardName(scenario, likely) })}
              onClick={() => void answerCard(unplanned, likely)}
            >
              {say('match.card.pays', { card: cardName(scenario, likely) })}
            </button>
          )}
          <button
            type="button"
            className="button"
            aria-label={say('match.unplanned.bill_named', { payee, amount, months })}
            onClick={() => addRepeated(unplanned)}
          >
            {say('match.unplanned.bill', { months })}
          </button>
          <DateSelect
            label={say('match.unplanned.pays_of', { payee, amount })}
            first={say('match.unplanned.pays')}
            date={date}
            account_id={account_id}
            amount_cents={amount_cents}
            of={null}
            run={run}
            today={today}
            onChoose={(chosen) => void answerPayment(unplanned, matchSaid(chosen, own, true))}
            onChooseCard={(card) => void answerCard(unplanned, card)}
            isNarrow
          />
        </span>
      )}
    </li>
  )
}

/** The card that a payment pays by what the bank prints of it; undefined: it does not say so. */
function likelyCard(
  { transactions: [id = ''], date, account_id, amount_cents }: Unplanned,
  run: BankRun,
  scenario: Scenario,
): CardDate | undefined {
  const printed = run.transactions.get(id)
  const own = printed && ownPayments(scenario)(printed, account_id)
  if (own?.kind !== 'card' || own.account === null) return undefined
  const taken = run.cards.map(({ card }) => card)
  return cardDatesFor(run.base, { date, account_id, amount_cents }, taken).find((card) => card.account_id === own.account?.id)
}
