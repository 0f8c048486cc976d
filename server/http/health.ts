/** Whether the database answers, soon enough to be of use. */
import { sql } from 'kysely'
import type { Database } from '../database/connect.ts'

const patienceMs = 2_000

export async function databaseAnswers(database: Database): Promise<boolean> {
  const asked = sql`select 1`.execute(database.db).then(
    () => true,
    () => false,
  )
  let timer: NodeJS.Timeout | undefined
  const tired = new Promise<boolean>((resolve) => (timer = setTimeout(resolve, patienceMs, false)))
  try {
    return await Promise.race([asked, tired])
  } finally {
    clearTimeout(timer)
  }
}
