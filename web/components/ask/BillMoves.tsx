import { useState } from 'react'
import type { BillMove } from '../../../core/questions/move-bills.ts'
import type { Projection } from '../../../core/projection/projection.ts'
import { formatDate } from '../../format/date.ts'
import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

interface Props {
  moves: readonly BillMove[]
  projection: Projection
  /** Bills that are not moved. */
  left: ReadonlySet<string>
  onLeft: (left: ReadonlySet<string>) => void
}

/** The moves, each with what it is for, to be taken or left, and a text for who is paid. */
export function BillMoves({ moves, projection: { scenario, today }, left, onLeft }: Props) {
  const [letter, setLetter] = useState<{ bill_id: string; isCopied: boolean } | null>(null)
  const money = (cents: number): string => formatMoney(cents, scenario.currency_code)
  const day = (date: string): string => formatDate(date, today)
  const nth = (of: number): string => say('ask.move.day', { day: of })
  const toggle = (id: string): void => onLeft(left.has(id) ? new Set([...left].filter((other) => other !== id)) : new Set([...left, id]))
  const textFor = ({ amount_cents, from_day, to_day, to }: BillMove): string =>
    say('ask.move.letter', { amount: money(amount_cents), from: nth(from_day), to: nth(to_day), first: day(to) })
  const copy = async (move: BillMove): Promise<void> => {
    // Without leave to use the clipboard, the text stands there to be selected.
    const isCopied = await navigator.clipboard?.writeText(textFor(move)).then(
      () => true,
      () => false,
    )
    setLetter({ bill_id: move.bill_id, isCopied: isCopied ?? false })
  }
  return (
    <>
      <ul className="ask-moves">
        {moves.map((move) => (
          <li key={move.bill_id}>
            <label className="ask-move">
              <input
                type="checkbox"
                className="mt-1 size-4.5 shrink-0 accent-accent"
                checked={!left.has(move.bill_id)}
                onChange={() => toggle(move.bill_id)}
              />
              <span>
                {say('ask.move.row', {
                  name: move.name,
                  amount: money(move.amount_cents),
                  from: nth(move.from_day),
                  to: nth(move.to_day),
                  date: day(move.date),
                  first: day(move.to),
                })}{' '}
                <span className="text-quiet">
                  {say('ask.move.without', { amount: money(move.without.available_cents), day: day(move.without.date) })}
                </span>
              </span>
            </label>
            <button
              type="button"
              className="button button-quiet no-print"
              aria-label={say('ask.move.copy_for', { name: move.name })}
              onClick={() => void copy(move)}
            >
              {say(letter?.bill_id === move.bill_id && letter.isCopied ? 'ask.move.copied' : 'ask.move.copy')}
            </button>
            {letter?.bill_id === move.bill_id && <p className="ask-letter select-all">{textFor(move)}</p>}
          </li>
        ))}
      </ul>
      {moves.length > 1 && (
        <p className="no-print">
          <button
            type="button"
            className="button button-quiet"
            onClick={() => onLeft(left.size > 0 ? new Set() : new Set(moves.map(({ bill_id }) => bill_id)))}
          >
            {say(left.size > 0 ? 'ask.move.all' : 'ask.move.none')}
          </button>
        </p>
      )}
    </>
  )
}
