/** What happened, what was kept, what to do: the sentences of planning's own notices. */
import type { Problem } from '../../core/problem.ts'
import { collections, type Collection, type Scenario } from '../../core/scenario.ts'
import type { ScenarioEdit } from '../../core/edit.ts'
import type { RefusedEdit } from '../services/sync/edits.ts'
import type { OtherVersion } from '../services/requests.ts'
import type { Notice } from './planning.ts'
import { textOf } from '../words/problems.ts'

type Text = Omit<Notice, 'id'>

const quoted = (name: string): string => `“${name}”`
const reasonOf = (problems: readonly Problem[]): string => textOf(problems[0]) ?? ''

/** Edits that were taken back, each by what it was about, with the reason. */
export function noticeOfRefusal(scenario: Scenario, refused: readonly RefusedEdit[]): Text {
  const named = refused.slice(0, 3).map(({ held, problems }) => `${subjectOf(scenario, held.edit)}: ${reasonOf(problems)}`)
  const more = refused.length > 3 ? ` And ${refused.length - 3} more.` : ''
  const what = refused.length === 1 ? 'One change was' : `${refused.length} changes were`
  return { tone: 'failure', text: `${what} taken back. ${named.join(' ')}${more}` }
}

/** The plan was deleted elsewhere while it was open here. */
export function noticeOfGone(kept: Scenario, unsaved: number, keep: () => void): Text {
  const edits = unsaved === 0 ? '' : ` ${unsaved === 1 ? 'One change' : `${unsaved} changes`} made here could not be stored there.`
  return { tone: 'warning', text: `${quoted(kept.name)} was deleted elsewhere.${edits}`, action: { label: 'Keep it as a new plan', run: keep } }
}

export function noticeOfUndo(direction: 'undo' | 'redo', problems: readonly Problem[]): Text {
  const isGone = problems.some(({ code }) => code === 'is_required')
  const reason = isGone ? 'What it was about is no longer in the plan.' : reasonOf(problems)
  return { tone: 'warning', text: `That can't be ${direction === 'undo' ? 'undone' : 'done again'} now. ${reason}` }
}

/** The page and its server don't go together; what is not stored yet is held on this device. */
export function noticeOfVersion(is: OtherVersion): Text {
  const what = { newer: 'The server has a newer version of pyNance than this page.', older: 'The server has an older version of pyNance than this page.', unreadable: 'The server’s answer could not be understood.' }[is]
  return { tone: 'warning', text: `${what} Reload to go on; what you changed is kept.`, action: { label: 'Reload', run: () => location.reload() } }
}

/** What an edit is about, as a person knows it. */
function subjectOf(scenario: Scenario, edit: ScenarioEdit): string {
  switch (edit.type) {
    case 'set_fields':
    case 'adjust_balance':
    case 'set_parentage':
      return quoted(scenario.name)
    case 'put_lists':
      return `The lists of ${quoted(scenario.name)}`
    case 'batch':
      return edit.edits[0] ? subjectOf(scenario, edit.edits[0]) : quoted(scenario.name)
    default: {
      const id = edit.type === 'put_row' ? edit.row.id : edit.id
      const known = collections.flatMap((collection): { id: string; name?: string; target?: string }[] => [...scenario[collection]]).find((row) => row.id === id)
      const given: { name?: string | undefined; target?: string | undefined } = edit.type === 'put_row' ? edit.row : {}
      const name = known?.name ?? given.name ?? known?.target ?? given.target
      return name ? quoted(name.replace(/^(savings|goal):/, '')) : rowWords[edit.collection]
    }
  }
}

const rowWords: Record<Collection, string> = { bills: 'A bill', incomes: 'An income', allocations: 'An allocation', goals: 'A goal', accounts: 'An account', transfers: 'A transfer' }
