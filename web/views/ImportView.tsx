import { Suspense, useEffect } from 'react'
import type { Scenario } from '../../core/scenario.ts'
import { HeldAgainstPlan } from '../components/bank/HeldAgainstPlan.tsx'
import { useMatching } from '../components/bank/matching.ts'
import { OpenPlan } from '../components/frame/OpenPlan.tsx'
import { DropZone } from '../components/import/DropZone.tsx'
import { FileCard } from '../components/import/FileCard.tsx'
import { findBills, isUsable, lookForSpending, openImporting, stopReading, useImporting } from '../components/import/importing.ts'
import { KeptElsewhere } from '../components/import/KeptElsewhere.tsx'
import { usePlanning } from '../context/PlanningContext.tsx'
import { useToday } from '../context/today.ts'
import { lazily } from '../ui/lazily.tsx'
import { say } from '../words/say.ts'
import '../styles/import.css'

const ChargedTwice = lazily(() => import('../components/bank/ChargedTwice.tsx'), 'match')
const EverydayAlso = lazily(() => import('../components/everyday/EverydayAlso.tsx'), 'everyday', 'import', 'schedule')
const EverydayFound = lazily(() => import('../components/everyday/EverydayFound.tsx'), 'everyday', 'rows')
const Inbox = lazily(() => import('../components/import/Inbox.tsx'), 'bank', 'import', 'match', 'rows', 'schedule')
const KeptAccounts = lazily(() => import('../components/import/KeptAccounts.tsx'), 'bank', 'import', 'match')

/** What the person's bank says: files in, what repeats out, each with what it rests on. */
export default function ImportView() {
  return <OpenPlan>{(scenario) => <Import key={scenario.id} scenario={scenario} />}</OpenPlan>
}

function Import({ scenario }: { scenario: Scenario }) {
  const today = useToday()
  const owner = usePlanning((planning) => (planning.mode === 'api' ? (planning.account?.id ?? '') : 'local'))
  const files = useImporting((importing) => importing.files)
  const accounts = useImporting((importing) => importing.accounts)
  const proposals = useImporting((importing) => importing.proposals)
  const everyday = useImporting((importing) => importing.everyday)
  const isPredicting = useImporting((importing) => importing.isPredicting)
  const isMatching = useMatching((matching) => matching.isMatching)
  const run = useMatching((matching) => matching.run)
  useEffect(() => void openImporting(), [owner])
  useEffect(() => void lookForSpending(), [proposals, run, scenario.bills])

  const isReading = files.some(({ state }) => state === 'reading')
  const usable = files.filter(isUsable).length
  return (
    <>
      <h1 className="mb-2 text-3xl">{say('common.place.import')}</h1>
      <p className="mb-4 max-w-2xl text-quiet">{say('import.lead', { name: scenario.name })}</p>
      <DropZone isFirst={files.length === 0} />
      {accounts.length === 0 && owner !== 'local' && <KeptElsewhere />}
      {files.length > 0 && (
        <section aria-labelledby="files-heading" className="mt-6">
          <h2 id="files-heading" className="text-xl">
            {say('import.files')}
          </h2>
          <ul>
            {files.map((file) => (
              <FileCard key={file.id} file={file} today={today} />
            ))}
          </ul>
        </section>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {(usable > 0 || accounts.length > 0) && (
          <button
            type="button"
            className={usable > 0 ? 'button button-primary' : 'button'}
            disabled={isReading || isPredicting || isMatching}
            onClick={() => void findBills()}
          >
            {usable > 0 ? say('import.use_files', { count: usable }) : say('import.find_again')}
          </button>
        )}
        {(isReading || isPredicting || isMatching) && (
          <>
            {!isMatching && (
              <p role="status" className="text-quiet">
                {say(isReading ? 'import.reading' : 'import.finding')}
              </p>
            )}
            <button type="button" className="button" onClick={stopReading}>
              {say('import.stop')}
            </button>
          </>
        )}
      </div>
      <HeldAgainstPlan scenario={scenario} today={today} spending={everyday?.spending} />
      {accounts.length > 0 && (
        <Suspense fallback={null}>
          <ChargedTwice accounts={accounts} scenario={scenario} today={today} />
        </Suspense>
      )}
      {proposals && (
        <Suspense fallback={null}>
          <Inbox scenario={scenario} proposals={proposals} accounts={accounts} today={today} />
        </Suspense>
      )}
      {everyday && (
        <Suspense fallback={null}>
          {everyday.spending && <EverydayFound scenario={scenario} found={everyday.spending} leftOut={everyday.left_out} today={today} />}
          {everyday.accounts.map(({ account, spending, left_out }) => (
            <EverydayFound key={account.id} scenario={scenario} found={spending} leftOut={left_out} account={account} today={today} />
          ))}
          <EverydayAlso scenario={scenario} found={everyday} today={today} />
        </Suspense>
      )}
      {accounts.length > 0 && (
        <Suspense fallback={null}>
          <KeptAccounts accounts={accounts} scenario={scenario} today={today} />
        </Suspense>
      )}
    </>
  )
}
