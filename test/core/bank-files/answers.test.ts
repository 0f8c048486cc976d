/** What is kept of a reading reads the same file the same way, ids and all; so does each of its choices by itself, and nothing stays of the file before. */
import { expect, it } from 'vitest'
import { answersToKeep } from '../../../core/bank-files/answers-kept.ts'
import type { Answers, BankFile } from '../../../core/bank-files/bank-file.ts'
import { manyRuns } from '../runs.ts'
import { layoutOf } from './layouts/layout.ts'
import { readText } from './writing.ts'

const seed = Number(process.env.SEED ?? 1)
const files = Array.from({ length: manyRuns(1_500) }, (_, nth) => ({ at: seed + nth, ...layoutOf(seed + nth) }))

it('an answer that says what was understood changes nothing', () => {
  const wrong: string[] = []
  for (const { at, text, currency_code } of files) {
    const read = (answers: Answers): BankFile => readText(text, { currency_code, ...answers })
    const first = read({})
    const said: Answers[] = [...first.understood.map(({ key, chosen }) => ({ [key]: chosen })), answersToKeep(first, {})]
    for (const answers of said)
      if (JSON.stringify(read(answers).accounts) !== JSON.stringify(first.accounts)) wrong.push(`SEED=${at} ${JSON.stringify(answers)}`)
  }
  expect(wrong.slice(0, 5), `${wrong.length} wrong`).toEqual([])
})

it('a file is read the same whichever files were read before', () => {
  const read = ({ text, currency_code }: (typeof files)[number]): string => JSON.stringify(readText(text, { currency_code }))
  const some = files.slice(0, 60)
  const first = some.map(read)
  expect(some.toReversed().map(read).toReversed()).toEqual(first)
})
