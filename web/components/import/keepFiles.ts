/** Files are kept where they belong: what is certain first, as it may tell of the others; what nothing tells is asked and not kept. */
import type { BankAccount } from '../../../core/bank-files/bank-file.ts'
import { answersToKeep } from '../../../core/bank-files/answers-kept.ts'
import type { WhoseFile } from '../../../core/bank-files/whose-file.ts'
import { nameOfNext } from '../../../core/bank-files/same-account.ts'
import type { BankMemory } from '../../services/bank/bankMemory.ts'
import { anotherAccount } from './anotherAccount.ts'
import type { ImportedFile, AskedOf } from './importedFile.ts'

interface Keeping {
  memory: BankMemory
  /** Of the plan, which counts where a file names none. */
  currency_code: string
  /** The day. */
  on: string
  onKept: (file: ImportedFile, added: number) => void
  onAsked: (file: ImportedFile, asked: AskedOf) => void
}

interface Looked {
  file: ImportedFile
  /** By currency; an account without a number comes once in each. */
  whose: ReadonlyMap<string, WhoseFile>
}

const isUnnamed = ({ account }: BankAccount): boolean => account === ''

export async function keepFiles(files: readonly ImportedFile[], keeping: Keeping): Promise<void> {
  /** Where files went that came with the others. */
  const together = new Set<string>()
  let open = files
  while (open.length > 0) {
    const left: Looked[] = []
    for (const file of open) {
      const looked = await lookAt(file, keeping, together)
      if (isAll(looked, (whose) => whose.kind === 'told' && whose.is_certain)) await keepAs(looked, keeping, together)
      else left.push(looked)
    }
    const likely = left.length < open.length ? undefined : left.find((looked) => isAll(looked, ({ kind }) => kind === 'told'))
    if (left.length === open.length && !likely) return ask(left, keeping)
    if (likely) await keepAs(likely, keeping, together)
    open = left.filter((looked) => looked !== likely).map(({ file }) => file)
  }
}

const isAll = ({ whose }: Looked, is: (whose: WhoseFile) => boolean): boolean => [...whose.values()].every(is)

async function lookAt(file: ImportedFile, { memory, currency_code }: Keeping, together: ReadonlySet<string>): Promise<Looked> {
  const whose = new Map<string, WhoseFile>()
  const from = { shape: file.read!.shape, file_name: file.name }
  for (const account of file.read!.accounts.filter(isUnnamed)) {
    const currency = account.currency ?? currency_code
    const said = file.said[currency]
    const as = said === anotherAccount ? nameOfNext(await memory.accounts(), currency) : said
    const told: WhoseFile | null = as === undefined ? null : { kind: 'told', account: as, is_certain: true }
    whose.set(currency, told ?? (await memory.whose(account, currency_code, from, together)))
  }
  return { file, whose }
}

async function keepAs({ file, whose }: Looked, { memory, currency_code, on, onKept }: Keeping, together: Set<string>): Promise<void> {
  const { shape, accounts } = file.read!
  let added = 0
  for (const account of accounts) {
    const told = isUnnamed(account) ? whose.get(account.currency ?? currency_code) : undefined
    const as = told?.kind === 'told' ? told.account : undefined
    added += await memory.keep([account], currency_code, { shape, file_name: file.name, id: file.id, on, ...(as !== undefined && { as }) })
    if (as !== undefined) together.add(as)
  }
  await memory.rememberAnswers(shape, answersToKeep(file.read!, file.answers))
  onKept(file, added)
}

function ask(left: readonly Looked[], { onAsked }: Keeping): void {
  for (const { file, whose } of left)
    for (const [currency, asked] of whose)
      if (asked.kind === 'asked') {
        onAsked(file, { ...asked, currency })
        break
      }
}
