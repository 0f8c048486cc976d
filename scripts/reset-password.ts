/**
 * npm run reset-password -- EMAIL [--stdin] [--without-second-factor]: a new password for an account; with --stdin the one on the first line of standard
 * input, with --without-second-factor for somebody who has lost their phone and their recovery codes.
 */
import { text } from 'node:stream/consumers'
import pg from 'pg'
import { resetPassword } from '../server/auth/resetPassword.ts'
import { reachDatabaseForCommand } from '../server/database/reach.ts'
import { Refusal, runCommand } from '../server/refusal.ts'
import { environment, readDatabaseSettings } from '../server/settings.ts'

await runCommand(async () => {
  const { email, isGiven, without_second_factor } = readArguments(process.argv.slice(2))
  const given = isGiven ? { password: (await text(process.stdin)).split(/\r?\n/)[0]! } : {}
  const reached = await reachDatabaseForCommand(readDatabaseSettings(environment()))
  const client = new pg.Client({ connectionString: reached.url })
  try {
    await client.connect()
    const { password, sessions_ended, tokens_revoked, feeds_revoked, passkeys_removed } = await resetPassword(client, email, {
      ...given,
      without_second_factor,
    })
    console.log(isGiven ? `The password of ${email} is set.` : `The new password of ${email} is ${password} (it is shown this once).`)
    console.log(`Sessions ended: ${sessions_ended}. Tokens revoked: ${tokens_revoked}. Calendar addresses revoked: ${feeds_revoked}.`)
    if (passkeys_removed > 0) console.log(`Passkeys removed: ${passkeys_removed}. They are added anew in the settings.`)
  } finally {
    await client.end()
    await reached.release()
  }
})

function readArguments(given: string[]): { email: string; isGiven: boolean; without_second_factor: boolean } {
  const switches = new Set(['--stdin', '--without-second-factor'])
  const [email, ...more] = given.filter((argument) => !switches.has(argument))
  if (!email || more.length > 0)
    throw new Refusal('Name the account: npm run reset-password -- EMAIL (add --stdin to give the password on standard input)')
  return { email, isGiven: given.includes('--stdin'), without_second_factor: given.includes('--without-second-factor') }
}
