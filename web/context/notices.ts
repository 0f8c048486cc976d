/** What happened, what was kept, what to do: the sentences of planning's own notices, but for those that tell of another version. */
import type { Problem } from '../../core/problem.ts'
import { collections, type Scenario } from '../../core/scenario.ts'
import type { ScenarioEdit } from '../../core/edit/scenario-edit.ts'
import type { RefusedEdit } from '../services/sync/edits.ts'
import { say } from '../words/say.ts'
import type { Notice } from './planning.ts'
import { textOf } from '../words/problems.ts'

type Text = Omit<Notice, 'id'>

const reasonOf = (problems: readonly Problem[]): string => textOf(problems[0]) ?? ''

/** Edits that were taken back, each by what it was about, with the reason. */
export function noticeOfRefusal(scenario: Scenario, refused: readonly RefusedEdit[]): Text {
  const named = refused.slice(0, 3).map(({ held, problems }) => {
    return say('frame.refused.one', { what: subjectOf(scenario, held.edit), why: reasonOf(problems) })
  })
  const text = say('frame.refused', { changes: refused.length, named: named.join(' '), more: Math.max(0, refused.length - 3) })
  return { tone: 'failure', text }
}

/** The plan was deleted elsewhere while it was open here. */
export function noticeOfGone(kept: Scenario, unsaved: number, keep: () => void): Text {
  const text = say('frame.gone', { name: kept.name, changes: unsaved })
  return { tone: 'warning', text, action: { label: say('frame.gone.keep'), run: keep } }
}

export function noticeOfUndo(direction: 'undo' | 'redo', problems: readonly Problem[]): Text {
  const isGone = problems.some(({ code }) => code === 'is_required')
  return { tone: 'warning', text: say('frame.not_undone', { direction, why: isGone ? say('frame.not_undone.gone') : reasonOf(problems) }) }
}

export function noticeOfUnopened(problems: readonly Problem[]): Text {
  return { tone: 'failure', text: say('frame.plan_not_opened', { why: reasonOf(problems) }) }
}

export function noticeOfUnread(problems: readonly Problem[]): Text {
  return { tone: 'failure', text: say('frame.list_not_read', { why: reasonOf(problems) }) }
}

/** What an edit is about, as a person knows it. */
function subjectOf(scenario: Scenario, edit: ScenarioEdit): string {
  switch (edit.type) {
    case 'set_fields':
    case 'adjust_balance':
    case 'set_parentage':
      return say('frame.quoted', { name: scenario.name })
    case 'put_lists':
      return say('frame.refused.lists', { name: scenario.name })
    case 'batch':
      return edit.edits[0] ? subjectOf(scenario, edit.edits[0]) : say('frame.quoted', { name: scenario.name })
    default: {
      const id = edit.type === 'put_row' ? edit.row.id : edit.id
      const known = collections
        .flatMap((collection): { id: string; name?: string; target?: string }[] => [...scenario[collection]])
        .find((row) => row.id === id)
      const given: { name?: string | undefined; target?: string | undefined } = edit.type === 'put_row' ? edit.row : {}
      const name = known?.name ?? given.name ?? known?.target ?? given.target
      if (!name) return say('frame.refused.row', { collection: edit.collection })
      return say('frame.quoted', { name: name.replace(/^(savings|goal):/, '') })
    }
  }
}
