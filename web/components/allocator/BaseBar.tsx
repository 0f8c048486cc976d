import { formatMoney } from '../../format/money.ts'

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
  const rest = over_by_cents > 0 ? `${money(over_by_cents)} short` : `${money(remaining_cents)} left`
  const said = `${money(base_cents)} cut into ${pieces.map((piece) => `${piece.name} ${money(piece.share_cents)}`).join(', ')}; ${rest}.`
  return (
    <div>
      <div className="base-bar" role="img" aria-label={said}>
        {pieces.map((piece, index) => piece.share_cents > 0 && (
          <div key={piece.id} className={`piece ${index % 2 ? 'piece-even' : ''}`} style={{ flexGrow: piece.share_cents, flexBasis: 0 }} title={`${piece.name}: ${money(piece.share_cents)}`}>
            {piece.share_cents / (base_cents + over_by_cents) > 0.05 && index + 1}
          </div>
        ))}
        {remaining_cents > 0 && (
          <div className="piece piece-rest" style={{ flexGrow: remaining_cents, flexBasis: 0 }}>
            {remaining_cents / base_cents > 0.15 && 'left'}
          </div>
        )}
        {over_by_cents > 0 && <div className="piece piece-short" style={{ flexGrow: over_by_cents, flexBasis: 0 }} title={rest} />}
      </div>
    </div>
  )
}
