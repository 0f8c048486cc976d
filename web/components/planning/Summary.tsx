import { createContext, memo, useContext, useMemo, type ReactNode } from 'react'
import type { Scenario } from '../../../core/scenario.ts'
import { formatDate, formatLongDate } from '../../format/date.ts'
import { formatMoney, formatPercent } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { PopupButton, type PopupProps } from '../../ui/PopupButton.tsx'
import { summaryFigures, type Figure } from './figures.ts'

const Explanation = lazily(() => import('./Explanation.tsx'))

/** The answer in words: what there is, what is planned, what is left. Every figure opens the lines it is made of. */
export const Summary = memo(function Summary({ scenario }: { scenario: Scenario }) {
  const { start_date, currency_code, bills, allocations } = scenario
  const figures = useMemo(() => summaryFigures(scenario, (date) => formatDate(date, start_date), formatPercent), [scenario, start_date])
  const show = (figure: Figure) => <FigureButton figure={figure} currency_code={currency_code} />
  const isBelowZero = figures.balance.cents < 0
  return (
    <section aria-label="Summary" className="max-w-5xl text-lg leading-relaxed text-quiet sm:text-xl">
      <p>
        {isBelowZero ? 'You are at ' : 'You have '}
        {show(figures.balance)} on {formatLongDate(start_date)}
        {isBelowZero && <strong className="font-semibold text-red">, below zero</strong>}.{' '}
        {bills.length === 0 ? (
          'No bills are planned yet.'
        ) : (
          <>
            Bills of {show(figures.bills)} are planned
            {figures.undated.cents > 0 && <>, {show(figures.undated)} of them without a date</>}
            {figures.beyond.cents > 0 && !isBelowZero && (
              <strong className="font-semibold text-amber">, {show(figures.beyond)} more than you have</strong>
            )}
            .
          </>
        )}{' '}
        {allocations.length === 0 ? (
          'Nothing is spoken for yet.'
        ) : figures.shortfall.cents > 0 ? (
          <>
            Where it goes is <strong className="font-semibold text-amber">{show(figures.shortfall)} short</strong>.
          </>
        ) : (
          <>Where it goes leaves {show(figures.remaining)} unspoken for.</>
        )}
      </p>
    </section>
  )
})

const ExplainedFigure = createContext<{ figure: Figure; currency_code: string } | null>(null)

/** What the explanation explains. */
export const useExplained = () => useContext(ExplainedFigure)!

function FigureButton({ figure, currency_code }: { figure: Figure; currency_code: string }): ReactNode {
  const explained = useMemo(() => ({ figure, currency_code }), [figure, currency_code])
  return (
    <ExplainedFigure value={explained}>
      <PopupButton opens="dialog" popup={Explanation as React.ComponentType<PopupProps>} className="figure money text-ink" title={`${figure.title}: how this comes about`}>
        {formatMoney(figure.cents, currency_code)}
      </PopupButton>
    </ExplainedFigure>
  )
}
