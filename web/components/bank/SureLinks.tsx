import type { Links } from '../../../core/actuals/linked.ts'
import type { Scenario } from '../../../core/scenario.ts'
import { say } from '../../words/say.ts'
import { useMatching } from './matching.ts'

/** Which account of the plan some of the bank are, as their balances told to the cent, and the way to change that. */
export default function SureLinks({ sure, scenario, nameOf }: { sure: Links; scenario: Scenario; nameOf: (account: string) => string }) {
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
      <ul>
        {Object.entries(sure).map(([account, link]) => (
          <li key={account}>
            {say('match.link.sure', {
              account: nameOf(account),
              own: scenario.accounts.find(({ id }) => id === link)?.name ?? '',
              main: link === null ? 'yes' : 'no',
            })}
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={() => useMatching.setState({ isRelinking: true })}>
        {say('match.relink')}
      </button>
    </div>
  )
}
