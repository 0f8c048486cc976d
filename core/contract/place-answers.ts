/** How the place is. */
import * as z from 'zod/mini'

export const healthSchema = z.object({ ok: z.literal(true) })
/**
 * `default_mode`: where plans of newcomers are kept. `sign_up`: whether new accounts are taken. `crash_reports`: whether the web app tells
 * of its faults. `mail`: whether mails are sent. `provider`: what else one can sign in by; null: nothing. `passkeys`:
 * the one name of the place under which a browser makes and finds passkeys for it; null: it has none that browsers take.
 */
export const settingsSchema = z.object({
  sign_up: z.enum(['open', 'closed']),
  default_mode: z.enum(['local', 'api']),
  crash_reports: z.enum(['on', 'off']),
  mail: z.enum(['on', 'off']),
  provider: z.nullable(z.string()),
  passkeys: z.nullable(z.string()),
})
/** Whether it was kept. */
export const takenSchema = z.object({ taken: z.boolean() })
export type ServerSettings = z.infer<typeof settingsSchema>
