/** The app as a process: settings → database → migrations → app → listen, and the same way back when it is told to stop. */
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { createApp } from './app.ts'
import { createAuth } from './auth/auth.ts'
import { appConnection } from './database/appLogin.ts'
import { openDatabase } from './database/connect.ts'
import { migrate, sayMended } from './database/migrate.ts'
import { reachDatabase, type ReachedDatabase } from './database/reach.ts'
import { createMailer } from './mail/mailer.ts'
import { listenForMetrics } from './metrics/listen.ts'
import { createMetrics } from './metrics/metrics.ts'
import { restartsVariable } from './metrics/restarts.ts'
import { runCommand } from './refusal.ts'
import { serve } from './serve.ts'
import { environment, readSettings, type Settings } from './settings.ts'
import { startWork } from './heavy/workers.ts'

/** Milliseconds that requests in flight are given once the app is told to stop, and when the database has gone: time to be told so. */
const graceMs = 30_000
const graceWithoutDatabaseMs = 500
/** Milliseconds that mails under way are given then. */
const mailGraceMs = 3_000

await runCommand(async () => {
  const settings = readSettings(environment())
  const reached = await reachDatabase(settings)
  try {
    const { database_app_url: app_url, auth_secret: secret } = settings
    await migrate({ connection: reached.url, app_url, mended: sayMended })
    await run(settings, reached, await appConnection({ connection: reached.url, app_url, secret }))
  } finally {
    await reached.release()
  }
})
// A timer that some library left running must not keep a stopped app alive.
process.exit()

/** Serves until a signal comes or the embedded database ends. */
async function run(settings: Settings, reached: ReachedDatabase, connection: string): Promise<void> {
  // Written without waiting for it, which is cheaper a request; what is still to be written goes out before the end.
  const lines = pino.destination({ dest: 2, sync: false })
  const log = pino({ level: settings.log_level }, lines)
  const database = openDatabase({ connection, max: settings.database_pool_max })
  const work = startWork(database)
  const mailer = createMailer(settings, log)
  try {
    const auth = createAuth({ database, settings, mailer })
    const metrics = settings.metrics_listen && createMetrics({ database, work, restarts: Number(process.env[restartsVariable] ?? 0) })
    let isStopping = false
    const { fetch } = createApp({ database, auth, settings, log, work, metrics, isStopping: () => isStopping })
    const telling = metrics && (await listenForMetrics(metrics, settings.metrics_listen!))
    const serving = await serve({ fetch, host: settings.host, port: settings.port })
    const told = Promise.race([signal(), supervisorGone(), reached.ended.then(() => 'database' as const)])
    process.stdout.write(`pyNance Planning is at ${settings.public_url ?? named(serving.address)}\n`)
    process.send?.('listening')
    const reason = await told
    isStopping = true
    if (reason === 'database') {
      log.fatal('The embedded database has ended. Start the app again; it recovers by itself.')
      process.exitCode = 1
    }
    // Streams of events would go on for as long as their readers do.
    await database.changes.stop()
    await serving.stop(reason === 'database' ? graceWithoutDatabaseMs : graceMs)
    await telling?.stop(0)
    if (mailer) await Promise.race([mailer.settled(), sleep(mailGraceMs)])
  } finally {
    mailer?.close()
    await work.close()
    await database.close()
    lines.flushSync()
  }
}

/** An address by the name that browsers bind passkeys to, where it is this machine alone. */
function named(address: string): string {
  return address.replace('//127.0.0.1:', '//localhost:')
}

/** Resolves when the process that started this one and watches over it is gone; never where there is none. */
function supervisorGone(): Promise<'signal'> {
  return new Promise((resolve) => {
    if (process.channel) process.on('disconnect', () => resolve('signal'))
  })
}

/** Resolves when the process is told to stop. */
function signal(): Promise<'signal'> {
  return new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => resolve('signal'))
  })
}
