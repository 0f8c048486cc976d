import type { Answers, Option, Question } from '../../../core/bank-files/bank-file.ts'
import { optionWords, questionWords } from '../../../core/bank-files/question-words.ts'
import { formatDate } from '../../format/date.ts'
import { say } from '../../words/say.ts'
import { answerAbout } from './importing.ts'
import type { ImportedFile } from './importedFile.ts'

/** One thing about a file that it does not say, or that can be corrected. Columns have a table of their own. */
export function QuestionChoices({ file, question }: { file: ImportedFile; question: Question }) {
  if (question.key === 'columns') return question.is_open ? <p className="mt-2 font-medium">{questionWords(question, say)}</p> : null
  const { key, chosen } = question
  const text = questionWords(question, say)
  const label = (option: Option): string => optionWords(key, option, say, (date) => formatDate(date))
  const options = question.options.map((option: Option) => ({ value: option.value, label: label(option) }))
  const answer = (value: Option['value']): void => void answerAbout(file, { [key]: value } as Answers)
  const weight = question.is_open ? 'font-medium' : 'text-sm text-quiet'
  if (options.length > 4) {
    return (
      <label className="mt-2 block">
        <span className={`block ${weight}`}>{text}</span>
        <select
          className="field max-w-sm"
          value={question.is_open ? '' : String(chosen)}
          onChange={(event) => answer(options.find(({ value }) => String(value) === event.currentTarget.value)!.value)}
        >
          {question.is_open && (
            <option value="" disabled>
              {say('import.choose')}
            </option>
          )}
          {options.map(({ value, label }) => (
            <option key={String(value)} value={String(value)}>
              {label}
            </option>
          ))}
        </select>
      </label>
    )
  }
  return (
    <fieldset className="mt-2">
      <legend className={weight}>{text}</legend>
      <div className="flex flex-wrap gap-x-5">
        {options.map(({ value, label }) => (
          <label key={String(value)} className="flex min-h-9 items-center gap-2">
            <input
              type="radio"
              className="size-4 shrink-0 accent-(--accent)"
              name={`${file.id} ${key}`}
              checked={!question.is_open && value === chosen}
              onChange={() => answer(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
