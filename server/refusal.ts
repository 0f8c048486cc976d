/**
 * A reason not to start or not to go on that whoever runs the place can act on. Its message is one or more whole
 * sentences for standard error; everything else that is thrown is a bug of ours and keeps its stack.
 */
export class Refusal extends Error {}

/** Runs a command; a Refusal becomes its sentences on standard error and exit code 1. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    process.stderr.write(`${error instanceof Refusal ? error.message : error instanceof Error ? error.stack : String(error)}\n`)
    process.exitCode = 1
  }
}
