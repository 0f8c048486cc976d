import { createContext, useContext, useMemo, type ComponentType } from 'react'
import type { Figure } from '../../../core/projection/explanations.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatMoney } from '../../format/money.ts'
import { lazily } from '../../ui/lazily.tsx'
import { PopupButton, type PopupProps } from '../../ui/PopupButton.tsx'
import { say } from '../../words/say.ts'

const Explanation = lazily(() => import('./Explanation.tsx'), 'plan')

export interface Explained {
  projection: Projection
  figure: Figure
  /** What the figure is. */
  title: string
}

const ExplainedFigure = createContext<Explained | null>(null)

/** What the explanation explains. */
export const useExplained = (): Explained => useContext(ExplainedFigure)!

interface Props extends Explained {
  cents: number
  /** Instead of the amount, such as the day on which something is reached. */
  text?: string
  size?: 'large' | 'small'
}

/** A figure in a sentence: a button that opens the lines it is the sum of. */
export function FigureButton({ projection, figure, title, cents, text, size = 'large' }: Props) {
  const explained = useMemo(() => ({ projection, figure, title }), [projection, figure, title])
  return (
    <ExplainedFigure value={explained}>
      <PopupButton
        opens="dialog"
        popup={Explanation as ComponentType<PopupProps>}
        className={`figure money text-ink ${size === 'small' ? 'figure-small' : ''}`}
        title={say('common.how', { what: title })}
      >
        {text ?? formatMoney(cents, projection.scenario.currency_code)}
      </PopupButton>
    </ExplainedFigure>
  )
}
