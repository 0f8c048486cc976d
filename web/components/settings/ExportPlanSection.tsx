import { useState } from 'react'
import type { ExportFormat } from '../../../core/exports/exportPlan.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { downloadPlanAs } from '../../useCases/planExports.ts'
import { Problems, Section } from './Section.tsx'

const formats: { format: ExportFormat; words: string }[] = [
  { format: 'csv', words: 'Spreadsheet (CSV)' },
  { format: 'ics', words: 'Calendar (ICS)' },
  { format: 'hledger', words: 'Journal (hledger)' },
  { format: 'json', words: 'This plan alone (JSON)' },
]

/** The open plan as a file for another program; made here, in both modes. */
export function ExportPlanSection({ scenario }: { scenario: Scenario }) {
  const [problems, setProblems] = useState<readonly Problem[]>([])
  return (
    <Section title="For other programs">
      <p className="text-quiet">What lies ahead in “{scenario.name}” for a year, as a file another program reads.</p>
      <div className="mt-3 flex flex-wrap gap-3">
        {formats.map(({ format, words }) => (
          <button key={format} type="button" className="button" onClick={() => void downloadPlanAs(scenario, format).then(setProblems)}>
            {words}
          </button>
        ))}
      </div>
      <Problems problems={problems} />
    </Section>
  )
}
