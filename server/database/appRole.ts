/**
 * The role the app's queries run as. It owns nothing and cannot pass row-level security. Roles belong to the whole
 * server, so databases that are migrated at the same moment make it together.
 */
import type pg from 'pg'
import { Refusal } from '../refusal.ts'

export const appRole = 'pynance_app'

interface RoleState {
  exists: boolean
  /** It is superuser or passes row-level security, which would undo what it is for. */
  unfit: boolean
  granted: boolean
}

/** Makes the role where it is missing, and lets the connecting user take it. */
export async function ensureAppRole(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const state = await roleState(client)
    if (state.unfit) {
      throw new Refusal(`The database role ${appRole} is superuser or has BYPASSRLS, so people could see each other's rows. Run: ALTER ROLE ${appRole} NOSUPERUSER NOBYPASSRLS`)
    }
    if (state.exists && state.granted) return
    try {
      if (!state.exists) await client.query(`create role ${appRole} nologin`)
      await client.query(`grant ${appRole} to current_user`)
    } catch (error) {
      if (!isRace(error) || attempt === 20) throw refused(error)
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt))
    }
  }
}

async function roleState(client: pg.Client): Promise<RoleState> {
  const { rows } = await client.query<RoleState>(
    // From PostgreSQL 16 on one may be a member, as whoever made the role is, without being allowed to take it.
    `select true as exists, rolsuper or rolbypassrls as unfit,
            pg_has_role(current_user, oid, case when current_setting('server_version_num')::integer >= 160000 then 'set' else 'member' end) as granted
     from pg_roles where rolname = $1`,
    [appRole],
  )
  return rows[0] ?? { exists: false, unfit: false, granted: false }
}

const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code

/** Somebody else made or granted it at the same moment: unique_violation, duplicate_object, or "tuple concurrently updated". */
const isRace = (error: unknown): boolean => ['23505', '42710', 'XX000'].includes(codeOf(error) ?? '')

function refused(error: unknown): unknown {
  const insufficientPrivilege = '42501'
  if (codeOf(error) !== insufficientPrivilege) return error
  return new Refusal(
    `The database user may not make the role ${appRole}. As an administrator run: CREATE ROLE ${appRole} NOLOGIN; GRANT ${appRole} TO <the user of DATABASE_URL>; and start again.`,
  )
}
