/** The import page's state: files and what was understood of them, what the device keeps, what repeats in it. */
import { create } from 'zustand'
import type { Answers } from '../../../core/bank-files/bank-file.ts'
import { eachAccountOnce } from '../../../core/bank-files/same-account.ts'
import { limits } from '../../../core/limits.ts'
import { onTheirWay } from '../../../core/prediction/transfers.ts'
import { proposalsToKeep } from '../../../core/prediction/inbox.ts'
import type { Proposal } from '../../../core/prediction/proposal.ts'
import type { Problem } from '../../../core/problem.ts'
import { planning } from '../../context/thePlanning.ts'
import { systemClock } from '../../services/clock.ts'
import { newId } from '../../services/ids.ts'
import type { BankMemory } from '../../services/bank/bankMemory.ts'
import type { StoredBankAccount } from '../../services/records/records.ts'
import { bankWork, memory } from '../bank/device.ts'
import { linksNow } from '../bank/linksNow.ts'
import { whoIsHere, whoseRecords } from '../bank/planDevice.ts'
import { withWords } from '../../words/rooms.ts'
import { turns } from '../bank/inTurn.ts'
import { askWhatWaits, forgetRun, holdAgainstPlan } from '../bank/matching.ts'
import type { ImportedFile } from './importedFile.ts'
import type { SpendingAtBank } from '../everyday/spendingAtBank.ts'

interface Importing {
  /** Whose files they are; null: nobody's yet. */
  owner: string | null
  files: ImportedFile[]
  accounts: StoredBankAccount[]
  /** null: not looked for yet. */
  proposals: Proposal[] | null
  isPredicting: boolean
  /** What moves without a bill's date; null: not looked for yet. */
  everyday: SpendingAtBank | null
}

const nothing: Importing = { owner: null, files: [], accounts: [], proposals: null, isPredicting: false, everyday: null }
export const useImporting = create<Importing>(() => nothing)
const { setState: set, getState: get } = useImporting

/** The currency of the open plan, which counts where a file names none. */
export const planCurrency = (): string => planning().store.getState().scenario?.currency_code ?? 'USD'

const change = (id: string, fields: Partial<ImportedFile>): void =>
  set(({ files }) => ({ files: files.map((file) => (file.id === id ? { ...file, ...fields } : file)) }))

/** Read but not used, or not read whole yet: it waits while the person looks elsewhere. */
const isWaiting = ({ state }: ImportedFile): boolean => state !== 'kept' && state !== 'too_large'

/**
 * What is kept for whoever is here now, with the files that wait to be used; what another account here read is not. A file that was
 * read for a plan in another currency is read again, as the currency counts where the file names none.
 */
export async function openImporting(): Promise<void> {
  forgetRun()
  const owner = whoIsHere()
  set((before) => ({
    ...nothing,
    isPredicting: finding > 0,
    owner,
    files: before.owner === null || before.owner === owner ? before.files.filter(isWaiting) : [],
  }))
  // What is dropped meanwhile stays.
  set({ accounts: await (await memory()).accounts() })
  void askWhatWaits()
  void lookForRepeats()
  const others = get().files.filter(({ state, read_for }) => state === 'read' && read_for !== planCurrency())
  for (const { id, answers } of others) await readAgain(id, answers)
}

export async function addFiles(chosen: readonly File[]): Promise<void> {
  const added = chosen.map((file): ImportedFile & { file: File } => ({
    id: newId(),
    name: file.name,
    bytes: null,
    answers: {},
    read: null,
    state: file.size > limits.bank_file_bytes ? 'too_large' : 'reading',
    added: null,
    isKnown: false,
    read_for: null,
    asked: null,
    said: {},
    file,
  }))
  set(({ files }) => ({ files: [...files, ...added.map(({ file: _file, ...rest }) => rest)] }))
  for (const { id, file, state } of added) {
    if (state === 'too_large') continue
    const bytes = await file.arrayBuffer()
    change(id, { bytes })
    await readAgain(id, {})
  }
  if (takeThemselves(get().files)) await findBills()
}

/** Left out of every such file, and nothing to look after: a pending row comes again once it is booked. */
const leftOutAlways: ReadonlySet<string> = new Set(['row_is_a_balance', 'entry_is_not_booked'])
export const isAsItShouldBe = ({ code }: Problem): boolean => leftOutAlways.has(code)

/** Whether nothing is left to say of files: all were read whole, and none in a way that had to be told from its rows for the first time. */
function takeThemselves(files: readonly ImportedFile[]): boolean {
  const open = files.filter(({ state, asked }) => state !== 'kept' && asked === null)
  const isTold = ({ read, isKnown }: ImportedFile): boolean => isKnown || read!.understood.every(({ key }) => key === 'encoding')
  return (
    open.length > 0 &&
    open.every((file) => isUsable(file) && file.read!.problems.every(isAsItShouldBe) && isTold(file)) &&
    planning().store.getState().scenario !== null
  )
}

/** Reads a file with what the person says of it; the first time with what they said of the last file of its make. */
async function readAgain(id: string, answers: Answers): Promise<void> {
  const file = get().files.find((other) => other.id === id)
  if (!file?.bytes) return
  const currency_code = planCurrency()
  change(id, { state: 'reading', answers, read_for: currency_code, asked: null, said: {} })
  let read = await bankWork.read(file.bytes, file.name, { currency_code, ...answers })
  const known = read && Object.keys(answers).length === 0 ? await (await memory()).answersFor(read.shape) : null
  if (known) {
    read = await bankWork.read(file.bytes, file.name, { currency_code, ...known })
    change(id, { answers: known, isKnown: true })
  }
  change(id, { read, state: read ? 'read' : 'stopped' })
  // Another plan was opened meanwhile.
  if (read && planCurrency() !== currency_code) await readAgain(id, known ?? answers)
}

export const answerAbout = (file: ImportedFile, answers: Answers): Promise<void> => readAgain(file.id, { ...file.answers, ...answers })

export const removeFile = (id: string): void => set(({ files }) => ({ files: files.filter((file) => file.id !== id) }))

export function stopReading(): void {
  bankWork.stop()
  set(({ files }) => ({
    isPredicting: false,
    files: files.map((file) => (file.state === 'reading' ? { ...file, state: 'stopped' } : file)),
  }))
}

/** Whether a file was read, nothing about how is still to be said, and it holds something. */
const isWhole = ({ state, read }: ImportedFile): boolean =>
  state === 'read' && read !== null && read.questions.length === 0 && read.accounts.some(({ transactions }) => transactions.length > 0)

/** Whether a file can be used: nothing about it is still to be said. */
export const isUsable = (file: ImportedFile): boolean => isWhole(file) && file.asked === null

/** Notes which account a file is of before it is said, so that it stays chosen whatever becomes of other files. */
export const chooseWhose = ({ id }: ImportedFile, chosen: string): void => change(id, { chosen })

/** Which account a file is of, where it was asked. */
export async function sayWhose({ id, said, asked }: ImportedFile, account: string): Promise<void> {
  if (!asked) return
  change(id, { said: { ...said, [asked.currency]: account }, asked: null })
  await findBills()
}

/** Files are used one after the other, also those that come meanwhile, and so many are to be. */
const inTurn = turns()
let finding = 0

/** Keeps what the files hold on this device, holds it against the plan, and looks for what repeats in all of it. */
export async function findBills(): Promise<void> {
  finding += 1
  set({ isPredicting: true })
  try {
    await inTurn(useFiles)
  } finally {
    finding -= 1
    set({ isPredicting: finding > 0 })
  }
}

async function useFiles(): Promise<void> {
  const kept = await memory()
  const { keepFiles } = await import('./keepFiles.ts')
  await keepFiles(get().files.filter(isWhole), {
    memory: kept,
    currency_code: planCurrency(),
    on: systemClock.today(),
    onKept: ({ id }, added) => change(id, { state: 'kept', added, asked: null }),
    // What was said meanwhile is not asked again.
    onAsked: ({ id }, asked) => {
      if (get().files.find((file) => file.id === id)?.said[asked.currency] === undefined) change(id, { asked })
    },
  })
  set({ accounts: await kept.accounts() })
  await holdAgainstPlan()
  await predict()
}

export async function predict(): Promise<void> {
  set({ isPredicting: true })
  await lookForRepeats()
  set({ isPredicting: finding > 0 })
}

/** In the plan's currency alone: money in another can't be planned with it. Nor does the plan have what moves on accounts not its own. */
async function lookForRepeats(): Promise<void> {
  const { scenario } = planning().store.getState()
  const inCurrency = get().accounts.filter((account) => account.currency === planCurrency())
  if (inCurrency.length === 0 || !scenario) return
  const links = await linksNow(scenario, inCurrency)
  const accounts = eachAccountOnce(inCurrency.filter(({ account }) => links[account] !== 'none'))
  const transactions = accounts.flatMap(({ account: { account }, transactions: own }) =>
    own.map((transaction) => ({ ...transaction, account })),
  )
  const found = await bankWork.predict(transactions, systemClock.today())
  if (!found) return
  const proposals = onTheirWay(found, links, scenario.accounts)
  set({ proposals })
  const charges = new Map(transactions.map((one) => [one.id, one]))
  const { keepProposed } = await import('../bank/proposed.ts')
  await keepProposed(scenario, { currency_code: scenario.currency_code, proposals: proposalsToKeep(proposals, scenario, charges) })
}

/** How often it was looked for. */
let looked = 0

/** What leaves without a date, once it is known what repeats, and again when more is known of what came. */
export async function lookForSpending(): Promise<void> {
  const { proposals, accounts } = get()
  const { scenario } = planning().store.getState()
  looked += 1
  const mine = looked
  if (!scenario || !proposals) return
  const { spendingAtBank } = await withWords(() => import('../everyday/spendingAtBank.ts'), 'bank', 'match')
  const everyday = await spendingAtBank(scenario, accounts, proposals, systemClock.today())
  // More was said meanwhile: what is known since goes before.
  if (mine === looked) set({ everyday })
}

/** Shows what is kept now, and looks anew for what repeats in it. */
async function lookAgain(kept: BankMemory): Promise<void> {
  const accounts = await kept.accounts()
  set({ accounts, ...(accounts.length === 0 && { proposals: null, everyday: null }) })
  if (get().proposals !== null) await predict()
}

/** One account's transactions go, with what was proposed from them. Answers how they come back. */
export async function forgetAccount(account: StoredBankAccount): Promise<() => Promise<void>> {
  const kept = await memory()
  await kept.forget(account)
  await lookAgain(kept)
  return async () => {
    await kept.keep([account], account.currency, { shape: account.shape, file_name: account.file_name, as: account.account })
    await lookAgain(kept)
  }
}

/** What one file of an account alone told goes. Answers how many transactions that was, and how they come back. */
export async function removeKeptFile(account: StoredBankAccount, file_id: string) {
  const [kept, { records, owner }] = [await memory(), await whoseRecords()]
  const { removeFile } = await import('../../services/bank/removeFile.ts')
  const { count, bringBack } = await removeFile(records, owner, account, file_id)
  await lookAgain(kept)
  return {
    count,
    bringBack: async () => {
      await bringBack()
      await lookAgain(kept)
    },
  }
}

/** All that is kept goes. Answers how it comes back. */
export async function clearKept(): Promise<() => Promise<void>> {
  const bringBack = await (await memory()).clear()
  forgetRun()
  set(nothing)
  return async () => {
    await bringBack()
    await openImporting()
  }
}
