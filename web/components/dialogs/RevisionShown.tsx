import type { Scenario } from '../../../core/scenario.ts'
import { say } from '../../words/say.ts'
import { planFields, planRows, type ToldRow } from './wholePlan.ts'

/** An earlier state of a plan, whole: to read, not to change. */
export function RevisionShown({ scenario }: { scenario: Scenario }) {
  return (
    <section aria-label={say('dialogs.history.state')} className="mt-4 border-t border-edge pt-3">
      <h3 className="text-lg wrap-anywhere">{scenario.name}</h3>
      <div className="mt-1 max-h-[40dvh] overflow-y-auto" tabIndex={0} role="region" aria-label={say('dialogs.history.rows')}>
        <Fields fields={planFields(scenario)} />
        {planRows(scenario).map(({ collection, rows }) => (
          <section key={collection} className="mt-3">
            <h4 className="font-semibold">{say(`rows.collection.${collection}`)}</h4>
            <ul>
              {rows.map(({ id, name, fields }) => (
                <li key={id} className="border-b border-hairline py-1">
                  <span className="wrap-anywhere">{name}</span>
                  <Fields fields={fields} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </section>
  )
}

const Fields = ({ fields }: Pick<ToldRow, 'fields'>) => (
  <dl className="grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-3 text-sm text-quiet">
    {fields.map(({ word, value }) => (
      <div key={word} className="contents">
        <dt>{word}</dt>
        <dd className="tabular-nums wrap-anywhere">{value}</dd>
      </div>
    ))}
  </dl>
)
