import { memo } from 'react'
import type { BankAccount, BankFormat } from '../../../core/bank-files/bank-file.ts'
import { formatDate } from '../../format/date.ts'
import { CrossIcon } from '../../ui/icons.tsx'
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
              <li key={`${account.account} ${account.currency}`}>{accountWords(account, today)}</li>
            ))}
          </ul>
          {read.problems.length > 0 && (
            <ul className="mt-1">
              {read.problems.slice(0, problemsShown).map(({ message, path }) => (
                <li key={`${path} ${message}`} className="problem">
                  {message}
                </li>
              ))}
              {read.problems.length > problemsShown && <li className="problem">And {read.problems.length - problemsShown} more lines that could not be read.</li>}
            </ul>
          )}
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

function accountWords({ account, transactions, first_date, last_date, currency }: BankAccount, today: string): string {
  const count = `${transactions.length} ${transactions.length === 1 ? 'transaction' : 'transactions'}`
  const period = first_date && last_date ? (first_date === last_date ? ` on ${formatDate(first_date, today)}` : ` from ${formatDate(first_date, today)} to ${formatDate(last_date, today)}`) : ''
  return `${account === '' ? 'An account without a number' : `Account ${ending(account)}`}${currency ? ` in ${currency}` : ''}: ${count}${period}`
}

/** The last digits tell accounts apart; the whole number is nobody's business who looks over a shoulder. */
export const ending = (account: string): string => (account.length > 6 ? `…${account.slice(-4)}` : account)
