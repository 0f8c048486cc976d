import { confidenceWords } from '../../../core/prediction/confidence-words.ts'
import type { Evidence } from '../../../core/scenario.ts'
import { formatDate } from '../../format/date.ts'
import { say } from '../../words/say.ts'

/** Says that a row was proposed from bank transactions, how sure that is, and on pointing at it what it rests on. */
export function PredictedTag({ evidence, near }: { evidence: Evidence | null; near: string }) {
  const charges = evidence && `${evidence.charges} ${evidence.charges === 1 ? 'charge' : 'charges'}`
  return (
    <>
      {' '}
      <span className="tag" title={evidence ? `${charges} from ${formatDate(evidence.first_date, near)} to ${formatDate(evidence.last_date, near)}` : undefined}>
        predicted{evidence && `, ${confidenceWords(evidence.confidence, say)}`}
      </span>
    </>
  )
}
