import { memo } from 'react'
import type { BankFormat } from '../../../core/bank-files/bank-file.ts'
import type { Problem } from '../../../core/problem.ts'
import { CrossIcon } from '../../ui/icons.tsx'
import { AccountRead } from './AccountRead.tsx'
import { ColumnsTable } from './ColumnsTable.tsx'
import { answerAbout, isUsable, removeFile, type ImportedFile } from './importing.ts'
import { QuestionChoices } from './QuestionChoices.tsx'

const formatWords: Record<BankFormat, string> = { ofx: 'OFX', qif: 'QIF', camt: 'CAMT', mt940: 'MT940', csv: 'CSV' }
const problemsShown = 4

/** A file: what was understood of it, what is to be asked, what could not be read. */
export const FileCard = memo(function FileCard({ file, today }: { file: ImportedFile; today: string }) {
  const { read, state, name } = file
  const corrections = read?.understood.filter(({ is_open }) => !is_open) ?? []
  return (
    <li className="border-b border-hairline py-3">
      <div className="flex items-start gap-3">
        <h3 className="min-w-0 flex-1 text-base wrap-anywhere">
          {name} {read?.format && <span className="ml-1 text-sm font-normal text-quiet">{formatWords[read.format]}</span>}
        </h3>
        <p className="text-sm text-quiet" role="status">
          {stateWords(file)}
        </p>
        {state === 'stopped' && (
          <button type="button" className="button -my-1" onClick={() => void answerAbout(file, {})}>
            Read it again
          </button>
        )}
        <button type="button" className="button button-icon -my-1" aria-label={`Leave ${name} out`} title="Leave this file out" onClick={() => removeFile(file.id)}>
          <CrossIcon />
        </button>
      </div>
      {state === 'too_large' && <p className="problem">This file is larger than 25 MiB. Download a shorter period from your bank.</p>}
      {read && (
        <>
          <ul>
            {read.accounts.map((account) => (
              <AccountRead key={`${account.account} ${account.currency}`} account={account} today={today} />
            ))}
          </ul>
          <Problems problems={read.problems} />
          {read.questions.map((question) => (
            <QuestionChoices key={question.key} file={file} question={question} />
          ))}
          {read.table && read.questions.some(({ key }) => key === 'columns') && <ColumnsTable file={file} table={read.table} />}
          {corrections.length > 0 && state !== 'kept' && (
            <details className="mt-1" open={read.accounts.length === 0 && read.table !== null}>
              <summary className="min-h-6 text-sm text-quiet">Correct how it was read</summary>
              {corrections.filter(({ key }) => key !== 'columns').map((question) => (
                <QuestionChoices key={question.key} file={file} question={question} />
              ))}
              {read.table && corrections.some(({ key }) => key === 'columns') && <ColumnsTable file={file} table={read.table} />}
            </details>
          )}
        </>
      )}
    </li>
  )
})

function stateWords(file: ImportedFile): string {
  if (file.state === 'reading') return 'reading…'
  if (file.state === 'stopped') return 'stopped'
  if (file.state === 'too_large') return 'not read'
  if (file.state === 'kept') return file.added === 0 ? 'nothing new' : `${file.added} new`
  return isUsable(file) ? 'understood' : file.read!.questions.length > 0 ? 'needs a word from you' : 'nothing to use'
}

/** What was left out or read in doubt, with its line and the reason: the first few, and the rest on demand. */
function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  const row = ({ message, path }: Problem) => (
    <li key={`${path} ${message}`} className="problem">
      {message}
    </li>
  )
  const more = problems.slice(problemsShown)
  return (
    <>
      <ul className="mt-1">{problems.slice(0, problemsShown).map(row)}</ul>
      {more.length > 0 && (
        <details>
          <summary className="min-h-6 text-sm">{more.length === 1 ? 'One more' : `${more.length} more`}</summary>
          <ul>{more.map(row)}</ul>
        </details>
      )}
    </>
  )
}
