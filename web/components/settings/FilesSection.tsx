import { useRef, useState } from 'react'
import { limits } from '../../../core/limits.ts'
import type { ComingPlan } from '../../../core/plan-files/plan-file.ts'
import { problem, type Problem } from '../../../core/problem.ts'
import { downloadPlans, importPlans, previewImport } from '../../useCases/planFiles.ts'
import { say } from '../../words/say.ts'
import { ComingPlans } from './ComingPlans.tsx'
import { Problems, Section } from './Section.tsx'

const tooLarge = problem('body_is_too_large.chosen', '')

/** All plans as one file to keep, and back. */
export function FilesSection() {
  const field = useRef<HTMLInputElement>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [coming, setComing] = useState<ComingPlan[] | null>(null)

  const choose = async (file: File | undefined): Promise<void> => {
    if (!file) return
    setComing(null)
    if (file.size > limits.plan_file_bytes) return setProblems([tooLarge])
    const seen = await previewImport(await file.text())
    setProblems(seen.ok ? [] : seen.problems)
    if (seen.ok) setComing(seen.value)
    // The same file can be chosen again.
    if (field.current) field.current.value = ''
  }

  return (
    <Section title={say('settings.files')}>
      <p className="text-quiet">{say('settings.files.lead')}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <button type="button" className="button" onClick={() => void downloadPlans().then(setProblems)}>
          {say('settings.files.export')}
        </button>
        <input
          ref={field}
          id="import-file"
          type="file"
          accept=".json,application/json"
          className="peer sr-only"
          onChange={(event) => void choose(event.currentTarget.files?.[0])}
        />
        <label htmlFor="import-file" className="button peer-focus-visible:outline-2 peer-focus-visible:outline-accent">
          {say('settings.files.import')}
        </label>
      </div>
      <Problems problems={problems.slice(0, 5)} />
      {coming && (
        <ComingPlans
          plans={coming}
          there="here"
          coming="file"
          confirm={say('settings.files.import_action')}
          bring={(choices) => importPlans(coming, choices)}
          onClose={() => setComing(null)}
        />
      )}
    </Section>
  )
}
