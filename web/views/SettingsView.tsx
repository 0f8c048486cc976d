import { Suspense, useState } from 'react'
import { lazily } from '../ui/lazily.tsx'
import { AccountSection } from '../components/settings/AccountSection.tsx'
import { DeviceSection } from '../components/settings/DeviceSection.tsx'
import { ExportPlanSection } from '../components/settings/ExportPlanSection.tsx'
import { FeedsSection } from '../components/settings/FeedsSection.tsx'
import { FilesSection } from '../components/settings/FilesSection.tsx'
import { KeepingSection } from '../components/settings/KeepingSection.tsx'
import { LanguageSection } from '../components/settings/LanguageSection.tsx'
import { ThemeSection } from '../components/settings/ThemeSection.tsx'
import { TokensSection } from '../components/settings/TokensSection.tsx'
import { useWaysIn } from '../components/settings/waysIn.ts'
import { usePlanning } from '../context/PlanningContext.tsx'
import { say } from '../words/say.ts'

const AccessSections = lazily(() => import('../components/access/AccessSections.tsx'), 'access', 'settings')

/** Where plans are kept, who may see them, and how to take them along. */
export default function SettingsView() {
  const account = usePlanning((planning) => (planning.mode === 'api' ? planning.account : null))
  const scenario = usePlanning((planning) => planning.scenario)
  /** Tokens and calendar addresses are read again once a changed password may have ended them. */
  const [round, setRound] = useState(0)
  const [ways, readWays] = useWaysIn(account?.id ?? null, round)
  return (
    <>
      <h1 className="mb-5 text-3xl">{say('common.place.settings')}</h1>
      <KeepingSection />
      {account && <AccountSection key={account.id} email={account.email} ways={ways} onEnded={() => setRound(round + 1)} />}
      {account && <TokensSection key={`tokens ${account.id} ${round}`} />}
      {account && (
        <Suspense fallback={null}>
          <AccessSections email={account.email} ways={ways} onWays={readWays} key={`access ${account.id} ${round}`} />
        </Suspense>
      )}
      <FilesSection />
      {scenario && <ExportPlanSection scenario={scenario} />}
      {account && scenario && <FeedsSection key={`${scenario.id} ${round}`} scenario_id={scenario.id} name={scenario.name} />}
      <ThemeSection />
      <LanguageSection />
      <DeviceSection />
    </>
  )
}
