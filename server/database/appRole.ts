/**
 * The role the app logs in as. It owns nothing, is member of nothing and cannot pass row-level security. Each database has
 * one of its own, `pynance_app_` and the database's name, or the one that DATABASE_APP_URL names.
 */
import { createHash } from 'node:crypto'
import { OperationNodeTransformer, type IdentifierNode, type KyselyPlugin } from 'kysely'
import type pg from 'pg'
import { Refusal } from '../refusal.ts'

/** The role's name in the texts of migrations, which run with the name it has here. */
export const appRole = 'pynance_app'

const longestName = 63

/** What the app's role of this database is called. */
export async function appRoleOf(client: pg.Client, app_url: string | null): Promise<string> {
  if (app_url) return decodeURIComponent(new URL(app_url).username)
  const { rows } = await client.query<{ name: string }>('select current_database() as name')
  return defaultRole(rows[0]!.name)
}

export function defaultRole(database: string): string {
  const name = `${appRole}_${database}`
  return Buffer.byteLength(name) <= longestName ? name : `${appRole}_${createHash('sha256').update(database).digest('hex').slice(0, 40)}`
}

/** Has migrations grant to the role by the name it has here. */
export function namingAppRole(role: string): KyselyPlugin {
  class Renamer extends OperationNodeTransformer {
    protected override transformIdentifier(node: IdentifierNode): IdentifierNode {
      return node.name === appRole ? { ...node, name: role } : node
    }
  }
  const renamer = new Renamer()
  return { transformQuery: ({ node }) => renamer.transformNode(node), transformResult: async ({ result }) => result }
}

/** Makes the role where it is missing; it cannot log in until appConnection lets it. */
export async function ensureAppRole(client: pg.Client, role: string, isOwn: boolean): Promise<void> {
  for (let attempt = 1; !(await roleExists(client, role)); attempt += 1) {
    if (!isOwn)
      throw new Refusal(
        `DATABASE_APP_URL names the database role ${role}, which there is not. Make it: CREATE ROLE ${client.escapeIdentifier(role)} ` +
          `LOGIN PASSWORD '…'; and start again.`,
      )
    try {
      await client.query(`create role ${client.escapeIdentifier(role)} nologin`)
    } catch (error) {
      // Roles belong to the whole server: somebody else made it at the same moment.
      if (!['23505', '42710', 'XX000'].includes(codeOf(error) ?? '') || attempt === 20) throw mayNot(error, role)
    }
  }
}

async function roleExists(client: pg.Client, role: string): Promise<boolean> {
  return (await client.query('select from pg_roles where rolname = $1', [role])).rowCount === 1
}

export const codeOf = (error: unknown): string | undefined => (error as { code?: string }).code

/** insufficient_privilege, as what to do about it. */
export function mayNot(error: unknown, role: string): unknown {
  if (codeOf(error) !== '42501') return error
  return new Refusal(
    `The user of DATABASE_URL may not make the role that the app logs in as. As an administrator run: CREATE ROLE ${role} LOGIN ` +
      `PASSWORD '<one of yours>'; ` +
      `set DATABASE_APP_URL to the same database with that role and password, and start again.`,
  )
}
