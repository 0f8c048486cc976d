import { useState } from 'react'
import type { ExportFormat } from '../../../core/exports/exportPlan.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { downloadPlanAs } from '../../useCases/planExports.ts'
import { say } from '../../words/say.ts'
import { Problems, Section } from './Section.tsx'

const formats = ['csv', 'ics', 'hledger', 'json'] as const satisfies readonly ExportFormat[]

/** The open plan as a file for another program; made here, in both modes. */
export function ExportPlanSection({ scenario }: { scenario: Scenario }) {
  const [problems, setProblems] = useState<readonly Problem[]>([])
  return (
    <Section title={say('settings.export.title')}>
      <p className="text-quiet">{say('settings.export.lead', { name: scenario.name })}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        {formats.map((format) => (
          <button key={format} type="button" className="button" onClick={() => void downloadPlanAs(scenario, format).then(setProblems)}>
            {say(`settings.export.${format}`)}
          </button>
        ))}
      </div>
      <Problems problems={problems} />
    </Section>
  )
}
