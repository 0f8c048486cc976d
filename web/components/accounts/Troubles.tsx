import type { Projection } from '../../../core/projection/projection.ts'
import { wrongWords } from './wrongWords.ts'

/** The accounts beside the main one with which something is wrong, for the head of the page. */
export default function Troubles({ projection }: { projection: Projection }) {
  return projection.accounts.map((account) => {
    const words = wrongWords(projection, account)
    return (
      words && (
        <span key={account.id} className="account-wrong block">
          {words}
        </span>
      )
    )
  })
}
