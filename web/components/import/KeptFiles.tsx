import { filesOf, type KeptFile } from '../../../core/bank-files/files-kept.ts'
import { formatDate } from '../../format/date.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { say } from '../../words/say.ts'
import { notify } from '../frame/screen.ts'
import { removeKeptFile } from './importing.ts'

/** The files that an account was read from, the last one first: each can be removed by itself, and comes back. */
export function KeptFiles({ account, today }: { account: StoredBankAccount; today: string }) {
  const files = filesOf(account)
  const remove = async ({ id, name }: KeptFile): Promise<void> => {
    const { count, bringBack } = await removeKeptFile(account, id)
    const undo = { label: say('common.undo'), isUndo: true, run: () => void bringBack() }
    notify({ id: 'forgotten-account', tone: 'info', text: say('import.kept.file.removed', { file: fileName(name), count }), action: undo })
  }
  return (
    <details className="basis-full">
      <summary className="min-h-6 text-sm text-quiet">{say('import.kept.files', { count: files.length })}</summary>
      <p className="mt-1 max-w-2xl text-sm text-quiet">{say('import.kept.files.note')}</p>
      <ul>
        {files.toReversed().map((file) => (
          <li key={file.id} className="flex items-center gap-x-3 py-1">
            <span className="min-w-0 flex-1 wrap-anywhere">
              {fileName(file.name)} <span className="text-sm text-quiet">{wordsOf(file, today)}</span>
            </span>
            <button
              type="button"
              className="button button-quiet"
              aria-label={say('import.kept.file.remove_named', { file: fileName(file.name) })}
              onClick={() => void remove(file)}
            >
              {say('import.kept.file.remove')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

const fileName = (name: string): string => (name === '' ? say('import.kept.file.unnamed') : name)

const wordsOf = ({ kept_on, ids: { length: count } }: KeptFile, today: string): string =>
  kept_on === null ? say('import.kept.file.rows', { count }) : say('import.kept.file.rows_on', { count, day: formatDate(kept_on, today) })
