import { createContext, useContext, type ComponentType } from 'react'
import type { Explanation } from '../../../core/projection/explanation.ts'
import { lazily } from '../../ui/lazily.tsx'
import { PopupButton, type PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'

const Why = lazily(() => import('./Why.tsx'), 'compare', 'plan')

export interface Explained {
  title: string
  /** One sentence that says what is told; '' for none. */
  lead: string
  /** Made when somebody asks. */
  explain: () => Explanation | null
  today: string
  currency_code: string
}

const ExplainedHere = createContext<Explained | null>(null)
export const useWhy = (): Explained => useContext(ExplainedHere)!

/** A figure or a difference that opens the lines it is the sum of. */
export function WhyButton({ text, className, ...explained }: Explained & { text: string; className: string }) {
  return (
    <ExplainedHere value={explained}>
      <PopupButton
        opens="dialog"
        popup={Why as ComponentType<PopupProps>}
        className={`compared-figure money ${className}`}
        title={say('compare.why', { figure: explained.title })}
      >
        {text}
      </PopupButton>
    </ExplainedHere>
  )
}
