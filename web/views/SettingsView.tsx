import { AccountSection } from '../components/settings/AccountSection.tsx'
import { DeviceSection } from '../components/settings/DeviceSection.tsx'
import { ExportPlanSection } from '../components/settings/ExportPlanSection.tsx'
import { FeedsSection } from '../components/settings/FeedsSection.tsx'
import { FilesSection } from '../components/settings/FilesSection.tsx'
import { KeepingSection } from '../components/settings/KeepingSection.tsx'
import { ThemeSection } from '../components/settings/ThemeSection.tsx'
import { TokensSection } from '../components/settings/TokensSection.tsx'
import { usePlanning } from '../context/PlanningContext.tsx'

/** Where plans are kept, who may see them, and how to take them along. */
export default function SettingsView() {
  const account = usePlanning((planning) => (planning.mode === 'api' ? planning.account : null))
  const scenario = usePlanning((planning) => planning.scenario)
  return (
    <>
      <h1 className="mb-5 text-3xl">Settings</h1>
      <KeepingSection />
      {account && <AccountSection key={account.id} email={account.email} />}
      {account && <TokensSection key={`tokens ${account.id}`} />}
      <FilesSection />
      {scenario && <ExportPlanSection scenario={scenario} />}
      {account && scenario && <FeedsSection key={scenario.id} scenario_id={scenario.id} name={scenario.name} />}
      <ThemeSection />
      <DeviceSection />
    </>
  )
}
