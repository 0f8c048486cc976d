import { Suspense } from 'react'
import { lazily } from '../../ui/lazily.tsx'
import { say } from '../../words/say.ts'
import { AnyDate } from './AnyDate.tsx'
import { DateList } from './DateList.tsx'
import { PauseFields } from './PauseFields.tsx'
import { isOnce } from '../../../core/schedule/schedule.ts'
import type { ScheduleOf, useScheduleDraft } from './useScheduleDraft.ts'

const LatelyPaid = lazily(() => import('../bank/LatelyPaid.tsx'), 'match')

interface Props extends ScheduleOf {
  written: ReturnType<typeof useScheduleDraft>
}

/** The dates that come of the rule, those lately paid, and what can be said of others: any date, a pause. */
export function DatesToCome({ collection, row, currency_code, from, startAt, written }: Props) {
  const { ruled, shown, dates } = written
  const now = shown.ok ? shown.working.row : null
  return (
    <>
      {'spread' in row && row.spread && <p className="mb-1 text-sm text-quiet">{say('schedule.spread')}</p>}
      <DateList dates={dates} collection={collection} currency_code={currency_code} near={from} onChoose={written.choose} />
      <Suspense fallback={null}>
        <LatelyPaid row={row} collection={collection} near={from} />
      </Suspense>
      {now && !isOnce(now.schedule) && ruled.ok && (
        <>
          <AnyDate row={now} near={from} onChoose={written.choose} />
          <PauseFields row={ruled.working.row} pause={written.pause} near={from} onPause={written.setPause} isFirst={startAt === 'pause'} />
        </>
      )}
    </>
  )
}
