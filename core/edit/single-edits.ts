/** Edits without batches inside one another, as stores take them. */
import type { ScenarioEdit } from './scenario-edit.ts'

/** In their order. */
export const singleEdits = (edit: ScenarioEdit): ScenarioEdit[] => (edit.type === 'batch' ? edit.edits.flatMap(singleEdits) : [edit])
