import { memo, Suspense } from 'react'
import type { BankFormat } from '../../../core/bank-files/bank-file.ts'
import type { Problem } from '../../../core/problem.ts'
import { limits } from '../../../core/limits.ts'
import { CrossIcon } from '../../ui/icons.tsx'
import { say } from '../../words/say.ts'
import { AccountRead } from './AccountRead.tsx'
import { ColumnsTable } from './ColumnsTable.tsx'
import { answerAbout, isAsItShouldBe, isUsable, removeFile } from './importing.ts'
import type { ImportedFile } from './importedFile.ts'
import { QuestionChoices } from './QuestionChoices.tsx'
import { lazily } from '../../ui/lazily.tsx'
import { ProblemText } from '../../ui/ProblemText.tsx'

const WhoseFile = lazily(() => import('./WhoseFile.tsx'), 'bank', 'import', 'match')
const formatWords: Record<BankFormat, string> = { ofx: 'OFX', qif: 'QIF', camt: 'CAMT', mt940: 'MT940', csv: 'CSV' }
const problemsShown = 4

/** A file: what was understood of it, what is to be asked, what could not be read. */
export const FileCard = memo(function FileCard({ file, today }: { file: ImportedFile; today: string }) {
  const { read, state, name } = file
  const corrections = read?.understood.filter(({ is_open }) => !is_open) ?? []
  return (
    <li className="border-b border-hairline py-3">
      <div className="flex flex-wrap items-start gap-x-3">
        <h3 className="min-w-0 flex-1 text-base wrap-anywhere">
          {name} {read?.format && <span className="ml-1 text-sm font-normal text-quiet">{formatWords[read.format]}</span>}
        </h3>
        <p className="text-sm text-quiet max-sm:order-last max-sm:basis-full" role="status">
          {stateWords(file)}
        </p>
        {state === 'stopped' && (
          <button type="button" className="button -my-1" onClick={() => void answerAbout(file, {})}>
            {say('import.read_again')}
          </button>
        )}
        <button
          type="button"
          className="button button-icon -my-1"
          aria-label={say('import.leave_out_named', { file: name })}
          title={say('import.leave_out')}
          onClick={() => removeFile(file.id)}
        >
          <CrossIcon />
        </button>
      </div>
      {state === 'too_large' && <p className="problem">{say('import.too_large', { most: limits.bank_file_bytes / 1024 ** 2 })}</p>}
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
          {file.asked && (
            <Suspense>
              <WhoseFile file={file} asked={file.asked} today={today} />
            </Suspense>
          )}
          {corrections.length > 0 && state !== 'kept' && (
            <details className="mt-1" open={read.accounts.length === 0 && read.table !== null}>
              <summary className="min-h-6 text-sm text-quiet">{say('import.correct')}</summary>
              {corrections
                .filter(({ key }) => key !== 'columns')
                .map((question) => (
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
  switch (file.state) {
    case 'reading':
      return say('import.file.reading')
    case 'stopped':
      return say('import.file.stopped')
    case 'too_large':
      return say('import.file.not_read')
    case 'kept':
      return file.added === 0 ? say('import.file.kept_nothing') : say('import.file.added', { count: file.added! })
    case 'read':
      if (isUsable(file)) return say('import.file.understood')
      return say(file.read!.questions.length > 0 || file.asked ? 'import.file.asks' : 'import.file.nothing')
  }
}

/** What was left out or read in doubt, with its line and the reason: the first few, and the rest on demand. */
function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  const row = (problem: Problem) => (
    <li key={`${problem.path} ${problem.says}`} className={isAsItShouldBe(problem) ? 'text-sm text-quiet' : 'problem'}>
      <ProblemText problem={problem} />
    </li>
  )
  const more = problems.slice(problemsShown)
  return (
    <>
      <ul className="mt-1">{problems.slice(0, problemsShown).map(row)}</ul>
      {more.length > 0 && (
        <details>
          <summary className="min-h-6 text-sm">{say('import.problems.more', { count: more.length })}</summary>
          <ul>{more.map(row)}</ul>
        </details>
      )}
    </>
  )
}
