/**
 * Tells every app on this database which plans have changed, and hears it from all of them: NOTIFY and LISTEN. It names an account and a
 * plan, never what is in it; who is told is decided by whoever listens here. Behind a pooler that hands connections on LISTEN hears
 * nothing: then nobody is told.
 */
import pg from 'pg'

export interface Change {
  /** '' stands for the list of plans. */
  id: string
  /** The revision the plan is at; not known of what is created, deleted or restored. */
  revision?: number | undefined
}

export interface Listener {
  changed: (change: Change) => void
  /** Nothing more is heard. */
  ended: () => void
}

export interface Changes {
  tell(user_id: string, change: Change): void
  /** Hears of the plans of one account from now on; null when nothing can be heard. Answers how to stop. */
  hear(user_id: string, listener: Listener): Promise<(() => void) | null>
  /** How many hear at the moment. */
  count(): number
  /** Ends everything that is heard, and takes nobody more. */
  stop(): Promise<void>
}

const channel = 'planning_changes'
/** Milliseconds in which changes are gathered into one statement. */
const gatheringMs = 100
/** Milliseconds until a connection that broke, or that hears nothing, is tried again. */
const retryMs = 30_000

/** `spare`: where it tells, so that no request waits for it. */
export function changesOf(connection: string, spare: pg.Pool): Changes {
  const listeners = new Map<string, Set<Listener>>()
  const gathered = new Map<string, Change & { user_id: string }>()
  let gathering: ReturnType<typeof setTimeout> | null = null
  let listening: Promise<pg.Client | null> | null = null
  let failedAt = -Infinity
  let isStopped = false

  const endAll = (): void => {
    const all = [...listeners.values()].flatMap((each) => [...each])
    listeners.clear()
    for (const { ended } of all) ended()
  }

  const send = (): void => {
    gathering = null
    const notes = [...gathered.values()].map((note) => JSON.stringify(note))
    gathered.clear()
    // Whoever misses it sees the change when they look again.
    spare.query('select pg_notify($1, note) from unnest($2::text[]) as note', [channel, notes]).catch(() => undefined)
  }

  const heard = ({ payload }: pg.Notification): void => {
    const { user_id, ...change } = JSON.parse(payload ?? '{}') as Change & { user_id: string }
    for (const { changed } of listeners.get(user_id) ?? []) changed(change)
  }

  /** One connection of its own, straight to PostgreSQL; null where it is not, or does not come about. */
  const listen = async (): Promise<pg.Client | null> => {
    const client = new pg.Client({ connectionString: connection, connectionTimeoutMillis: 5_000, keepAlive: true })
    const lost = (): void => {
      if (listening === null) return
      listening = null
      endAll()
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', heard)
    try {
      await client.connect()
      const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
      if (rows[0]?.pid === (client as pg.Client & { processID: number | null }).processID) {
        await client.query(`listen ${channel}`)
        return client
      }
    } catch {
      // As without it.
    }
    failedAt = performance.now()
    client.removeListener('end', lost)
    await client.end().catch(() => undefined)
    return null
  }

  return {
    tell: (user_id, change) => {
      gathered.set(`${user_id} ${change.id}`, { user_id, ...change })
      gathering ??= setTimeout(send, gatheringMs).unref()
    },
    hear: async (user_id, listener) => {
      if (isStopped || performance.now() - failedAt < retryMs) return null
      listening ??= listen()
      if ((await listening) === null || isStopped) {
        listening = null
        return null
      }
      const ofUser = listeners.get(user_id) ?? new Set()
      listeners.set(user_id, ofUser.add(listener))
      return () => {
        ofUser.delete(listener)
        if (ofUser.size === 0 && listeners.get(user_id) === ofUser) listeners.delete(user_id)
      }
    },
    count: () => [...listeners.values()].reduce((count, ofUser) => count + ofUser.size, 0),
    stop: async () => {
      isStopped = true
      if (gathering) {
        clearTimeout(gathering)
        send()
      }
      const client = listening && (await listening)
      listening = null
      endAll()
      await client?.end().catch(() => undefined)
    },
  }
}
