import { formatMoney } from '../../format/money.ts'
import { say } from '../../words/say.ts'

export interface Piece {
  id: string
  name: string
  share_cents: number
  shortfall_cents: number
}

export interface Parts {
  pieces: Piece[]
  remaining_cents: number
  over_by_cents: number
  base_cents: number
  currency_code: string
}

/** The base cut into its shares. Numbers are those of the rows; what is left is dashed, what is missing hatched. */
export function BaseBar({ pieces, remaining_cents, over_by_cents, base_cents, currency_code }: Parts) {
  const money = (cents: number): string => formatMoney(cents, currency_code)
  const rest =
    over_by_cents > 0 ? say('allocator.short', { amount: money(over_by_cents) }) : say('allocator.left', { amount: money(remaining_cents) })
  const shares = pieces.map((piece) => say('allocator.bar.share', { name: piece.name, amount: money(piece.share_cents) })).join(', ')
  return (
    <div>
      <div className="base-bar" role="img" aria-label={say('allocator.bar', { amount: money(base_cents), shares, rest })}>
        {pieces.map(
          (piece, index) =>
            piece.share_cents > 0 && (
              <div
                key={piece.id}
                className={`piece ${index % 2 ? 'piece-even' : ''}`}
                style={{ flexGrow: piece.share_cents, flexBasis: 0 }}
                title={say('allocator.bar.piece', { name: piece.name, amount: money(piece.share_cents) })}
              >
                {piece.share_cents / (base_cents + over_by_cents) > 0.05 && index + 1}
              </div>
            ),
        )}
        {remaining_cents > 0 && (
          <div className="piece piece-rest" style={{ flexGrow: remaining_cents, flexBasis: 0 }}>
            {remaining_cents / base_cents > 0.15 && say('allocator.bar.left')}
          </div>
        )}
        {over_by_cents > 0 && <div className="piece piece-short" style={{ flexGrow: over_by_cents, flexBasis: 0 }} title={rest} />}
      </div>
    </div>
  )
}
