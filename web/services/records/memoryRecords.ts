import { keyFields, type Key, type Records, type TableName, type Tables, type Writing } from './records.ts'

/** Records that live as long as the tab does. Transactions run one after the other; a failed one changes nothing. */
export function memoryRecords(): Records {
  let tables = new Map<TableName, Map<string, { key: Key; record: unknown }>>()
  let last: Promise<unknown> = Promise.resolve()

  const transaction = (draft: typeof tables): Writing => {
    const rows = (table: TableName) => draft.get(table) ?? new Map<string, { key: Key; record: unknown }>()
    const begins = (key: Key, prefix: Key): boolean => prefix.every((part, index) => key[index] === part)
    return {
      get: async (table, key) => structuredClone(rows(table).get(JSON.stringify(key))?.record) as never,
      list: async (table, prefix = []) =>
        [...rows(table).values()]
          .filter(({ key }) => begins(key, prefix))
          .sort((a, b) => compareKeys(a.key, b.key))
          .map(({ record }) => structuredClone(record)) as never,
      put: async (table, record) => {
        const key = keyOf(table, record)
        draft.set(table, new Map(rows(table)).set(JSON.stringify(key), { key, record: structuredClone(record) }))
      },
      delete: async (table, key) => {
        const rest = new Map(rows(table))
        rest.delete(JSON.stringify(key))
        draft.set(table, rest)
      },
      deleteAll: async (table, prefix) => {
        draft.set(table, new Map([...rows(table)].filter(([, { key }]) => !begins(key, prefix))))
      },
    }
  }

  const run = <R>(work: (writing: Writing) => Promise<R>, keep: boolean): Promise<R> => {
    const result = last.then(async () => {
      const draft = new Map(tables)
      const value = await work(transaction(draft))
      if (keep) tables = draft
      return value
    })
    last = result.catch(() => undefined)
    return result
  }

  return { lasts: false, read: (_tables, work) => run(work, false), write: (_tables, work) => run(work, true), close: () => undefined }
}

function keyOf<T extends TableName>(table: T, record: Tables[T]): Key {
  return keyFields[table].map((field) => record[field] as string | number)
}

function compareKeys(a: Key, b: Key): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    if (a[index]! < b[index]!) return -1
    if (a[index]! > b[index]!) return 1
  }
  return a.length - b.length
}
