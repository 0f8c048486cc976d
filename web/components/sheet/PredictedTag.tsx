import { confidenceWords } from '../../../core/prediction/confidence-words.ts'
import type { Evidence } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { say } from '../../words/say.ts'

/** Says that a row was proposed from bank transactions, how sure that is, and on pointing at it what it rests on. */
export function PredictedTag({ evidence, near }: { evidence: Evidence | null; near: string }) {
  return (
    <>
      {' '}
      <span className="tag" title={evidence ? evidenceWords(evidence, near) : undefined}>
        {evidence ? say('bills.predicted_surely', { confidence: confidenceWords(evidence.confidence, say) }) : say('bills.predicted')}
      </span>
    </>
  )
}

const evidenceWords = ({ charges, first_date, last_date }: Evidence, near: string): string =>
  say('bills.evidence', { charges, first: formatDate(first_date, near), last: formatDate(last_date, near) })
