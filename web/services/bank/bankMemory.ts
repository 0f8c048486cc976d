/** What this browser keeps of the person's files: transactions by account, and what was said about files of one make. */
import type { Answers, BankAccount } from '../../../core/bank-files/bank-file.ts'
import { filesOf, withFile, type KeptFile } from '../../../core/bank-files/files-kept.ts'
import { mergeTransactions } from '../../../core/bank-files/identity.ts'
import type { WhoseFile } from '../../../core/bank-files/whose-file.ts'
import { bankTables, type Records, type StoredBankAccount } from '../records/records.ts'

/** What is kept of an account. */
type KeptOf<A extends BankAccount | StoredBankAccount> = Pick<
  A,
  'account' | 'currency' | 'ends_in' | 'kind' | 'transactions' | 'balance_cents' | 'balance_date' | 'balance_agrees'
> & { files?: readonly KeptFile[] | undefined }

type Coming = KeptOf<BankAccount> | KeptOf<StoredBankAccount>

/** The file that accounts were read from, by which those without a number are told apart. */
export interface ReadFrom extends Pick<StoredBankAccount, 'shape' | 'file_name'> {
  /** Which account the one without a number is, as it was told or said; left out: it is told here, and kept apart where nothing tells. */
  as?: string
  /** Names it among the files of its accounts; left out: they are those that the accounts bring along. */
  id?: string
  /** The day on which it is kept. */
  on?: string
}

export interface BankMemory {
  accounts(): Promise<StoredBankAccount[]>
  /** Which account here what a file holds without a number is of; `together`: those that files dropped with it went to. */
  whose(coming: Coming, currency_code: string, file: ReadFrom, together: ReadonlySet<string>): Promise<WhoseFile>
  /** Adds what is new; a transaction that is there already comes once. Answers how many were new. So what was forgotten comes back, too. */
  keep(accounts: readonly Coming[], currency_code: string, file?: ReadFrom): Promise<number>
  answersFor(shape: string): Promise<Answers | null>
  rememberAnswers(shape: string, answers: Answers): Promise<void>
  forget(account: StoredBankAccount): Promise<void>
  /** All of it goes. Answers how it comes back. */
  clear(): Promise<() => Promise<void>>
}

/** The files of an account with the one that comes, or with those that it brings along. */
function filesNow(known: StoredBankAccount | undefined, coming: Coming, { id, file_name = '', on }: ReadFrom = {}) {
  const { transactions, balance_cents = null, balance_date = null, balance_agrees } = coming
  const told = { ids: transactions.map((one) => one.id), balance_cents, balance_date, balance_agrees }
  const added = id === undefined ? (coming.files ?? []) : [{ id, name: file_name, kept_on: on ?? null, ...told }]
  if (added.length === 0) return known?.files
  const before = known ? filesOf(known) : []
  return added.reduce<readonly KeptFile[]>((files, one) => withFile(files, known?.transactions ?? [], one, transactions), before)
}

/** It is needed once a file is there. */
const telling = () => import('../../../core/bank-files/whose-file.ts')
const nameTold = (whose: WhoseFile): string => (whose.kind === 'told' ? whose.account : whose.as_new)

/** `owner` is the account here that may see it, or `local`. */
export function bankMemory(records: Records, owner: string): BankMemory {
  return {
    accounts: () => records.read(['bank_accounts'], (reading) => reading.list('bank_accounts', [owner])),
    whose: async (coming, currency_code, file, together) => {
      const { whoseFile } = await telling()
      return records.read(['bank_accounts'], async (reading) =>
        whoseFile(
          { ...coming, ...file, currency: coming.currency ?? currency_code },
          await reading.list('bank_accounts', [owner]),
          together,
        ),
      )
    },
    keep: async (accounts, currency_code, file) => {
      const { whoseFile } = await telling()
      return records.write(['bank_accounts'], async (writing) => {
        let added = 0
        for (const coming of accounts) {
          const currency = coming.currency ?? currency_code
          const account =
            file && coming.account === ''
              ? (file.as ?? nameTold(whoseFile({ ...coming, ...file, currency }, await writing.list('bank_accounts', [owner]))))
              : coming.account
          const known = await writing.get('bank_accounts', [owner, account, currency])
          const transactions = mergeTransactions(known?.transactions ?? [], coming.transactions)
          const files = filesNow(known, coming, file)
          added += transactions.length - (known?.transactions.length ?? 0)
          const told = {
            balance_cents: coming.balance_cents ?? null,
            balance_date: coming.balance_date ?? null,
            balance_agrees: coming.balance_agrees,
          }
          const isNewer = told.balance_cents !== null && told.balance_date !== null && told.balance_date >= (known?.balance_date ?? '')
          const balance = isNewer
            ? told
            : {
                balance_cents: known?.balance_cents ?? null,
                balance_date: known?.balance_date ?? null,
                balance_agrees: known?.balance_agrees,
              }
          await writing.put('bank_accounts', {
            owner,
            account,
            currency,
            transactions,
            ...balance,
            kind: coming.kind ?? known?.kind,
            ends_in: coming.ends_in ?? known?.ends_in,
            shape: file?.shape ?? known?.shape,
            file_name: file?.file_name ?? known?.file_name,
            files,
          })
        }
        return added
      })
    },
    answersFor: (shape) =>
      records.read(['bank_answers'], async (reading) => (await reading.get('bank_answers', [owner, shape]))?.answers ?? null),
    rememberAnswers: (shape, answers) =>
      records.write(['bank_answers'], (writing) => writing.put('bank_answers', { owner, shape, answers })),
    forget: ({ account, currency }) =>
      records.write(['bank_accounts', 'bank_matches'], async (writing) => {
        await writing.delete('bank_accounts', [owner, account, currency])
        for (const { proposed, ...kept } of await writing.list('bank_matches', [owner]))
          if (proposed?.currency_code === currency)
            await writing.put('bank_matches', {
              ...kept,
              proposed: { ...proposed, proposals: proposed.proposals.filter((one) => one.account !== account) },
            })
      }),
    clear: () =>
      records.write([...bankTables], async (writing) => {
        const accounts = await writing.list('bank_accounts', [owner])
        const answers = await writing.list('bank_answers', [owner])
        const matches = await writing.list('bank_matches', [owner])
        for (const table of bankTables) await writing.deleteAll(table, [owner])
        return () =>
          records.write([...bankTables], async (again) => {
            for (const one of accounts) await again.put('bank_accounts', one)
            for (const one of answers) await again.put('bank_answers', one)
            for (const one of matches) await again.put('bank_matches', one)
          })
      }),
  }
}
