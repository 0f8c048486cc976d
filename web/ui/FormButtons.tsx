import type { ReactNode } from 'react'
import { say } from '../words/say.ts'

/** The foot of a form: what saves it, what else can be done (`children`), and the way out. */
export const FormButtons = ({ save, onCancel, children }: { save: string; onCancel: () => void; children?: ReactNode }) => (
  <div className="mt-3 flex flex-wrap gap-2">
    <button type="submit" className="button button-primary px-5">
      {save}
    </button>
    {children}
    <button type="button" className="button" onClick={onCancel}>
      {say('common.cancel')}
    </button>
  </div>
)
