import { OpenPlan } from '../components/frame/OpenPlan.tsx'
import { BillsSheet } from '../components/planning/BillsSheet.tsx'

/** What has to be paid and what comes in, as a sheet. */
export default function BillsView() {
  return <OpenPlan>{(scenario) => <BillsSheet key={scenario.id} />}</OpenPlan>
}
