/** Reasons not to start or not to go on, as sentences. */
import { reasonOf, troubleOf } from './database/troubles.ts'

/**
 * A reason not to start or not to go on that whoever runs the place can act on. Its message is one or more whole
 * sentences for standard error; everything else that is thrown is a bug of ours and keeps its stack.
 */
export class Refusal extends Error {}

/** Runs a command; a Refusal, or a trouble of the database, becomes its sentences on standard error and exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    process.stderr.write(`${sentencesOf(error)}\n`)
    process.exitCode = 1
  }
}

function sentencesOf(error: unknown): string {
  if (error instanceof Refusal) return error.message
  const trouble = troubleOf(error)
  if (trouble) return `${reasonOf(trouble)} (${(error as Error).message}) Try again when that is over.`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
