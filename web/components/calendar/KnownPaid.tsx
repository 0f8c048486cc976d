import { useEffect, useMemo } from 'react'
import { cameOf } from '../../../core/actuals/came.ts'
import type { DatedPayment } from '../../../core/payments/payments-between.ts'
import { paymentsCame, type CamePayment } from '../../../core/payments/payments-came.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { useKeptOfPlan } from '../bank/keptOfPlan.ts'

/** The payments of the days [from, until) as they came; `between` tells those whose dates lie in a window. */
export type AsCame = (from: string, until: string, between: (from: string, until: string) => DatedPayment[]) => CamePayment[]

/** Tells the calendar what is known to be paid, once that is read; by itself, so that the month waits for none of it. */
export default function KnownPaid({ scenario, onKnown }: { scenario: Scenario; onKnown: (known: { asCame: AsCame }) => void }) {
  const kept = useKeptOfPlan(scenario)
  const asCame = useMemo((): AsCame => {
    const came = cameOf(scenario, kept)
    return (from, until, between) => paymentsCame(scenario, [from, until], came, between)
  }, [scenario, kept])
  useEffect(() => onKnown({ asCame }), [asCame, onKnown])
  return null
}
